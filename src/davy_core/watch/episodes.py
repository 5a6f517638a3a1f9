"""From what is seen to episodes: when a breach counts, when it is told again, when it is over.

Doubt opens and never closes: only a reading in its order, heard while it is fresh, of a trusted clock and a
sensor that nothing speaks against, ends an episode or counts towards that. History opens what it must (S18).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from decimal import Decimal

from davy_core.watch.happening import Happening, Kind
from davy_core.watch.setting import Check
from davy_core.watch.sights import Sight
from davy_core.watch.state import Track

JOIN = 60_000
"""Readings out of history no farther apart than this run on."""
MOST_PAST = 8
NEW = Track()
Folded = tuple[Track | None, Happening | None]


@dataclass(frozen=True, slots=True)
class When:
    """The time of a reading and how far it counts. `live`: in order, fresh, trusted and undoubted, so that it
    may end things; `trusted`: it may at least say that a breach did not last."""

    at: int
    known: int
    live: bool
    trusted: bool
    instrument: str


def fold(track: Track | None, check: Check, sight: Sight, when: When) -> Folded:
    """The track after a sight in order, and what happened."""
    if sight.what == "breach":
        return _breached(track or NEW, check, sight, when)
    if track is None:
        return (replace(NEW, memo=sight.memo) if sight.memo else None), None
    if sight.what == "unknown":
        return replace(track, good=None, memo=sight.memo), None
    if track.opened is None:
        return _calmed(track, sight, when), None
    if sight.what == "between" or not when.live:
        good = None if sight.what == "between" else track.good
        return replace(track, good=good, memo=sight.memo), None
    good = when.at if track.good is None else track.good
    if when.at - good < check.rule.clear:
        return replace(track, good=good, memo=sight.memo), None
    happened = told("closed", track, check, when, value=sight.value)
    return ended(track, memo=sight.memo), happened


def _calmed(track: Track, sight: Sight, when: When) -> Track | None:
    """Nothing was open: what was under way is broken off, if the reading may say so."""
    if not when.trusted:
        return track if track.memo == sight.memo else replace(track, memo=sight.memo)
    calm = replace(NEW, memo=sight.memo, run=track.run, past=track.past)
    if calm == NEW:
        return None
    return track if calm == track else calm


def ended(track: Track, memo: tuple[object, ...] = ()) -> Track:
    """The track after its episode is over."""
    begin = track.opened or 0
    span = (begin, begin if track.until is None else track.until)
    return Track(memo=memo, run=track.run, past=(*track.past, span)[-MOST_PAST:])


def _breached(track: Track, check: Check, sight: Sight, when: When) -> tuple[Track, Happening | None]:
    if track.opened is not None:
        return _still_breached(track, check, sight, when)
    since = when.at if track.since is None else track.since
    armed = replace(
        track, since=since, until=when.at, good=None, memo=sight.memo, unit=sight.unit, side=sight.side,
        limit=sight.limit, level=sight.level, worst=sight.value,
    )  # fmt: skip
    if when.at - since >= check.rule.hold:
        return open_episode(armed, check, when)
    # Only what was heard while it was fresh may count by the passing of time: history has its own end.
    due = since + check.rule.hold if when.live else track.due
    return replace(armed, due=due), None


def open_episode(
    track: Track, check: Check, when: When, *, late: bool = False, reason: str | None = None
) -> tuple[Track, Happening]:
    """An episode opens; its name is the instant at which the breach began."""
    since = when.at if track.since is None else track.since
    opened = replace(track, since=since, opened=since, due=None, good=None)
    kind: Kind = "unknown" if check.rule.unknown else "opened"
    return opened, told(kind, opened, check, when, late=late, reason=reason)


def _still_breached(track: Track, check: Check, sight: Sight, when: When) -> tuple[Track, Happening | None]:
    until = when.at if track.until is None else max(track.until, when.at)
    kept = replace(track, until=until, good=None, memo=sight.memo)
    if not _worse(track, check, sight):
        return kept, None
    worse = replace(
        kept, worst=sight.value, unit=sight.unit, side=sight.side, limit=sight.limit, level=sight.level
    )
    return worse, told("worsened", worse, check, when)


def _worse(track: Track, check: Check, sight: Sight) -> bool:
    if sight.level > track.level:
        return True
    bounds = check.bounds.get(sight.unit or "")
    if bounds is None or bounds.worse_by is None or sight.value is None:
        return False
    if track.worst is None or track.unit != sight.unit or track.side != sight.side:
        return True
    by = sight.value - track.worst
    return (by if sight.side == "over" else -by) >= bounds.worse_by


def recall(track: Track | None, check: Check, sight: Sight, when: When) -> Folded:
    """The track after a sight out of history. It never ends anything and arms no timer; a breach that no
    episode knows opens one now (S18)."""
    track = track or NEW
    if sight.what != "breach":
        if track.run is not None and sight.what == "clear" and when.trusted and when.at >= track.run[1]:
            track = replace(track, run=None)
        return (None if track == NEW else track), None
    run = _run(track, when.at) if check.rule.hold else (when.at, when.at)
    if when.at - run[0] < check.rule.hold:
        return replace(track, run=run), None
    if track.opened is not None:
        until = when.at if track.until is None else max(track.until, when.at)
        return _still_open(replace(track, run=run, until=until), check, sight, when)
    for n, (begin, end) in enumerate(track.past):
        # Nearer than what ends an episode, it belongs to it.
        if run[0] <= end + check.rule.clear and when.at >= begin - check.rule.clear:
            span = (min(begin, run[0]), max(end, when.at))
            return replace(track, run=run, past=(*track.past[:n], span, *track.past[n + 1 :])), None
    found = replace(
        track, run=run, since=run[0], until=when.at, unit=sight.unit, side=sight.side, limit=sight.limit,
        level=sight.level, worst=sight.value,
    )  # fmt: skip
    return open_episode(found, check, when, late=True)


def _run(track: Track, at: int) -> tuple[int, int]:
    if track.run is None or at < track.run[1] or at - track.run[1] > JOIN:
        return (at, at)
    return (track.run[0], at)


def _still_open(track: Track, check: Check, sight: Sight, when: When) -> tuple[Track, Happening | None]:
    if not _worse(track, check, sight):
        return track, None
    worse = replace(
        track, worst=sight.value, unit=sight.unit, side=sight.side, limit=sight.limit, level=sight.level
    )
    return worse, told("worsened", worse, check, when, late=True)


def name_of(instrument: str, key: str, opened: int) -> str:
    """A name of an episode that is the same however often and by whomever it is told: 32 hex digits."""
    return hashlib.sha256(f"{instrument}|{key}|{opened}".encode()).hexdigest()[:32]


def told(
    kind: Kind,
    track: Track,
    check: Check,
    when: When,
    *,
    value: Decimal | None = None,
    late: bool = False,
    reason: str | None = None,
) -> Happening:
    """What happened to the open episode of a track. `value`: that which ended it."""
    opened = track.opened if track.opened is not None else when.at
    # What several say together is one episode, whoever of them is named with it.
    whose = "" if check.rule.about == "space" else when.instrument
    return Happening(
        kind=kind,
        rule=check.name,
        subject=check.subject,
        episode=name_of(whose, check.key, opened),
        instrument=when.instrument,
        since=opened,
        at=when.known,
        channel=check.channel,
        value=track.worst if value is None else value,
        unit=track.unit,
        limit=track.limit,
        side=track.side,
        level=track.level,
        late=late,
        reason=reason,
        asks=None if kind == "closed" else check.rule.asks,
    )

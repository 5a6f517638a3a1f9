"""What several instruments say of one space together: detectors that vote, persons that crowd.

Each instrument is judged by itself as well (`step`); nothing here delays what one of them asks for (S3).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from davy_core.watch.episodes import When, fold
from davy_core.watch.fences import Plane, Point, near
from davy_core.watch.happening import Happening
from davy_core.watch.reading import Reading
from davy_core.watch.rulebook import Rule, WatchBook
from davy_core.watch.setting import Check
from davy_core.watch.sights import Sight
from davy_core.watch.state import Memo, Track, kept_track, track_of


@dataclass(frozen=True)
class Space:
    """One space: `voters` by channel are the fixed detectors that vote in it, `plane` where its persons are
    laid out (None: nobody is located in it)."""

    id: str
    voters: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    plane: Plane | None = None


LINGERS = 10
"""For so many times as long as he counts, one who fell silent may still stand where he stood."""
AROUND = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))


@dataclass(frozen=True, slots=True)
class Member:
    """The newest of one instrument: `value` None where it proves nothing, `point` where it is."""

    at: int
    value: Decimal | None = None
    point: Point | None = None


@dataclass(frozen=True)
class SpaceSetting:
    """The rules that apply in one space."""

    space: Space
    checks: tuple[Check, ...]
    channels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a rule of a space looks at, and what it remembers."""

    members: Mapping[str, Member]
    space: Space
    now: int
    memo: Memo


def kept_tracks(tracks: Mapping[str, Track]) -> dict[str, Any]:
    """How each rule of a space stands, in the form that JSON takes; `tracks_of` reads it again."""
    return {key: kept_track(track) for key, track in tracks.items()}


def tracks_of(plain: Mapping[str, Any]) -> dict[str, Track]:
    """The tracks that `kept_tracks` told."""
    return {key: track_of(track) for key, track in plain.items()}


def prepare_space(space: Space, book: WatchBook) -> SpaceSetting:
    """The setting of a space. A vote needs all the detectors that its rule counts; fewer cannot vote."""
    checks = [_check(rule, space) for rule in book.rules.values() if _applies(rule, space)]
    channels = frozenset(str(c.channel) for c in checks if c.rule.kind == "vote")
    return SpaceSetting(space, tuple(checks), channels)


def _applies(rule: Rule, space: Space) -> bool:
    if rule.kind == "vote":
        return len(space.voters.get(str(rule.channel), ())) >= rule.counts["of"]
    return rule.kind == "crowd" and space.plane is not None


def _check(rule: Rule, space: Space) -> Check:
    subject = f"space/{space.id}"
    # Each level of a crowd has lasted by itself before it is seen; the episode waits no second time.
    known = replace(rule, hold=0) if rule.kind == "crowd" else rule
    return Check(f"{rule.id}@{subject}", rule.id, known, subject, rule.channel, lasts=rule.hold)


def member(reading: Reading, setting: SpaceSetting) -> Member:
    """What a reading, the newest of its instrument, says in the space. One told late, or by a clock that runs
    behind, is as old as it says: it counts as silent sooner, never as news."""
    return Member(min(reading.at, reading.heard), _value(reading, setting), _point(reading, setting))


def look(
    tracks: Mapping[str, Track], members: Mapping[str, Member], setting: SpaceSetting, now: int
) -> tuple[dict[str, Track], tuple[Happening, ...]]:
    """How the rules of the space stand at an instant, by the newest of each instrument, and what happened.
    Where nobody was heard lately nothing ends."""
    after, happened = dict(tracks), []
    for check in setting.checks:
        track = after.get(check.key)
        seen = Seen(members, setting.space, now, track.memo if track else ())
        sight = SEEN[check.rule.kind](check, seen)
        stale = check.rule.counts["stale_s"] * 1000
        heard = any(now - m.at <= stale for m in members.values())
        when = When(now, now, live=heard, trusted=True, instrument=_foremost(members))
        moved, told = fold(track, check, sight, when)
        if told is not None:
            happened.append(told)
        if moved is None:
            after.pop(check.key, None)
        else:
            after[check.key] = moved
    return after, tuple(happened)


def _foremost(members: Mapping[str, Member]) -> str:
    """The instrument that is named with what they say together: that of the highest value."""
    least = Decimal("-Infinity")
    return max(sorted(members), key=lambda i: least if (v := members[i].value) is None else v, default="")


def _value(reading: Reading, setting: SpaceSetting) -> Decimal | None:
    for channel in setting.channels & reading.values.keys():
        value, unit = reading.values[channel]
        if any(c.channel == channel and c.rule.unit == unit for c in setting.checks):
            return value if channel not in reading.doubts or reading.doubts[channel] == "over_range" else None
    return None


def _point(reading: Reading, setting: SpaceSetting) -> Point | None:
    spot, plane = reading.spot, setting.space.plane
    if spot is None or plane is None or spot.accuracy is None:
        return None
    return plane.point(spot.lat, spot.lon)


def vote(check: Check, seen: Seen) -> Sight:
    """`need` detectors over the figure, of which at least one says so; one that says nothing votes for it."""
    limit, stale = check.rule.figures["above"], check.rule.counts["stale_s"] * 1000
    voters = sorted(seen.space.voters[str(check.channel)])
    known = [m for v in voters if (m := seen.members.get(v)) is not None and seen.now - m.at <= stale]
    values = [m.value for m in known if m.value is not None]
    over = sum(1 for v in values if v > limit)
    silent = len(voters) - len(values)
    worst = max(values, default=None)
    if over and over + silent >= check.rule.counts["need"]:
        return Sight("breach", worst, check.rule.unit, limit, "over", level=over)
    if silent >= check.rule.counts["need"]:
        return Sight("unknown", worst, check.rule.unit, limit)
    return Sight("between" if over else "clear", worst, check.rule.unit, limit)


def crowd(check: Check, seen: Seen) -> Sight:
    """The highest level that has lasted; `memo` keeps since when each is reached. Who fell silent is not
    counted, and nothing is over because of him for as long as he may still stand there."""
    rule, stale = check.rule, check.rule.counts["stale_s"] * 1000
    now, memo = seen.now, seen.memo or (0,) * len(rule.levels)
    most = len(_together(check, seen, stale))
    memo = tuple((kept or now) if most >= least else 0 for kept, least in zip(memo, rule.levels, strict=True))
    lasted = sum(1 for at in memo if at and now - at >= check.lasts)
    told = memo if any(memo) else ()
    count, limit = Decimal(most), Decimal(rule.levels[max(lasted - 1, 0)])
    if lasted:
        return Sight("breach", count, "person", limit, "over", level=lasted, memo=told)
    may_be = len(_together(check, seen, stale * LINGERS))
    return Sight("between" if may_be >= rule.levels[0] else "clear", count, "person", limit, memo=told)


def crowded(rule: Rule, members: Mapping[str, Member], space: Space, now: int) -> tuple[str, ...]:
    """The instruments of the most persons that stand together now, in order."""
    seen = Seen(members, space, now, ())
    return _together(_check(rule, space), seen, rule.counts["stale_s"] * 1000)


def _together(check: Check, seen: Seen, stale: int) -> tuple[str, ...]:
    """The most of them within the radius of one, of those that were heard in the last `stale` milliseconds.
    Laid out in squares as wide as the radius, so that each is held only to those of its neighbourhood."""
    reach = int(check.rule.figures["radius_m"] * 1000)
    squares: dict[Point, list[tuple[str, Point]]] = {}
    for who, one in sorted(seen.members.items()):
        if one.point is not None and seen.now - one.at <= stale:
            squares.setdefault(_square(one.point, reach), []).append((who, one.point))
    most: tuple[str, ...] = ()
    for (x, y), ones in squares.items():
        around = [o for dx, dy in AROUND for o in squares.get((x + dx, y + dy), ())]
        for _, point in ones:
            found = tuple(who for who, other in around if near(point, other, reach))
            most = max(most, found, key=len)
    return tuple(sorted(most))


def _square(point: Point, reach: int) -> Point:
    return point[0] // reach, point[1] // reach


SEEN = {"vote": vote, "crowd": crowd}

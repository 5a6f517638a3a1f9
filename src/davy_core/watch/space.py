"""What several instruments say of one space together: detectors that vote, persons that crowd.

Each instrument is judged by itself as well (`step`); nothing here delays what one of them asks for (S3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from davy_core.watch.episodes import When, fold
from davy_core.watch.fences import Plane, Point, near
from davy_core.watch.happening import Happening
from davy_core.watch.reading import AHEAD, TRUSTED, Reading
from davy_core.watch.rulebook import Rule, WatchBook
from davy_core.watch.setting import Check
from davy_core.watch.sights import Sight
from davy_core.watch.state import Memo, Track, decoded, encoded, kept_track, track_of


@dataclass(frozen=True)
class Space:
    """One space: `voters` by channel are the fixed detectors that vote in it, `plane` where its persons are
    laid out (None: nobody is located in it)."""

    id: str
    voters: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    plane: Plane | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """The newest of one instrument: `value` None where it proves nothing, `point` where it is."""

    at: int
    value: Decimal | None = None
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class SpaceState:
    """The members by instrument, and how each rule stands."""

    members: Mapping[str, Member] = field(default_factory=lambda: MappingProxyType({}))
    tracks: Mapping[str, Track] = field(default_factory=lambda: MappingProxyType({}))

    def plain(self) -> dict[str, Any]:
        """The form that JSON takes."""
        return {
            "members": {k: [m.at, encoded(m.value), encoded(m.point)] for k, m in self.members.items()},
            "tracks": {k: kept_track(t) for k, t in self.tracks.items()},
        }


def space_restored(plain: Mapping[str, Any]) -> SpaceState:
    """The state that `plain` told."""
    members = {k: Member(at, decoded(v), decoded(p)) for k, (at, v, p) in plain["members"].items()}
    return SpaceState(members, {k: track_of(t) for k, t in plain["tracks"].items()})


@dataclass(frozen=True)
class SpaceSetting:
    """The rules that apply in one space."""

    space: Space
    checks: tuple[Check, ...]
    channels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a rule of a space looks at, and what it remembers."""

    state: SpaceState
    space: Space
    now: int
    memo: Memo


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


def step_in(
    state: SpaceState, reading: Reading, setting: SpaceSetting
) -> tuple[SpaceState, tuple[Happening, ...]]:
    """The state after one message of one member. What is older than its newest says nothing of them all."""
    at = min(reading.at, reading.heard)
    before = state.members.get(reading.instrument)
    if before is not None and at <= before.at:
        return state, ()
    trusted = reading.clock in TRUSTED and reading.at <= reading.heard + AHEAD
    member = Member(at, _value(reading, setting), _point(reading, setting))
    state = replace(state, members={**state.members, reading.instrument: member})
    newest = max(m.at for m in state.members.values())
    when = When(newest, reading.heard, trusted and at == newest, trusted, reading.instrument)
    return _judged(state, setting, when)


def tick_in(state: SpaceState, now: int, setting: SpaceSetting) -> tuple[SpaceState, tuple[Happening, ...]]:
    """The state at an instant: who fell silent votes as one that is not known. It ends nothing."""
    return _judged(state, setting, When(now, now, False, False, ""))


def _judged(state: SpaceState, setting: SpaceSetting, when: When) -> tuple[SpaceState, tuple[Happening, ...]]:
    tracks, happened = dict(state.tracks), []
    for check in setting.checks:
        track = tracks.get(check.key)
        memo = track.memo if track else ()
        seen = Seen(state, setting.space, when.at, memo)
        sight = SEEN[check.rule.kind](check, seen)
        after, told = fold(track, check, sight, when)
        if told is not None:
            happened.append(told)
        if after is None:
            tracks.pop(check.key, None)
        else:
            tracks[check.key] = after
    return replace(state, tracks=tracks), tuple(happened)


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
    known = [m for v in voters if (m := seen.state.members.get(v)) is not None and seen.now - m.at <= stale]
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
    """The highest level that has lasted; `memo` keeps since when each is reached."""
    rule, stale = check.rule, check.rule.counts["stale_s"] * 1000
    reach = int(rule.figures["radius_m"] * 1000)
    now, members = seen.now, seen.state.members.values()
    there = [m.point for m in members if m.point is not None and now - m.at <= stale]
    most = _most_together(there, reach)
    since = seen.memo or (0,) * len(rule.levels)
    memo = tuple(
        (kept or now) if most >= least else 0 for kept, least in zip(since, rule.levels, strict=True)
    )
    lasted = sum(1 for at in memo if at and now - at >= check.lasts)
    told = memo if any(memo) else ()
    count, limit = Decimal(most), Decimal(rule.levels[max(lasted - 1, 0)])
    if lasted:
        return Sight("breach", count, "person", limit, "over", level=lasted, memo=told)
    return Sight("between" if most >= rule.levels[0] else "clear", count, "person", limit, memo=told)


def _most_together(there: Sequence[Point], reach: int) -> int:
    return max((sum(1 for other in there if near(one, other, reach)) for one in there), default=0)


SEEN = {"vote": vote, "crowd": crowd}

"""One message of an instrument, and what comes of it.

The reader gives every message of an instrument in the order in which it came, and `tick` once it has read all
that was there at `now`: before that, silence is the reader's own (S18).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from davy_core.watch.episodes import When, fold, recall, told
from davy_core.watch.happening import Happening
from davy_core.watch.order import arrived
from davy_core.watch.quiet import counted, quiet_since, sound
from davy_core.watch.reading import AHEAD, TRUSTED, Reading
from davy_core.watch.setting import Setting
from davy_core.watch.sights import REMEMBERING, SIGHTS, Sight, against, concerns
from davy_core.watch.state import Boot, State, Track
from davy_core.watch.tick import earliest, tick
from davy_core.watch.work import Work

Happenings = tuple[Happening, ...]


def step(state: State, reading: Reading, setting: Setting) -> tuple[State, Happenings]:
    """The state after one message. One that has been here before changes nothing."""
    boots = arrived(state.boots, reading.boot, reading.seq)
    again = boots is None
    if boots is None:
        if min(reading.at, reading.heard) <= state.at:
            return state, ()
        boots = state.boots  # a number told twice, but not the same message: it may open, and proves nothing
    before: Happenings = ()
    heard = reading.heard
    if (
        state.setting != setting.version
        or (state.due is not None and heard >= state.due)
        or (setting.quiet is not None and heard - state.good >= setting.quiet)
        or setting.blind
    ):
        state, before = tick(state, heard, setting)
    at = min(reading.at, heard)
    trusted = not again and reading.clock in TRUSTED and reading.at <= heard + AHEAD
    if at < state.at:
        late = When(at, heard, False, trusted, setting.instrument)
        return _history(state, reading, setting, boots=boots, before=before, when=late)
    when = When(at, heard, trusted and heard - at <= setting.fresh, trusted, setting.instrument)
    work = Work(state.tracks)
    doubted = _limits(work, reading, setting, when)
    if setting.others:
        _others(work, reading, setting, when)
    until = setting.calibrated_until
    stale = until is not None and at >= until
    if not trusted or stale or doubted or reading.doubts or setting.doubts[0].key in state.tracks:
        _doubts(work, reading, setting, doubted, when)
    good, later = state.good, state.later
    if when.live:
        good, later = counted(state, reading, setting, doubted, work.track)
        if state.tracks:
            _heard_again(work, setting, quiet_since(good, later, setting), heard)
    tracks = work.tracks()
    due = state.due if tracks is state.tracks else earliest(tracks)
    return State(boots, at, good, later, tracks, due, state.setting), (*before, *work.happened)


def _limits(work: Work, reading: Reading, setting: Setting, when: When) -> Mapping[str, str]:
    """Hold every value to its limits; the channels that prove nothing come back with the reason."""
    doubted: dict[str, str] = {}
    kept, limits, doubts = work.kept, setting.limits, reading.doubts
    for channel, (value, unit) in reading.values.items():
        judged = False
        for check in limits.get(channel, ()):
            bounds = check.bounds.get(unit)
            if bounds is None:
                continue
            judged = True
            high, low = bounds.high, bounds.low
            if (high is None or value <= high) and (low is None or value >= low):
                if not bounds.whole:
                    doubted[channel] = "limit"
                if check.key not in kept and channel not in doubts:
                    continue
            sight = against(bounds, value, unit, beyond=doubts.get(channel) == "over_range")
            firm = _firm(channel, reading, setting, when)
            work.put(check.key, fold(kept.get(check.key), check, sight, firm))
        if not judged and channel in setting.gases and setting.limits.get(channel):
            doubted[channel] = "unit"
    return doubted


def _firm(channel: str | None, reading: Reading, setting: Setting, when: When) -> When:
    """A value that something speaks against may end nothing."""
    if sound(channel or "", reading, setting, when.at):
        return when
    return replace(when, live=False, trusted=False)


def _others(work: Work, reading: Reading, setting: Setting, when: When) -> None:
    for check in setting.others:
        track = work.kept.get(check.key)
        memo = track.memo if track else ()
        if not concerns(check, reading, memo):
            continue
        sight = SIGHTS[check.rule.kind](check, reading, memo)
        if track is not None and _idle(track, sight):
            continue
        if track is None and sight.what != "breach" and not sight.memo:
            continue
        work.put(check.key, fold(track, check, sight, _firm(check.channel, reading, setting, when)))


def _idle(track: Track, sight: Sight) -> bool:
    """Nothing is open or under way, and nothing new is to be remembered."""
    return sight.what == "clear" and track.since is None and track.memo == sight.memo


def _doubts(work: Work, reading: Reading, setting: Setting, doubted: Mapping[str, str], when: When) -> None:
    """What was doubted before stays so until the same channel comes and nothing speaks against it."""
    speaks = {**doubted, **reading.doubts}.items()
    found = {c: why for c, why in speaks if c in reading.values or c in setting.gases}
    if not when.trusted:
        found |= dict.fromkeys(setting.steady, "clock")
    if setting.calibrated_until is not None and when.at >= setting.calibrated_until:
        found |= dict.fromkeys(setting.gases & reading.values.keys(), "uncalibrated")
    for check in setting.doubts:
        track = work.track(check.key)
        before = dict(track.memo) if track else {}
        for channel in list(before):
            if channel not in found and channel in reading.values and when.live:
                del before[channel]
        memo = tuple(sorted({**before, **found}.items()))
        sight = Sight("breach" if memo else "clear", memo=memo)
        after, happened = fold(track, check, sight, when)
        if happened is not None and happened.kind == "unknown":
            happened = replace(happened, reason=memo[0][1], channel=memo[0][0])
        work.put(check.key, (after, happened))


def _heard_again(work: Work, setting: Setting, since: int, heard: int) -> None:
    """Every channel has counted again: the silence is over."""
    for check in setting.silences:
        track = work.track(check.key)
        if track is not None and track.opened is not None and heard - since < check.after:
            when = When(since, heard, True, True, setting.instrument)
            work.put(check.key, (None, told("closed", track, check, when)))


def _history(
    state: State,
    reading: Reading,
    setting: Setting,
    *,
    boots: tuple[Boot, ...],
    before: Happenings,
    when: When,
) -> tuple[State, Happenings]:
    """A reading older than what is known already (S18)."""
    work = Work(state.tracks)
    for channel, (value, unit) in reading.values.items():
        for check in setting.limits.get(channel, ()):
            bounds = check.bounds.get(unit)
            if bounds is not None:
                beyond = reading.doubts.get(channel) == "over_range"
                sight = against(bounds, value, unit, beyond=beyond)
                work.put(check.key, recall(work.track(check.key), check, sight, when))
    for check in setting.others:
        if check.rule.kind not in REMEMBERING and concerns(check, reading, ()):
            sight = SIGHTS[check.rule.kind](check, reading, ())
            work.put(check.key, recall(work.track(check.key), check, sight, when))
    return replace(state, boots=boots, tracks=work.tracks()), (*before, *work.happened)

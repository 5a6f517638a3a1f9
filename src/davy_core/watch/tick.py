"""The passing of time: what lasted long enough counts, what is silent is told (S17, S18, S27)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from davy_core.watch.episodes import When, name_of, open_episode
from davy_core.watch.happening import Happening
from davy_core.watch.quiet import quiet_since
from davy_core.watch.setting import Setting
from davy_core.watch.state import NONE, State, Track
from davy_core.watch.work import Work


def began(setting: Setting) -> State:
    """The state of an instrument of which nothing was heard yet."""
    return State(good=setting.since, setting=setting.version)


def tick(state: State, now: int, setting: Setting) -> tuple[State, tuple[Happening, ...]]:
    """The state at an instant until which everything was read: what lasted long enough counts, what is silent
    is told, and what is no longer watched is let go."""
    work = Work(state.tracks)
    state = _taken_over(state, setting, work, now)
    for key, track in state.tracks.items():
        if track.due is not None and now >= track.due and key in setting.checks:
            check = setting.checks[key]
            when = When(track.due, now, True, True, setting.instrument)
            work.put(key, open_episode(track, check, when))
    since = quiet_since(state.good, state.later, setting)
    for check in setting.silences:
        if now - since >= check.after and _shut(work.track(check.key)):
            when = When(since, now, True, True, setting.instrument)
            work.put(check.key, open_episode(Track(since=since), check, when, reason="silent"))
    for check in setting.blind:
        if _shut(work.track(check.key)):
            when = When(now, now, True, True, setting.instrument)
            work.put(check.key, open_episode(Track(since=now), check, when, reason=check.reason))
    tracks = work.tracks()
    return replace(state, tracks=tracks, due=earliest(tracks)), tuple(work.happened)


def _shut(track: Track | None) -> bool:
    return track is None or track.opened is None


def _taken_over(state: State, setting: Setting, work: Work, now: int) -> State:
    """A new setting: what it does not watch any more is let go, what it begins with is heard since then."""
    if state.setting == setting.version:
        return state
    for key, track in state.tracks.items():
        if key in setting.checks:
            continue
        work.changed[key] = None
        if track.opened is not None:
            work.happened.append(_let_go(key, track, setting, now))
    good = max(state.good, setting.since)
    later = {c: at for c, at in state.later.items() if c in setting.steady and at > good} or NONE
    return replace(state, setting=setting.version, good=good, later=later)


def _let_go(key: str, track: Track, setting: Setting, now: int) -> Happening:
    name, _, subject = key.partition("@")
    opened = track.opened or 0
    return Happening(
        "closed", name, subject, name_of(setting.instrument, key, opened), setting.instrument,
        opened, now, value=track.worst, unit=track.unit, limit=track.limit, side=track.side,
        reason="released",
    )  # fmt: skip


def earliest(tracks: Mapping[str, Track]) -> int | None:
    """The earliest instant at which something that lasts begins to count."""
    return min((t.due for t in tracks.values() if t.due is not None), default=None)


def next_look(state: State, setting: Setting) -> int | None:
    """When `tick` has something to tell if nothing is heard until then; None: never."""
    since = quiet_since(state.good, state.later, setting)
    still = [since + c.after for c in setting.silences if _shut(state.tracks.get(c.key))]
    return min([*still, *([state.due] if state.due is not None else [])], default=None)

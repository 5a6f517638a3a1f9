"""Since when a channel has not counted: a message without it, a doubtful one, one out of history do not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from davy_core.watch.reading import Reading
from davy_core.watch.setting import Setting
from davy_core.watch.state import NONE, State, Track

Look = Callable[[str], Track | None]


def sound(channel: str, reading: Reading, setting: Setting, at: int) -> bool:
    """Whether nothing speaks against this value of a reading."""
    if channel in reading.doubts:
        return False
    until = setting.calibrated_until
    return until is None or at < until or channel not in setting.gases


def counted(
    state: State, reading: Reading, setting: Setting, doubted: Mapping[str, str], look: Look
) -> tuple[int, Mapping[str, int]]:
    """Since when all channels count, and the later instants of those that counted since (`State`)."""
    at = min(reading.at, reading.heard)
    steady, until = setting.steady, setting.calibrated_until
    plain = not doubted and not reading.doubts and (until is None or at < until)
    if plain and not state.later and reading.values.keys() >= steady and not _flat(setting, look):
        return at, NONE
    flats = _flat(setting, look)
    fine = {
        c for c in steady
        if c in reading.values and c not in doubted and c not in flats and sound(c, reading, setting, at)
    }  # fmt: skip
    later = {**state.later, **dict.fromkeys(fine, at)}
    if not steady:
        return at, NONE
    good = min(later.get(c, state.good) for c in steady)
    return max(good, state.good), {c: t for c, t in later.items() if t > good} or NONE


def _flat(setting: Setting, look: Look) -> frozenset[str]:
    """The channels that show one value and nothing else."""
    return frozenset(str(c.channel) for c in setting.flats if _open(look(c.key)))


def _open(track: Track | None) -> bool:
    return track is not None and track.opened is not None


def quiet_since(good: int, later: Mapping[str, int], setting: Setting) -> int:
    """The instant since which some channel is silent."""
    if not later:
        return good
    return min((later.get(c, good) for c in setting.steady), default=good)

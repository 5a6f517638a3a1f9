"""What is kept of one instrument between its readings. Frozen, and JSON both ways: it survives a restart and
moves between workers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any

Memo = tuple[Any, ...]
"""What a kind of rule remembers: whole numbers, texts, Decimals, and tuples of them."""
NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Track:
    """How one check stands. `since`: the breach runs since then; `due`: it counts from then on, if nothing
    speaks against it; `opened`: an episode is open, by this name; `until`: its last breach; `good`: it is
    back within its limits since. `worst`, `unit`, `side`, `limit`, `level` are what was told last. `run` is a
    breach within history (from, to). `past` are the last episodes that ended (from, to)."""

    since: int | None = None
    due: int | None = None
    opened: int | None = None
    until: int | None = None
    good: int | None = None
    worst: Decimal | None = None
    unit: str | None = None
    side: str | None = None
    limit: Decimal | None = None
    level: int = 0
    memo: Memo = ()
    run: tuple[int, int] | None = None
    past: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Boot:
    """Which messages of one start of the instrument are here: all up to `top` but those in `gaps`."""

    name: str
    top: int
    gaps: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """`at` is that of the newest reading in order. `good`: every channel the work relies on has counted then;
    `later` by channel where one has counted since. `due` is the earliest instant at which a breach that
    lasts begins to count. `setting`: the version of the setting it stands for."""

    boots: tuple[Boot, ...] = ()
    at: int = 0
    good: int = 0
    later: Mapping[str, int] = field(default_factory=lambda: NONE)
    tracks: Mapping[str, Track] = field(default_factory=lambda: NONE)
    due: int | None = None
    setting: str = ""

    def open(self) -> tuple[str, ...]:
        """The keys of the checks with an open episode."""
        return tuple(key for key, track in self.tracks.items() if track.opened is not None)

    def plain(self) -> dict[str, Any]:
        """The form that JSON takes."""
        return {
            "boots": [[b.name, b.top, [list(g) for g in b.gaps]] for b in self.boots],
            "at": self.at,
            "good": self.good,
            "later": dict(self.later),
            "tracks": {key: kept_track(track) for key, track in self.tracks.items()},
            "due": self.due,
            "setting": self.setting,
        }


def restored(plain: Mapping[str, Any]) -> State:
    """The state that `plain` told. Raises KeyError or TypeError for anything else."""
    return State(
        boots=tuple(Boot(name, top, tuple((a, b) for a, b in gaps)) for name, top, gaps in plain["boots"]),
        at=plain["at"],
        good=plain["good"],
        later=dict(plain["later"]),
        tracks={key: track_of(told) for key, told in plain["tracks"].items()},
        due=plain["due"],
        setting=plain["setting"],
    )


_NUMBERS = ("since", "due", "opened", "until", "good", "unit", "side", "level")


def kept_track(track: Track) -> dict[str, Any]:
    """Only what says something: most tracks are nearly empty."""
    told = {name: getattr(track, name) for name in _NUMBERS}
    told |= {name: encoded(getattr(track, name)) for name in ("worst", "limit", "memo", "run", "past")}
    return {n: v for n, v in told.items() if not (v is None or v == [] or (n == "level" and v == 0))}


def track_of(plain: Mapping[str, Any]) -> Track:
    """The track that was told in plain form."""
    told: dict[str, Any] = {name: decoded(value) for name, value in plain.items()}
    return Track(**told)


def encoded(value: Any) -> Any:
    """Tuples as lists, Decimals as {"d": text}."""
    if isinstance(value, Decimal):
        return {"d": str(value)}
    return [encoded(v) for v in value] if isinstance(value, tuple) else value


def decoded(value: Any) -> Any:
    """The other way."""
    if isinstance(value, Mapping):
        return Decimal(value["d"])
    return tuple(decoded(v) for v in value) if isinstance(value, list) else value

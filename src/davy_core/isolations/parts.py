"""The parts of an isolation: its points, the locks on it, and the permits that rely on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from davy_core.streams import Mark


@dataclass(frozen=True)
class Point:
    """One point of isolation. `kind` is one of contracts/isolations.yaml; `number` the unified number of a
    blind or the plant's own of a valve or switch; `line` the pipe it sits in; `x` and `y` where it is on the
    drawing, 0 to 1 as decimal text.

    `state`: planned → applied → verified → removed → restored; `fitting` and `taking_out` while work on a
    blind goes on (7.10); `released` while it is energised for a test."""

    id: str
    kind: str
    hazardous: bool
    number: str | None = None
    medium: str | None = None
    line: str | None = None
    x: str | None = None
    y: str | None = None
    state: str = "planned"
    tag: str | None = None
    fitted_under: str | None = None
    taken_out_under: str | None = None
    applied: Mark | None = None
    verified: Mark | None = None
    removed: Mark | None = None
    restored: Mark | None = None
    begun: Mark | None = None
    doubted: Mark | None = None
    photo: str | None = None


@dataclass(frozen=True)
class Lock:
    """A lock that hangs. A personal one is its owner's alone; a group lock keeps the box or the point itself.
    `wanted` is who asked to take it off by force, and must be confirmed by somebody else."""

    number: str
    kind: str
    owner: str
    at: datetime
    point: str | None = None
    wanted: Mark | None = None


@dataclass(frozen=True)
class Reliance:
    """A permit that relies on this isolation, until it is released by name."""

    permit: str
    at: datetime
    by: str
    released: Mark | None = None


@dataclass(frozen=True)
class Count:
    """The people of one permit, out of the work place and counted."""

    permit: str
    people: int
    at: datetime
    by: str


@dataclass(frozen=True)
class Trial:
    """试车: these points are energised, from its start until somebody ends it."""

    points: tuple[str, ...]
    at: datetime
    by: str
    ended: Mark | None = None

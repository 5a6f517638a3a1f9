"""What is true of one isolation: the state that `apply` folds from its events and `decide` reads."""

from __future__ import annotations

from dataclasses import dataclass

from davy_core.isolations.parts import Count, Lock, Point, Reliance, Trial
from davy_core.streams import Mark, Where

SEPARATES = frozenset({"blind", "disconnection"})
"""What stands for itself on a line with a hazardous medium; a closed valve does not (6.1)."""


@dataclass(frozen=True)
class Isolation:
    """One isolation. `shown` are the photos that have proven something on it already."""

    id: str
    number: str
    place: Where
    planned: Mark
    equipment: str | None = None
    drawing: str | None = None
    isolators: tuple[str, ...] = ()
    verifiers: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    points_ever: int = 0
    locks: tuple[Lock, ...] = ()
    reliances: tuple[Reliance, ...] = ()
    counts: tuple[Count, ...] = ()
    trial: Trial | None = None
    cancelled: Mark | None = None
    shown: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """open, testing, restored (every point given back and seen to be) or cancelled."""
        if self.cancelled is not None:
            return "cancelled"
        if self.testing:
            return "testing"
        return "restored" if self.points and all(p.state == "restored" for p in self.points) else "open"

    @property
    def testing(self) -> bool:
        """Whether a test runs that nobody has ended."""
        return self.trial is not None and self.trial.ended is None

    @property
    def is_applied(self) -> bool:
        """Whether every point holds, verified or not."""
        return bool(self.points) and all(p.state in {"applied", "verified"} for p in self.points)

    @property
    def is_verified(self) -> bool:
        """Whether every point holds and a second person has seen it. No points: no."""
        return bool(self.points) and all(p.state == "verified" for p in self.points)

    def point(self, point_id: str) -> Point | None:
        """The point of that id, or None."""
        return next((p for p in self.points if p.id == point_id), None)

    def lock(self, number: str) -> Lock | None:
        """The lock of that number that hangs here, or None."""
        return next((k for k in self.locks if k.number == number), None)

    def personal_locks(self, owners: frozenset[str] | None = None) -> int:
        """How many personal locks hang, of these owners when they are given."""
        mine = (k for k in self.locks if k.kind == "personal")
        return sum(1 for k in mine if owners is None or k.owner in owners)

    def relying(self) -> tuple[str, ...]:
        """The permits that rely on it and were not released, by id."""
        return tuple(r.permit for r in self.reliances if r.released is None)

    def counted(self, permit: str) -> Count | None:
        """The latest count of a permit's people."""
        return next((c for c in reversed(self.counts) if c.permit == permit), None)

    def blinds(self, *, verified: bool = False) -> int:
        """How many blinds it has, or has verified."""
        mine = [p for p in self.points if p.kind == "blind"]
        return sum(1 for p in mine if not verified or p.state == "verified")

    def by_valve_only(self) -> int:
        """How many lines with a hazardous medium only a valve keeps away: no isolation by 6.1."""
        cut = {p.line for p in self.points if p.kind in SEPARATES and p.line}
        bare = [p for p in self.points if p.kind == "valve" and p.hazardous and p.line not in cut]
        return len({p.line or p.id for p in bare})

"""What is true of one gate: who is let in, what the gate itself showed of it, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

OURS = "davy-"
"""How the name of every pass begins that Davy ever gave to a gate: by it a gate's list tells what is ours."""


@dataclass(frozen=True)
class Pass:
    """One person's leave to go in from `start` to `end` by these permits. `asked_at`: since when the gate
    should show what is wanted now; `confirmed_at`: its own list showed it; `late_at`: it did not in time, and
    was told. A pass with `revoked_at` should be gone; when the gate's list is without it, it is."""

    id: str
    person: str
    start: datetime
    end: datetime
    permits: tuple[str, ...]
    granted_at: datetime
    asked_at: datetime
    revoked_at: datetime | None = None
    why: str | None = None
    confirmed_at: datetime | None = None
    late_at: datetime | None = None

    @property
    def live(self) -> bool:
        """Whether it lets in as far as we are concerned."""
        return self.revoked_at is None

    @property
    def name(self) -> str:
        """What the gate knows it by."""
        return OURS + self.id


@dataclass(frozen=True)
class Drift:
    """An episode in which the gate's list was not ours, since when: passes that it had and lost, of ours that
    it should have no more (by name), with other times than asked; cards of others where there should be
    none."""

    since: datetime
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    foreign: int = 0


@dataclass(frozen=True)
class ListRow:
    """One line of a list: a person may go in from–until by this permit."""

    person: str
    start: datetime
    end: datetime
    permit: str


@dataclass(frozen=True)
class Listed:
    """The list made last for a gate without a network. `outdated_at`: somebody on it may go in no more, which
    was told; what is printed does not know it."""

    number: int
    at: datetime
    by: str
    until: datetime
    rows: tuple[ListRow, ...] = ()
    outdated_at: datetime | None = None


@dataclass(frozen=True)
class Gate:
    """The gate `id`. `passes`: those that are live, and revoked ones until the gate's own list is without
    them."""

    id: str
    passes: tuple[Pass, ...] = ()
    drift: Drift | None = None
    silent_since: datetime | None = None
    listed: Listed | None = None

    def of(self, person: str) -> Pass | None:
        """His live pass, or None."""
        return next((p for p in self.passes if p.person == person and p.live), None)

    def live(self) -> tuple[Pass, ...]:
        """All that are live."""
        return tuple(p for p in self.passes if p.live)

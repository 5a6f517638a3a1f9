"""What is true of one declared outage, and of one block of sheets: the states that `apply` folds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from davy_core.outages.ground import meet
from davy_core.streams import Mark, Where

OPEN_ACCOUNTS = frozenset({"blank", "doubted"})
"""States of a sheet that say nothing of what became of it: it may be in the block, or at work somewhere."""
USED = frozenset({"live", "closed"})


@dataclass(frozen=True)
class Outage:
    """A time in which a site, or these areas of it, works on paper. `areas` empty: the whole site. `ended`
    is when somebody said so, `ended_at` when it was over; `late`: it was declared when it had begun."""

    id: str
    number: str
    site: str
    areas: tuple[str, ...]
    reason: str
    starts_at: datetime
    until: datetime
    declared: Mark
    ended_at: datetime | None = None
    ended: Mark | None = None
    late: bool = False
    chased_at: datetime | None = None

    @property
    def state(self) -> str:
        """open or ended."""
        return "open" if self.ended_at is None else "ended"

    @property
    def happened(self) -> bool:
        """Whether it ever was: one that was called off before it began asks for no account."""
        return self.over_at is None or self.over_at > self.starts_at

    @property
    def over_at(self) -> datetime | None:
        """From when on sheets are counted: when it was over, or when somebody said so, if later. Until it was
        said paper counted, and one wrong digit of an end waives no account."""
        if self.ended_at is None or self.ended is None:
            return self.ended_at
        return max(self.ended_at, self.ended.at)

    def covers(self, area: str) -> bool:
        """Whether it holds for this area of its site."""
        return meet(self.areas, (area,))

    def holds_at(self, area: str, start: datetime, end: datetime) -> bool:
        """Whether paper counted in this area all the time from `start` to `end`; people write the minute."""
        within = self.ended_at is None or end <= self.ended_at
        return self.covers(area) and self.starts_at.replace(second=0, microsecond=0) <= start and within


@dataclass(frozen=True)
class Reading:
    """One value of gas as it stands on the sheet; a copy of paper, which meets no condition (S4)."""

    point: str
    substance: str
    value: str
    unit: str
    at: datetime


@dataclass(frozen=True)
class Filled:
    """What was entered of a sheet afterwards. `outside`: not all of its time lies in a declared outage."""

    by: Mark
    starts_at: datetime
    ends_at: datetime | None
    outcome: str
    responsible: str
    guardian: str | None
    workers: tuple[str, ...]
    readings: tuple[Reading, ...]
    photos: tuple[str, ...]
    outside: bool


@dataclass(frozen=True)
class Used:
    """A sheet that was worked on: where, as it was found, and what became of it. `outage` is the one it was
    registered under, None when none was declared. `agrees` is what the second person found."""

    place: Where
    registered: Mark
    condition: str
    outage: str | None
    photos: tuple[str, ...] = ()
    filled: Filled | None = None
    reviewed: Mark | None = None
    agrees: bool | None = None
    closed: Mark | None = None
    carried_to: str | None = None


@dataclass(frozen=True)
class Sheet:
    """One numbered sheet and its account, the newest of which counts. `unused_at`: somebody last saw it
    unused then; `told`: who gave the account and when."""

    serial: str
    state: str = "blank"
    told: Mark | None = None
    unused_at: datetime | None = None
    used: Used | None = None


@dataclass(frozen=True)
class Block:
    """Sheets for one kind of work, printed at one time by one version of the rules, in one hand. `areas`
    empty: the whole site. `offered`: who is to take it over; until he does, its holder answers for it.
    `chased`: what was asked about in vain → when last."""

    id: str
    number: str
    template: str
    type: str
    basis: str
    packs: tuple[str, ...]
    site: str
    areas: tuple[str, ...]
    printed: Mark
    holder: str
    sheets: tuple[Sheet, ...]
    offered: str | None = None
    chased: Mapping[str, datetime] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def state(self) -> str:
        """held or offered."""
        return "held" if self.offered is None else "offered"

    def sheet(self, serial: str) -> Sheet | None:
        """The sheet of that serial, or None when it is of another block."""
        return next((s for s in self.sheets if s.serial == serial), None)

    def covers(self, area: str) -> bool:
        """Whether its sheets are for this area of its site."""
        return meet(self.areas, (area,))

"""What is true of the actuation at one work point: its table, a proposal for another one, and its orders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from davy_core.streams import Mark

PROVEN_FOR = timedelta(seconds=60)
"""So long the proof of an order speaks for the present."""


@dataclass(frozen=True)
class Row:
    """One row: this cause has this effect by this instrument. `feeds`: what hangs on a circuit that it cuts;
    `positioned`: its position is described, and approved with the table."""

    id: str
    cause: str
    effect: str
    instrument: str
    feeds: tuple[str, ...] = ()
    positioned: bool = False


@dataclass(frozen=True)
class Table:
    """One version of the table. Without `approved` it moves nothing."""

    version: int
    rows: tuple[Row, ...]
    proposed: Mark
    approved: Mark | None = None


@dataclass(frozen=True)
class Order:
    """One order to one instrument. `causes` as the table names them, `permits` that asked for it; `due`:
    proof by then; `until`: void after that. `delivered_at`: the device says it has it; `confirmed_at`: its
    reading proves it; `refused`: what it said instead; `contradicted_at`: after the proof its reading shows
    the contrary, somebody switched at the machine or it failed; `restores`: the order that a person takes
    back; `left`: it failed, and when it was void nobody asked for it any more."""

    id: str
    instrument: str
    effect: str
    requested: Mark
    due: datetime
    until: datetime
    table: int
    causes: tuple[str, ...] = ()
    permits: tuple[str, ...] = ()
    delivered_at: datetime | None = None
    confirmed_at: datetime | None = None
    timed_out_at: datetime | None = None
    refused: str | None = None
    contradicted_at: datetime | None = None
    contradictions: int = 0
    restores: str | None = None
    superseded: bool = False
    left: bool = False

    @property
    def failed(self) -> bool:
        """Whether nobody proved it in time, or the device said no."""
        return self.confirmed_at is None and (self.timed_out_at is not None or self.refused is not None)

    @property
    def waits(self) -> bool:
        """Whether it may still be sent, as long as it is valid."""
        return not self.superseded and self.confirmed_at is None and self.refused is None

    def stands(self, now: datetime) -> bool:
        """Whether it needs no other order to the same end: it is on its way and its proof not due, or just
        proven. What was proven long ago may be otherwise by now; to order it again hurts nobody."""
        if self.superseded or self.failed or self.contradicted_at is not None:
            return False
        if self.confirmed_at is None:
            return now < self.due
        return now - self.confirmed_at < PROVEN_FOR


@dataclass(frozen=True)
class Actuation:
    """The work point `id`. `orders`: the last one of each instrument, and some before; all stand in the
    chain. `withheld`: of the table's rows those that may not act any more, by instrument with the reason."""

    id: str
    table: Table | None = None
    proposal: Table | None = None
    versions: int = 0
    orders: tuple[Order, ...] = ()

    def last(self, instrument: str) -> Order | None:
        """The order that holds for this instrument."""
        return next((o for o in reversed(self.orders) if o.instrument == instrument), None)

    def order(self, order_id: str) -> Order | None:
        """The order of that id, as far as it is remembered."""
        return next((o for o in self.orders if o.id == order_id), None)

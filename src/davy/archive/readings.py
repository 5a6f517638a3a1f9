"""The readings of the instruments that served some permits, as the seals tell of them: hour by hour and
whole, so that each hour is proved by the root that was sealed.

The hours in which an instrument served go in from their first minute to their last: the root is over all of
an hour, a proof for each single reading would take four times the room, and nobody can leave out a reading
that he does not like. What was not sealed is not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy.db import rows, tenant
from davy.readings import sealed
from davy_core.sealing import deciding
from davy_core.sealing.deciding import HOUR, Day, Line, Seal

__all__ = ["MOST", "Seals", "instruments"]

MOST = 100_000
"""Readings of a bundle of several permits: some four seconds of the ten that three days of hot work may take.
Of more none goes in, and the checker says so; a single permit always has its own."""

_SERVED = """
SELECT instrument_id::text AS instrument, from_at, until_at FROM instruments_binding
WHERE company_id = %s AND permit_id = ANY(%s) ORDER BY instrument_id, from_at
"""
_INSTRUMENTS = """
SELECT DISTINCT b.instrument_id AS id FROM instruments_binding b
JOIN evidence_stream s ON s.company_id = b.company_id AND s.kind = 'instrument' AND s.id = b.instrument_id
WHERE b.company_id = %s AND b.permit_id = ANY(%s) ORDER BY id
"""


def instruments(company_id: UUID, permits: Sequence[UUID]) -> list[UUID]:
    """Those that ever served one of these permits. Inside a tenant block."""
    return [row["id"] for row in rows.many(_INSTRUMENTS, [company_id, list(permits)])]


@dataclass
class Seals:
    """The seals that a bundle shows, and by them the readings that belong to its permits."""

    company: UUID
    _days: list[Day] = field(default_factory=list)

    def take(self, told: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        """The events of one day, type and data."""
        found: Day = ()
        for event_type, data in told:
            found = deciding.apply(found, event_type, data)
        self._days.append(found)

    def files(self, permits: Sequence[UUID]) -> Iterator[tuple[str, bytes]]:
        """Name and content of each file of readings, one a seal and instrument: a leaf a line. A day that is
        past its time has none."""
        due = self._due(permits)
        if len(permits) > 1 and sum(line.count for _, line in due) > MOST:
            return
        for seal, line in due:
            with tenant.company(self.company):
                found = sealed.leaves(self.company, line.instrument, seal.starts, line.after, line.upto)
                content = b"".join(leaf.content() + b"\n" for leaf in found)
            if content:
                yield f"readings/{line.instrument}/{seal.starts:%Y-%m-%dT%H}-{line.upto}.jsonl", content

    def _due(self, permits: Sequence[UUID]) -> list[tuple[Seal, Line]]:
        with tenant.company(self.company):
            served: dict[str, list[tuple[datetime, datetime | None]]] = {}
            for row in rows.many(_SERVED, [self.company, list(permits)]):
                served.setdefault(row["instrument"], []).append((row["from_at"], row["until_at"]))
        return [
            (seal, line)
            for seal in sorted((seal for day in self._days for seal in day), key=lambda seal: seal.starts)
            for line in seal.lines
            if any(_within(seal.starts, *span) for span in served.get(line.instrument, ()))
        ]


def _within(starts: datetime, begin: datetime, end: datetime | None) -> bool:
    """Whether some of the hour lies within. An hour that begins as the binding ends does not."""
    return begin < starts + HOUR and (end is None or starts < max(end, begin + timedelta(microseconds=1)))

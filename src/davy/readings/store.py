"""Writes readings and what belongs to them: one statement a table and batch, in the caller's transaction.

Rows travel as arrays (`unnest`), not by COPY: PostgreSQL refuses COPY into a table under row security, and a
staging table would need a right to make temporary tables that the role shall not have (ADR 0019).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from davy.db import rows
from davy_core.instruments.clocks import Offset
from davy_core.instruments.order import Order

__all__ = [
    "MOST",
    "Aside",
    "Known",
    "Row",
    "checkpoint",
    "day_of",
    "drop_days",
    "keep",
    "known_of",
    "make_days",
    "move_checkpoint",
    "set_aside",
]


MOST = 2**62 - 1
"""So many missing numbers are counted and no more: two of these still fit a bigint. Boots that skip to the
largest number come to more, and what is counted must never keep a partition from being read."""


@dataclass(frozen=True)
class Row:
    """One reading; see `models.Reading`. `newest`: when the newest one before it was taken."""

    instrument: UUID
    taken_at: datetime
    boot: str
    seq: int
    received_at: datetime
    clock: str
    gateway: UUID
    binding: UUID | None
    log_seq: int
    channels: Mapping[str, str]
    doubts: Mapping[str, str] | None
    newest: datetime | None = None


@dataclass(frozen=True)
class Aside:
    """One message that was set aside; see `models.SetAside`."""

    partition: int
    log_seq: int
    code: str
    detail: str
    topic: str
    gateway: UUID | None
    instrument: UUID | None
    received_at: datetime
    size: int
    head: bytes


@dataclass
class Known:
    """What is known of one instrument between its messages; see `models.Latest`. `newest`: when its newest
    reading was taken, by the earlier of its clock and the broker's."""

    order: Order = field(default_factory=Order)
    offset: Offset | None = None
    last: Row | None = None
    readings: int = 0
    duplicates: int = 0
    missing: int = 0
    gaps: list[tuple[str, int, int, datetime, datetime]] = field(default_factory=list)
    filled: list[tuple[str, int, int]] = field(default_factory=list)
    newest: datetime | None = None

    def move(
        self,
        row: Row,
        order: Order,
        offset: Offset | None,
        gap: tuple[int, int] | None,
        filled: tuple[int, int] | None,
    ) -> None:
        """One more reading."""
        if gap is not None:
            between = sorted((self.newest or row.taken_at, row.taken_at))
            self.gaps.append((row.boot, *gap, between[0], between[1]))
            self.missing = min(self.missing + gap[1] - gap[0] + 1, MOST)
        if filled is not None:
            self.filled.append((row.boot, row.seq, row.seq))
            self.missing -= 1
        self.order, self.offset = order, offset
        self.readings += 1
        taken = min(row.taken_at, row.received_at)
        self.newest = max(self.newest or taken, taken)
        if self.last is None or row.taken_at >= self.last.taken_at:
            self.last = row


_READINGS = """
INSERT INTO readings_reading (company_id, instrument_id, taken_at, boot, seq, received_at, clock, gateway_id,
  binding_id, log_seq, channels, doubts)
SELECT %s, i, t, b, s, r, c, g, n, l, v::jsonb, d::jsonb
FROM unnest(%s::uuid[], %s::timestamptz[], %s::text[], %s::bigint[], %s::timestamptz[], %s::text[],
%s::uuid[], %s::uuid[], %s::bigint[], %s::text[], %s::text[]) AS x(i, t, b, s, r, c, g, n, l, v, d)
ON CONFLICT DO NOTHING
"""
_LATEST = f"""
INSERT INTO readings_latest AS l (company_id, instrument_id, taken_at, received_at, clock, channels, sequence,
  offset_ms, measured_at, readings, duplicates, missing)
SELECT %s, i, t, r, c, v::jsonb, q::jsonb, o, m, n, d, g
FROM unnest(%s::uuid[], %s::timestamptz[], %s::timestamptz[], %s::text[], %s::text[], %s::text[],
  %s::bigint[], %s::timestamptz[], %s::bigint[], %s::bigint[], %s::bigint[])
  AS x(i, t, r, c, v, q, o, m, n, d, g)
ON CONFLICT (company_id, instrument_id) DO UPDATE SET taken_at = greatest(l.taken_at, excluded.taken_at),
  received_at = greatest(l.received_at, excluded.received_at),
  clock = CASE WHEN excluded.taken_at >= l.taken_at THEN excluded.clock ELSE l.clock END,
  channels = CASE WHEN excluded.taken_at >= l.taken_at THEN excluded.channels ELSE l.channels END,
  sequence = excluded.sequence, offset_ms = excluded.offset_ms, measured_at = excluded.measured_at,
  readings = l.readings + excluded.readings, duplicates = l.duplicates + excluded.duplicates,
  missing = least(least(l.missing, {MOST}) + excluded.missing, {MOST})
"""  # noqa: S608 - a constant
_GAP = """
INSERT INTO readings_gap (company_id, instrument_id, boot, from_seq, to_seq, after_at, before_at, missing)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_FILLED = """
UPDATE readings_gap SET missing = missing - 1
WHERE company_id = %s AND instrument_id = %s AND boot = %s AND from_seq <= %s AND to_seq >= %s
"""
_ASIDE = """
INSERT INTO readings_set_aside (company_id, partition, log_seq, code, detail, topic, gateway_id,
instrument_id, received_at, size, head)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_CHECKPOINT = """
INSERT INTO readings_checkpoint AS c (company_id, partition, log_seq, epoch) VALUES (%s, %s, %s, %s)
ON CONFLICT (company_id, partition) DO UPDATE SET log_seq = excluded.log_seq, epoch = excluded.epoch
WHERE c.epoch <= excluded.epoch AND c.log_seq < excluded.log_seq
"""
_KNOWN = """
SELECT instrument_id, least(taken_at, received_at) AS newest, sequence::text AS sequence, offset_ms,
  measured_at
FROM readings_latest WHERE company_id = %s AND instrument_id = ANY(%s::uuid[])
"""


def known_of(company_id: UUID, instruments: Iterable[UUID]) -> dict[UUID, Known]:
    """What is known of these instruments; one that never told anything is left out."""
    found = {}
    for row in rows.many(_KNOWN, (company_id, list(instruments))):
        offset = None
        if row["measured_at"] is not None:
            offset = Offset(timedelta(milliseconds=row["offset_ms"]), row["measured_at"])
        order = Order.of(json.loads(row["sequence"]))
        found[row["instrument_id"]] = Known(order, offset, newest=row["newest"])
    return found


def make_days(days: Iterable[date]) -> None:
    """Make the partitions of these days unless they are there. The database is asked each time: what one
    process remembers, another one may have dropped or restored since."""
    for day in sorted(set(days)):
        rows.one("SELECT readings_make_day(%s) AS made", (day,))


def drop_days(before: date) -> int:
    """Drop the days before this one (never one of the last thirty days); how many."""
    found = rows.one("SELECT readings_drop_days(%s) AS dropped", (before,))
    return int(found["dropped"]) if found else 0


def day_of(at: datetime) -> date:
    """The day whose partition holds this instant."""
    return at.astimezone(UTC).date()


def keep(company_id: UUID, found: Sequence[Row], known: Mapping[UUID, Known]) -> int:
    """Write the readings, and what is known of their instruments after them; how many were new."""
    stored = 0
    if found:
        stored = rows.run(
            _READINGS,
            (
                company_id,
                [r.instrument for r in found],
                [r.taken_at for r in found],
                [r.boot for r in found],
                [r.seq for r in found],
                [r.received_at for r in found],
                [r.clock for r in found],
                [r.gateway for r in found],
                [r.binding for r in found],
                [r.log_seq for r in found],
                [json.dumps(dict(r.channels)) for r in found],
                [json.dumps(dict(r.doubts)) if r.doubts else None for r in found],
            ),
        )
    _keep_known(company_id, {i: k for i, k in known.items() if k.last is not None})
    for instrument, one in known.items():
        for gap in one.gaps:
            rows.run(_GAP, (company_id, instrument, *gap, gap[2] - gap[1] + 1))
        for boot, low, high in one.filled:
            rows.run(_FILLED, (company_id, instrument, boot, low, high))
        if one.last is None and one.duplicates:
            rows.run(
                "UPDATE readings_latest SET duplicates = duplicates + %s"
                " WHERE company_id = %s AND instrument_id = %s",
                (one.duplicates, company_id, instrument),
            )
    return stored


def set_aside(company_id: UUID, found: Iterable[Aside]) -> None:
    """Keep what could not be taken."""
    for a in found:
        rows.run(
            _ASIDE,
            (
                company_id,
                a.partition,
                a.log_seq,
                a.code,
                a.detail,
                a.topic,
                a.gateway,
                a.instrument,
                a.received_at,
                a.size,
                a.head,
            ),
        )


def checkpoint(company_id: UUID, partition: int) -> int:
    """How far the partition was taken for this company."""
    row = rows.one(
        "SELECT log_seq FROM readings_checkpoint WHERE company_id = %s AND partition = %s",
        (company_id, partition),
    )
    return int(row["log_seq"]) if row else 0


def move_checkpoint(company_id: UUID, partition: int, log_seq: int, epoch: int) -> bool:
    """Move it on; False when somebody with a later lease was faster."""
    return rows.run(_CHECKPOINT, (company_id, partition, log_seq, epoch)) == 1


def _keep_known(company_id: UUID, found: Mapping[UUID, Known]) -> None:
    if not found:
        return
    ones: list[tuple[UUID, Known, Any]] = [(i, k, k.last) for i, k in found.items()]
    rows.run(
        _LATEST,
        (
            company_id,
            [i for i, _, _ in ones],
            [r.taken_at for _, _, r in ones],
            [r.received_at for _, _, r in ones],
            [r.clock for _, _, r in ones],
            [json.dumps(dict(r.channels)) for _, _, r in ones],
            [json.dumps(k.order.plain()) for _, k, _ in ones],
            [k.offset.by // timedelta(milliseconds=1) if k.offset else None for _, k, _ in ones],
            [k.offset.measured_at if k.offset else None for _, k, _ in ones],
            [k.readings for _, k, _ in ones],
            [k.duplicates for _, k, _ in ones],
            [k.missing for _, k, _ in ones],
        ),
    )

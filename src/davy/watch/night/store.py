"""Writes what a look through the evidence came to. Inside a tenant block."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from davy.db import rows
from davy.ids import uuid7
from davy.watch.night.told import Told

__all__ = ["Fault", "begin", "close", "open_faults", "write"]

_OPEN = """
INSERT INTO watch_mismatch (company_id, id, part, subject, why, found_at, seen_at)
VALUES (%(company)s, %(id)s, %(part)s, %(subject)s, %(why)s, %(now)s, %(now)s)
ON CONFLICT (company_id, part, subject, why) WHERE mended_at IS NULL DO UPDATE SET seen_at = excluded.seen_at
"""
_END = """
UPDATE watch_look SET ended_at = %(now)s, streams = %(streams)s, events = %(events)s,
  entries = %(entries)s, files = %(files)s, faults = %(faults)s
WHERE company_id = %(company)s AND id = %(id)s
"""


class Fault(NamedTuple):
    """Something that does not hold; see `davy.watch.models.Mismatch`."""

    part: str
    subject: str
    why: str


def begin(company_id: UUID, now: datetime) -> UUID:
    """Note that a look began; gives its id."""
    made = uuid7()
    rows.run(
        "INSERT INTO watch_look (company_id, id, began_at, streams, events, entries, files, faults)"
        " VALUES (%s, %s, %s, 0, 0, 0, 0, 0)",
        (company_id, made, now),
    )
    return made


def open_faults(company_id: UUID) -> set[Fault]:
    """What did not hold when it was last looked at."""
    found = rows.many(
        "SELECT part, subject, why FROM watch_mismatch WHERE company_id = %s AND mended_at IS NULL",
        (company_id,),
    )
    return {Fault(**row) for row in found}


def write(company_id: UUID, found: Collection[Fault], looked_at: Collection[str], now: datetime) -> None:
    """Note these faults, and that the open ones among what was looked at (``file <hash>``, or a whole part)
    that are not found any more hold again."""
    for fault in sorted(set(found)):
        rows.run(_OPEN, {"company": company_id, "id": uuid7(), "now": now, **fault._asdict()})
    for gone in open_faults(company_id) - set(found):
        if gone.part in looked_at or f"{gone.part} {gone.subject}" in looked_at:
            rows.run(
                "UPDATE watch_mismatch SET mended_at = %s WHERE company_id = %s AND part = %s"
                " AND subject = %s AND why = %s AND mended_at IS NULL",
                (now, company_id, *gone),
            )


def close(company_id: UUID, look: UUID, told: Told, now: datetime) -> None:
    """Note that the look went through to its end, and what it came to."""
    rows.run(_END, {"company": company_id, "id": look, "now": now, **told.counts()})

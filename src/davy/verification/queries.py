"""Reads people's papers with what was verified of them. Inside the tenant block of the company."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from davy.db import rows
from davy.evidence import queries as evidence
from davy.people import vault
from davy_core.permits.kept import is_of_today
from davy_core.permits.plain import from_plain
from davy_core.verification.answer import Claim
from davy_core.verification.state import Checked, apply

__all__ = [
    "claim",
    "claim_of",
    "fingerprint",
    "frozen_since",
    "held",
    "live_permits",
    "load",
    "paper",
    "status",
]

_PAPER = """
SELECT c.id, c.person_id, c.kind, c.number, c.item, c.holder_name, c.valid_from, c.valid_to, c.review_due,
  p.name, p.status, p.hr_code
FROM people_certificate c
JOIN people_person p ON p.company_id = c.company_id AND p.id = c.person_id
WHERE c.company_id = %s AND c.id = %s
"""
# Of those that stand on a permit, only who works or guards on it stops it: that is decided there.
_LIVE = """
SELECT id FROM permits_permit
WHERE company_id = %s AND %s::uuid = ANY(people) AND state IN ('issued', 'active', 'paused') ORDER BY id
"""


def load(company_id: UUID, person_id: UUID) -> Checked | None:
    """The person's papers and freeze as his events fold, or None before the first."""
    row = rows.one(
        "SELECT doc::text AS doc FROM verification_person WHERE company_id = %s AND id = %s",
        (company_id, person_id),
    )
    if row is None:
        return None
    doc = json.loads(row["doc"])
    if is_of_today(Checked, doc):
        return cast("Checked", from_plain(Checked, doc))
    state: Checked | None = (
        None  # a row of an older release: its events tell what has come to the state since
    )
    for event in evidence.events(company_id, "person", person_id):
        state = apply(state, event.type, event.data)
    return state


def frozen_since(company_id: UUID, person_id: UUID) -> datetime | None:
    """Since when he is frozen by this stream; None where he is not."""
    row = rows.one(
        "SELECT frozen_at FROM verification_person WHERE company_id = %s AND id = %s", (company_id, person_id)
    )
    return row["frozen_at"] if row else None


def status(company_id: UUID, person_id: UUID) -> str | None:
    """active, frozen or left; None for nobody."""
    row = rows.one(
        "SELECT status FROM people_person WHERE company_id = %s AND id = %s", (company_id, person_id)
    )
    return str(row["status"]) if row else None


def paper(company_id: UUID, certificate_id: UUID) -> dict[str, Any] | None:
    """The certificate with its holder, or None."""
    return rows.one(_PAPER, (company_id, certificate_id))


def held(company_id: UUID, person_id: UUID) -> frozenset[str]:
    """The ids of the certificates that the ledger has of him."""
    found = rows.many(
        "SELECT id::text FROM people_certificate WHERE company_id = %s AND person_id = %s",
        (company_id, person_id),
    )
    return frozenset(row["id"] for row in found)


def claim(row: Mapping[str, Any]) -> Claim:
    """What the ledger claims by this row of `paper`."""
    days: dict[str, date | None] = {day: row[day] for day in ("valid_from", "valid_to", "review_due")}
    return Claim(row["number"], row["kind"], row["item"], row["name"], row["holder_name"], **days)


def fingerprint(company_id: UUID, told: Claim) -> str:
    """By which the same claim is known again, telling nobody what it was."""
    days = [str(one) for one in (told.valid_from, told.valid_to, told.review_due)]
    text = "\x1f".join([told.number, told.kind, told.item, told.name, told.holder_name, *days])
    return vault.index(f"claim/{text}", company_id)


def claim_of(company_id: UUID, certificate_id: UUID, person_id: UUID) -> Claim | None:
    """The claim of a certificate of this person; None for anybody else's."""
    row = paper(company_id, certificate_id)
    return claim(row) if row is not None and row["person_id"] == person_id else None


def live_permits(company_id: UUID, person_id: UUID) -> list[UUID]:
    """The permits that are issued, active or paused and name him."""
    return [row["id"] for row in rows.many(_LIVE, (company_id, person_id))]

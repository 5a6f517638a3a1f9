"""Certificates with what was verified of them, as lists show them. Inside the tenant block of the company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.people.shapes import masked
from davy.verification import queries
from davy.verification.contract import book
from davy_core.verification.waiting import Known, shown

__all__ = ["hidden", "line", "listed", "of_person", "one", "overdue"]

_ROWS = """
SELECT c.id, c.person_id, c.kind, c.number, c.item, c.holder_name, c.valid_from, c.valid_to, c.review_due,
  c.scan, p.name, p.status, p.hr_code, p.photo, s.verdict, s.source, s.claim, s.answered_at, s.differs,
  s.lacks, s.newer, s.evidence
FROM people_certificate c
JOIN people_person p ON p.company_id = c.company_id AND p.id = c.person_id
LEFT JOIN verification_standing s ON s.company_id = c.company_id AND s.certificate_id = c.id
WHERE c.company_id = %(company)s AND (%(all)s OR c.kind = ANY(%(kinds)s))
  AND (%(person)s::uuid IS NULL OR c.person_id = %(person)s::uuid)
  AND (%(paper)s::uuid IS NULL OR c.id = %(paper)s::uuid)
  AND (p.status <> 'left' OR %(all)s)
  AND (%(q)s = '' OR p.name ILIKE %(like)s OR p.hr_code ILIKE %(like)s OR c.item ILIKE %(like)s)
ORDER BY p.name_pinyin, p.name, c.kind, c.item, c.id
"""
_FIRST = ("differs", "not_found", "revoked", "doubted", "overdue", "waiting", "confirmed", "none")


def listed(
    company_id: UUID, now: datetime, *, q: str = "", state: str | None = None, page: tuple[int, int] = (1, 50)
) -> dict[str, Any]:
    """One page of those that have a source, what is wrong in front; and how many there are of each state."""
    found = [line(row, company_id, now) for row in _read(company_id, q=q)]
    counts = Counter(one["state"] for one in found)
    wanted = [one for one in found if state is None or one["state"] == state]
    wanted.sort(key=lambda one: _FIRST.index(one["state"]))
    number, size = page
    return {
        "items": wanted[(number - 1) * size : number * size],
        "counts": dict(counts),
        "total": len(wanted),
        "page": number,
        "size": size,
    }


def of_person(company_id: UUID, person_id: UUID, now: datetime) -> list[dict[str, Any]]:
    """All certificates of a person, of whatever kind."""
    return [line(row, company_id, now) for row in _read(company_id, person=person_id, whole=True)]


def one(company_id: UUID, certificate_id: UUID, now: datetime) -> dict[str, Any] | None:
    """One certificate, or None."""
    found = _read(company_id, paper=certificate_id, whole=True)
    return {**line(found[0], company_id, now), **_beside(found[0])} if found else None


def overdue(company_id: UUID, now: datetime) -> int:
    """How many certificates wait for longer than they may."""
    return sum(line(row, company_id, now)["state"] == "overdue" for row in _read(company_id))


def _read(
    company_id: UUID,
    *,
    q: str = "",
    person: UUID | None = None,
    paper: UUID | None = None,
    whole: bool = False,
) -> Sequence[Mapping[str, Any]]:
    return rows.many(
        _ROWS,
        {
            "company": company_id,
            "kinds": sorted(book().kinds),
            "all": whole,
            "person": person,
            "paper": paper,
            "q": q,
            "like": f"%{q}%",
        },
    )


def line(row: Mapping[str, Any], company_id: UUID, now: datetime) -> dict[str, Any]:
    """One certificate with its state today; the number in full."""
    same = row["claim"] is not None and row["claim"] == queries.fingerprint(company_id, queries.claim(row))
    since = _entered(row["id"])
    if row["answered_at"] is not None and not same:
        since = row["answered_at"]
    known = Known(row["kind"], row["verdict"], row["source"], same, row["answered_at"], since)
    alike = (
        "id", "person_id", "kind", "item", "number", "holder_name", "valid_from", "valid_to", "review_due",
        "verdict", "source", "answered_at",
    )  # fmt: skip
    return {
        **{name: row[name] for name in alike},
        "person": row["name"],
        "person_code": row["hr_code"],
        "person_status": row["status"],
        "state": shown(known, book(), now),
        "same_claim": same,
        "differs": row["differs"] or [],
        "lacks": row["lacks"] or [],
        "newer": row["newer"] or [],
        "evidence": row["evidence"] or "",
    }


def hidden(told: Mapping[str, Any], *, whole: bool) -> dict[str, Any]:
    """The line as this reader may see it."""
    return {**told, "number": told["number"] if whole else masked(told["number"])}


def _entered(row_id: UUID) -> datetime:
    """When a row was made, by its id (UUIDv7)."""
    return datetime.fromtimestamp((row_id.int >> 80) / 1000, UTC)


def _beside(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"photo": row["photo"], "scan": row["scan"]}

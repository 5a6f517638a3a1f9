"""Defers what is told: one notice per hand-in and per decision, never one per row. Inside a tenant block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from davy.contractors.models import FirmViolation, Submission
from davy.door import jobs
from davy.people.models import Firm

__all__ = [
    "ANSWERED",
    "DECIDED",
    "HANDED",
    "VIOLATED",
    "tell_answered",
    "tell_decided",
    "tell_handed",
    "tell_violation",
]

HANDED, DECIDED = "contractors.handed_in", "contractors.decided"
VIOLATED, ANSWERED = "contractors.violated", "contractors.answered"


def tell_handed(firm_id: UUID, source: UUID, count: int, *, lets_in: bool = False) -> None:
    """Whoever looks after contractors is told that the firm handed `count` things in by one act, `source`;
    of who is to be let in, whoever decides on that."""
    company = Firm.objects.values_list("company_id", flat=True).get(id=firm_id)
    told = {"firm": str(firm_id), "source": str(source), "count": count, "lets_in": lets_in}
    jobs.defer(HANDED, {"company": str(company), **told})


def tell_decided(rows: Iterable[Submission]) -> None:
    """Whoever handed these in is told what the plant decided, once for all of his."""
    of: defaultdict[tuple[UUID, UUID], list[str]] = defaultdict(list)
    for row in rows:
        of[row.company_id, row.by_id].append(str(row.id))
    for (company, person), ids in of.items():
        jobs.defer(DECIDED, {"company": str(company), "person": str(person), "ids": ids})


def tell_violation(row: FirmViolation) -> None:
    """Whoever has the login of the firm is told that it was recorded, or withdrawn."""
    jobs.defer(VIOLATED, {"company": str(row.company_id), "violation": str(row.id)})


def tell_answered(row: FirmViolation) -> None:
    """Whoever recorded it is told what the firm said."""
    jobs.defer(ANSWERED, {"company": str(row.company_id), "violation": str(row.id)})

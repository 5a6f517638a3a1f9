"""Rows of contractors as the endpoints tell them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from davy.accounts.here import TenantRequest
from davy.contractors import papers, queries, shapes
from davy.contractors.models import Admission, Ban, FirmPaper
from davy.contractors.registers import admissions as let
from davy.contractors.registers import papers as register
from davy.contractors.registers import submissions
from davy.people import queries as people
from davy.people.models import Firm, Person

__all__ = ["admissions", "bans", "lines", "names", "paper"]


def lines(request: TenantRequest, found: list[Firm]) -> list[dict[str, Any]]:
    """Firms with how they stand today: shut out, papers that they lack, people let in."""
    company, today = request.company.id, request.company.today()
    shut = queries.banned(company, [one.id for one in found])
    kept: defaultdict[UUID, list[papers.Paper]] = defaultdict(list)
    for row in register.all(request).filter(firm_id__in=[one.id for one in found]):
        kept[row.firm_id].append(_seen(row))
    of: defaultdict[UUID, set[UUID]] = defaultdict(set)
    there = Person.objects.filter(company_id=company, firm_id__isnull=False).exclude(status="left")
    for person, firm in there.values_list("id", "firm_id"):
        if firm is not None:
            of[firm].add(person)
    current = let.all(request).filter(withdrawn_on=None, since__lte=today, until__gte=today)
    waits = submissions.all(request).filter(state="waiting", firm_id__in=[one.id for one in found])
    handed = Counter(waits.values_list("firm_id", flat=True))
    let_in = set(current.values_list("person_id", flat=True))
    return [
        {
            **{name: getattr(one, name) for name in ("id", "code", "name", "active")},
            "banned": str(one.id) in shut,
            "lacking": list(papers.lacking(kept[one.id], today)),
            "people": len(of[one.id]),
            "admitted": len(of[one.id] & let_in),
            "waiting": handed[one.id],
        }
        for one in found
    ]


def _seen(row: FirmPaper) -> papers.Paper:
    return papers.Paper(row.kind, row.valid_from, row.valid_to, row.unlimited)


def paper(request: TenantRequest, row: FirmPaper) -> dict[str, Any]:
    """A paper with what it counts for today."""
    own = {name: getattr(row, name) for name in shapes.FirmPaperIn.model_fields}
    return {**own, "id": row.id, "standing": papers.standing(_seen(row), request.company.today())}


def names(request: TenantRequest, ids: Iterable[UUID | None]) -> dict[UUID | None, str]:
    """Names by person."""
    known = people.names(request.company.id, [one for one in ids if one])
    return {UUID(person): name for person, name in known.items()}


def bans(request: TenantRequest, found: list[Ban]) -> list[dict[str, Any]]:
    """Bans with the names of who shut out and who let in again."""
    called = names(request, [who for one in found for who in (one.banned_by_id, one.lifted_by_id)])
    own = ("id", "firm_id", "since", "why", "lifted_on", "lifted_why")
    return [
        {
            **{name: getattr(one, name) for name in own},
            "by": called.get(one.banned_by_id),
            "lifted_by": called.get(one.lifted_by_id),
        }
        for one in found
    ]


def admissions(request: TenantRequest, found: list[Admission]) -> list[dict[str, Any]]:
    """Admissions with their names, and whether each counts today."""
    named = [who for one in found for who in (one.person_id, one.companion_id, one.granted_by_id)]
    called, today = names(request, named), request.company.today()
    return [
        {
            **{name: getattr(one, name) for name in shapes.AdmissionIn.model_fields},
            "id": one.id,
            "person_name": called.get(one.person_id),
            "companion_name": called.get(one.companion_id),
            "granted_by": called.get(one.granted_by_id),
            "withdrawn_on": one.withdrawn_on,
            "withdrawn_why": one.withdrawn_why,
            "counts": one.withdrawn_on is None and one.since <= today <= one.until,
        }
        for one in found
    ]

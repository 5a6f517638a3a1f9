"""What may be stored about contractors, beyond the type of each field."""

from __future__ import annotations

from davy.contractors import queries
from davy.contractors.models import Admission, FirmPaper
from davy.contractors.papers import kinds
from davy.people import catalogues
from davy.people.models import Person
from davy.problems.response import Problem
from davy.training.asking import check_trained

__all__ = ["check_admission", "check_paper"]


def check_paper(paper: FirmPaper) -> None:
    """Raises Problem for a kind that is not known, days in the wrong order, or two ends."""
    if paper.kind not in kinds():
        raise Problem("malformed", missing=[{"at": "kind", "wrong": "unknown"}])
    if paper.unlimited and paper.valid_to is not None:
        raise Problem("malformed", missing=[{"at": "valid_to", "wrong": "unlimited"}])
    if paper.valid_from is not None and paper.valid_to is not None and paper.valid_to < paper.valid_from:
        raise Problem("ledger_dates", missing=[{"at": "valid_to", "wrong": "before"}])


def check_admission(row: Admission) -> None:
    """Raises Problem for somebody of the plant's own, a firm that is shut out, a companion who is not of the
    plant, types of work that are not known, days in the wrong order, or a course of these works that he did
    not pass where the plant asks for it."""
    known = {
        one.id: one
        for one in Person.objects.filter(
            company_id=row.company_id, id__in=[one for one in (row.person_id, row.companion_id) if one]
        )
    }
    person = known.get(row.person_id)
    if person is None:
        raise Problem("reference_unknown", field="person_id")
    if person.firm_id is None:
        raise Problem("admission_no_firm", missing=[{"at": "person_id"}])
    if queries.banned(row.company_id, [person.firm_id]):
        raise Problem("admission_firm_banned", missing=[{"at": "person_id"}])
    if not set(row.works) <= set(catalogues.works()):
        raise Problem("malformed", missing=[{"at": "works", "wrong": "unknown"}])
    if row.until < row.since:
        raise Problem("ledger_dates", missing=[{"at": "until", "wrong": "before"}])
    if row.companion_id is not None:
        _check_companion(known.get(row.companion_id))
    check_trained(row.company_id, row.person_id, row.works)


def _check_companion(companion: Person | None) -> None:
    if companion is None or companion.firm_id is not None or companion.status != "active":
        raise Problem("admission_companion", missing=[{"at": "companion_id"}])

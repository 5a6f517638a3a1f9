"""What a firm may hand in: a paper of its own, a certificate of one of its people, a request to let one in.

Nothing of it counts until somebody of the plant confirms it (davy.contractors.handed.deciding)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from davy.accounts.here import TenantRequest
from davy.attachments.store import hold
from davy.contractors.bounds import person_of_firm, uploaded
from davy.contractors.models import Admission, FirmPaper, Submission
from davy.contractors.registers import submissions
from davy.contractors.rules import check_admission, check_paper
from davy.people import catalogues, protected
from davy.people.models import Certificate, Firm, Person
from davy.people.rules import check_certificate
from davy.problems.response import Problem
from davy_core.papers.catalogue import Paper, doubts, governing

__all__ = [
    "FORGED", "WAITING_AT_MOST", "check_number", "check_room", "forgotten", "hand_in", "number_elsewhere",
    "row_of", "take_back",
]  # fmt: skip

WAITING_AT_MOST = 500
"""How many a firm may have waiting (j): more is nobody's paper work."""
FORGED = frozenset({"submission_number_taken", "submission_number_not_his", "submission_other_name"})
"""Refusals that look like somebody else's certificate: kept as security events."""
_BLANKS = str.maketrans("", "", " ·•　")


def hand_in(
    request: TenantRequest,
    firm: Firm,
    kind: str,
    values: Mapping[str, Any],
    scan: str = "",
    *,
    elsewhere: bool = True,
) -> Submission:
    """Keep what the firm tells as waiting. Raises Problem for what could not be entered, for a person or a
    scan that is not of the firm, and for a certificate that looks like another's. Without `elsewhere` a
    number that stands elsewhere is left for the plant to see."""
    waiting = check_room(request, firm)
    if scan and not uploaded(request.company.id, firm.id, scan):
        raise Problem("attachment_unknown", missing=[{"sha256": scan}])
    person = person_of_firm(request, firm, values["person_id"]) if "person_id" in values else None
    _check(request, firm, kind, {**values, **({} if kind == "admission" else {"scan": scan})}, person)
    if elsewhere and kind == "certificate" and person is not None:
        check_number(request, person.id, values["number"])
    told = {name: _plain(value) for name, value in values.items() if name != "person_id"}
    whose = None if person is None else person.id
    same = waiting.filter(kind=kind, body=told)
    if same.filter(**({"person_id__isnull": True} if whose is None else {"person_id": whose})).exists():
        raise Problem("submission_waiting")
    row = submissions.add(
        request,
        {
            "firm_id": firm.id,
            "kind": kind,
            "person_id": whose,
            "body": told,
            "scan": scan,
            "by_id": request.user.person_id,
        },
    )
    hold(request.company.id, "submission", row.id, "", scan)
    return row


def check_room(request: TenantRequest, firm: Firm) -> QuerySet[Submission]:
    """What of the firm waits. Raises Problem where no more is taken."""
    waiting = submissions.all(request).filter(firm_id=firm.id, state="waiting")
    if waiting.count() >= WAITING_AT_MOST:
        raise Problem("submissions_full", count=WAITING_AT_MOST)
    return waiting


def check_number(request: TenantRequest, person_id: UUID, number: str) -> None:
    """Raises Problem where a certificate of this number stands under somebody else, or waits for one."""
    if number_elsewhere(request, person_id, number):
        raise Problem("submission_number_taken", missing=[{"at": "number"}])


def number_elsewhere(
    request: TenantRequest, person_id: UUID | None, number: str, of_id: UUID | None = None
) -> bool:
    """Whether a certificate of this number stands under somebody else, or waits for one."""
    held = Certificate.objects.filter(company_id=request.company.id, number__iexact=number)
    waits = _waiting_certificates(request).filter(body__number__iexact=number)
    if person_id is None:
        return held.exists() or waits.exclude(of_id=of_id).exists()
    return held.exclude(person_id=person_id).exists() or waits.exclude(person_id=person_id).exists()


def take_back(request: TenantRequest, firm: Firm, submission_id: UUID) -> Submission:
    """The firm no longer asks. Raises Problem for what is not its own or was decided."""
    found = submissions.all(request).filter(firm_id=firm.id, id=submission_id).first()
    if found is None:
        raise Problem("not_found")
    if found.state == "taken_back":
        return found
    if found.state != "waiting":
        raise Problem("submission_decided")
    for waits in submissions.all(request).filter(of_id=found.id, state="waiting"):
        take_back(request, firm, waits.id)
    hold(request.company.id, "submission", found.id, found.scan, "")
    return submissions.change(request, found.id, {"state": "taken_back", "scan": "", **forgotten(found)})


def forgotten(found: Submission) -> dict[str, Any]:
    """What goes of somebody when he no longer waits: his number, and how to reach him."""
    if found.kind != "person":
        return {}
    return {"sealed": b"", "id_hash": "", "body": {"name": found.body.get("name", "")}}


def row_of(found: Submission) -> dict[str, Any]:
    """The values of the row that it asks for."""
    days = ("issued_at", "valid_from", "valid_to", "review_due", "since", "until")
    told = {
        name: date.fromisoformat(value) if name in days and value else value
        for name, value in found.body.items()
    }
    if found.kind == "paper":
        return {**told, "firm_id": found.firm_id, "scan": found.scan}
    whose = {**told, "person_id": found.person_id}
    return whose if found.kind == "admission" else {**whose, "scan": found.scan}


def _check(
    request: TenantRequest, firm: Firm, kind: str, values: Mapping[str, Any], person: Person | None
) -> None:
    company = request.company.id
    if kind == "paper":
        check_paper(FirmPaper(company_id=company, firm_id=firm.id, **values))
    elif kind == "admission":
        check_admission(Admission(company_id=company, **values))
    elif person is not None:
        check_certificate(Certificate(company_id=company, **values))
        _check_holder(request, person, values)


def _check_holder(request: TenantRequest, person: Person, values: Mapping[str, Any]) -> None:
    """Raises Problem for a certificate that is somebody else's, or is there already."""
    printed = values["holder_name"].translate(_BLANKS)
    if printed and printed != person.name.translate(_BLANKS):
        raise Problem("submission_other_name", missing=[{"at": "holder_name"}])
    company, number = request.company.id, values["number"]
    held = Certificate.objects.filter(company_id=company, person_id=person.id, number__iexact=number)
    if held.filter(item=values["item"]).exists():
        raise Problem("submission_known", missing=[{"at": "number"}])
    days = {name: values[name] for name in ("issued_at", "valid_from", "valid_to", "review_due")}
    pack = governing(
        catalogues.catalogues(),
        values["kind"],
        days["issued_at"] or days["valid_from"],
        request.company.today(),
    )
    identity = protected.content(company, person.id).get("id_number")
    paper = Paper(values["kind"], number, values["item"], **days, identity=identity)
    if pack is not None and "number_not_holder" in doubts(pack, paper):
        raise Problem("submission_number_not_his", missing=[{"at": "number"}])


def _waiting_certificates(request: TenantRequest) -> QuerySet[Submission]:
    return submissions.all(request).filter(kind="certificate", state="waiting")


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return [_plain(one) for one in value] if isinstance(value, list) else value

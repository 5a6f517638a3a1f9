"""What the plant makes of what a firm handed in: confirmed, it becomes the row it asks for; or refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.db import transaction

from davy import clock
from davy.accounts.access import may
from davy.accounts.here import TenantRequest
from davy.attachments.store import hold
from davy.contractors import newcomers
from davy.contractors.handed.doubting import doubts
from davy.contractors.handed.handing import check_number, forgotten, row_of
from davy.contractors.handed.waiting import number_of
from davy.contractors.models import Submission
from davy.contractors.registers import admissions, papers, submissions
from davy.people import rules, vault
from davy.people.models import ImportRow, Person
from davy.people.registers import certificates
from davy.problems.response import Problem

__all__ = ["Decided", "confirm", "confirm_seen", "refuse"]

_REGISTER: dict[str, Any] = {"paper": papers, "certificate": certificates, "admission": admissions}
_HELD = {"paper": "firm_paper", "certificate": "certificate"}


@dataclass(frozen=True)
class Decided:
    """One of several: confirmed, or not and the refusal by its code."""

    row: Submission
    refused: str | None


def confirm(request: TenantRequest, submission_id: UUID) -> Submission:
    """Enter the row that was asked for, by the account that confirms. Raises Problem where another decided
    already, where deciding is not the account's, and for whatever the register refuses today."""
    found = _open(request, submission_id)
    if found.kind == "person":
        return _person(request, found)
    if found.of_id is not None and found.person_id is None:
        raise Problem("submission_person_waits")
    if found.kind == "certificate":
        check_number(request, cast("UUID", found.person_id), found.body["number"])
    values = row_of(found)
    if found.kind == "admission":
        values["granted_by_id"] = request.user.person_id
    if found.person_id is not None:
        _still_there(request, found.person_id, found.firm_id)
    made = _REGISTER[found.kind].add(request, values)
    if found.kind in _HELD:
        hold(request.company.id, _HELD[found.kind], made.id, "", made.scan)
    return _decided(request, found, {"state": "confirmed", "made_id": made.id})


def refuse(request: TenantRequest, submission_id: UUID, why: str) -> Submission:
    """Say no, with the reason that the firm reads."""
    found = _open(request, submission_id)
    for waits in submissions.all(request).filter(of_id=found.id, state="waiting"):
        _decided(request, waits, {"state": "refused", "why": why})
    return _decided(request, found, {"state": "refused", "why": why, **forgotten(found)})


def confirm_seen(request: TenantRequest, rows: Iterable[tuple[UUID, Collection[str]]]) -> list[Decided]:
    """Confirm several of one file, people before their certificates, each as it would be by itself. One with
    a doubt that whoever confirms was not shown stays as it is, and so does whatever a register refuses."""
    shown = dict(rows)
    found = submissions.all(request).filter(id__in=list(shown), state="waiting")
    done = []
    for one in sorted(found, key=lambda row: (row.kind != "person", row.at, row.id)):
        code = _held_back(request, one, shown[one.id])
        if code is None:
            code = _tried(request, one.id)
        done.append(Decided(one, code))
    return done


def _held_back(request: TenantRequest, one: Submission, shown: Collection[str]) -> str | None:
    if one.kind == "admission":
        return "submission_one_by_one"
    new = {doubt.code for doubt in doubts(request, [one])[one.id]} - set(shown)
    return "submission_doubt_new" if new else None


def _tried(request: TenantRequest, submission_id: UUID) -> str | None:
    try:
        with transaction.atomic():
            confirm(request, submission_id)
    except Problem as problem:
        return problem.code
    return None


def _person(request: TenantRequest, found: Submission) -> Submission:
    """He is entered for his firm, and his certificates that wait are his from now on."""
    number = number_of(found)
    here, mark = request.company, vault.index(number, request.company.id)
    if (
        Person.objects.filter(company_id=here.id, id_hash=mark).exists()
        or rules.entered_before(here, number) is not None
    ):
        raise Problem("submission_person_known")
    told = {name: found.body.get(name, "") for name in ("name", "phone", "trade", "team")}
    values = {**told, "photo": found.scan, "firm_id": found.firm_id, "id_number": number}
    person = newcomers.register(request, values, number, mark)
    submissions.all(request).filter(of_id=found.id, state="waiting").update(person_id=person.id)
    ImportRow.objects.filter(company_id=here.id, row_id=found.id).update(person_id=person.id)
    gone = {**forgotten(found), "person_id": person.id}
    return _decided(request, found, {"state": "confirmed", "made_id": person.id, **gone})


def _open(request: TenantRequest, submission_id: UUID) -> Submission:
    """The submission, locked, while it waits. One that was decided stays as it is."""
    found = submissions.all(request).select_for_update().filter(id=submission_id).first()
    if found is None:
        raise Problem("not_found")
    if found.kind == "admission" and not may(request.user.roles, "admissions", "write"):
        raise Problem("submission_not_yours")
    if request.user.person_id is None:
        raise Problem("submission_nobody")
    if found.state != "waiting":
        raise Problem("submission_decided")
    return found


def _still_there(request: TenantRequest, person_id: UUID, firm_id: UUID) -> None:
    whose = Person.objects.filter(company_id=request.company.id, id=person_id, firm_id=firm_id)
    if not whose.exclude(status="left").exists():
        raise Problem("submission_person_left")


def _decided(request: TenantRequest, found: Submission, values: dict[str, Any]) -> Submission:
    by = {"decided_by_id": request.user.person_id, "decided_at": clock.now()}
    return submissions.change(request, found.id, {**values, **by})

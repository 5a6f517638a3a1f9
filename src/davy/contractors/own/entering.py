"""A firm enters its own people, and what looks like somebody else's is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from davy.accounts import security
from davy.accounts.here import TenantRequest
from davy.attachments.store import hold
from davy.contractors import newcomers
from davy.contractors.bounds import person_of_firm, uploaded
from davy.contractors.handed.handing import FORGED
from davy.db import tenant
from davy.people import identity, rules, vault
from davy.people.models import Firm, Person
from davy.people.registers import people
from davy.problems.response import Problem

__all__ = ["change", "enter", "kept_if_forged", "leave"]

_KEPT = FORGED | {"own_person_elsewhere"}


@contextmanager
def kept_if_forged(request: TenantRequest) -> Iterator[None]:
    """One tenant block. A refusal that looks like somebody else's paper or person rolls back and leaves a
    security event, for the plant to read."""
    try:
        with tenant.company(request.company.id):
            yield
    except Problem as problem:
        if problem.code in _KEPT:
            account = request.user
            security.record(
                problem.code, company_id=account.company_id, account_id=account.id, request=request
            )
        raise


def enter(request: TenantRequest, firm: Firm, values: Mapping[str, Any]) -> Person:
    """A new person of the firm, with a staff code out of his identity number. Raises Problem for a number
    that cannot be, and for one who is on the books already: of the firm, or elsewhere."""
    told = {**values, "firm_id": firm.id}
    _check_photo(request, firm, told.get("photo", ""))
    try:
        number = identity.normal(told["id_number"])
    except identity.InvalidIdNumberError:
        raise Problem("id_number_invalid", missing=[{"at": "id_number", "wrong": "check"}]) from None
    mark = vault.index(number, request.company.id)
    there = Person.objects.filter(company_id=request.company.id, id_hash=mark).first()
    old = rules.entered_before(request.company, number) if there is None else None
    if there is not None or old is not None:
        own = there is not None and there.firm_id == firm.id
        raise Problem("own_person_twice" if own else "own_person_elsewhere", missing=[{"at": "id_number"}])
    return newcomers.register(request, told, number, mark)


def change(request: TenantRequest, firm: Firm, person_id: UUID, values: Mapping[str, Any]) -> Person:
    """Change what a firm may tell of its own people: how to reach him, trade, team and photo. Name, number
    and state are the plant's."""
    before = person_of_firm(request, firm, person_id).photo
    if values.get("photo", before) != before:
        _check_photo(request, firm, values["photo"])
    person = people.change(request, person_id, values)
    hold(request.company.id, "person", person.id, before, person.photo)
    return person


def leave(request: TenantRequest, firm: Firm, person_id: UUID) -> Person:
    """He is no longer of the firm: never refused. Who comes back is taken in again by the plant."""
    person = person_of_firm(request, firm, person_id)
    return people.change(request, person.id, {"status": "left"})


def _check_photo(request: TenantRequest, firm: Firm, sha256: str) -> None:
    if sha256 and not uploaded(request.company.id, firm.id, sha256):
        raise Problem("attachment_unknown", missing=[{"sha256": sha256}])

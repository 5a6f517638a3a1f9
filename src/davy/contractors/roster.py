"""Sign on at the gate and off again: who is not admitted is refused with the reason, on the spot."""

from __future__ import annotations

from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from davy import clock
from davy.accounts.models import Company
from davy.contractors import queries as contractors
from davy.db import tenant
from davy.people import catalogues
from davy.people.models import Person
from davy.problems.response import Problem
from davy.training import queries
from davy.training.asking import asks, in_words
from davy.training.models import Presence
from davy_core.permits.contracting import Admission

__all__ = ["sign_off", "sign_on"]


def sign_on(company: Company, site_id: UUID, person: Person) -> Presence:
    """Put him on the roster of today; a second time is no change. Raises Problem for whoever may not be
    here."""
    now, today = clock.now(), company.today()
    with tenant.company(company.id):
        firm_id = _check(company, person)
        with transaction.atomic():
            row, _ = Presence.objects.get_or_create(
                company_id=company.id,
                person_id=person.id,
                day=today,
                off_at=None,
                defaults={"site_id": site_id, "firm_id": firm_id, "on_at": now},
            )
        return row


def sign_off(company: Company, person: Person) -> Presence:
    """Take him off the roster of today; never refused for who he is. Raises Problem when he is not on it."""
    with tenant.company(company.id):
        there = Presence.objects.select_for_update().filter(
            company_id=company.id, person_id=person.id, day=company.today(), off_at=None
        )
        row = there.first()
        if row is None:
            raise Problem("roster_not_on")
        row.off_at = max(clock.now(), row.on_at)
        row.save(update_fields=["off_at"])
        return row


def _check(company: Company, person: Person) -> UUID:
    """His firm. Raises Problem with what keeps him out, the gravest first."""
    if person.firm_id is None:
        raise Problem("roster_own_staff")
    if person.status != "active":
        raise Problem("roster_person_frozen")
    now, zone = clock.now(), ZoneInfo(company.timezone)
    contract = contractors.contracts(company.id, [str(person.id)], now, zone)[str(person.id)]
    if contract.banned:
        raise Problem("roster_shut_out")
    standing = [one for one in contract.admissions if one.since <= now < one.until]
    if not standing:
        raise Problem("roster_not_admitted")
    if asks(company.id):
        _check_trained(company, person, standing)
    return person.firm_id


def _check_trained(company: Company, person: Person, standing: list[Admission]) -> None:
    """One admission whose courses all count is enough to be let in; the permit asks for its own work."""
    missing = [
        queries.lacking(company.id, person.id, one.works, catalogues.works(), company.today())
        for one in standing
    ]
    if all(missing):
        nearest = min(missing, key=lambda one: (len(one), one))
        raise Problem("roster_untrained", what=in_words(nearest))

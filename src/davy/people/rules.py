"""What may be stored about people, beyond the type of each field."""

from datetime import date
from typing import Any
from uuid import UUID

from davy.accounts.models import Company
from davy.people import catalogues, identity, vault
from davy.people.models import Certificate, Checkup, Person, Post, Restriction, Training
from davy.problems.response import Problem

__all__ = [
    "check_certificate",
    "check_checkup",
    "check_post",
    "check_restriction",
    "check_training",
    "entered_before",
    "is_his",
    "with_identity",
]


def with_identity(values: dict[str, Any], company: Company, person_id: UUID | None = None) -> dict[str, Any]:
    """The values of a person with ``id_number`` replaced by what stands beside his name; the number itself is
    for ``protected.keep``.

    Raises Problem ``id_number_invalid``, and ``already_exists`` where another person entered before numbers
    were sealed has it. None takes the identity away.
    """
    if "id_number" not in values:
        return values
    rest = {name: value for name, value in values.items() if name != "id_number"}
    if not values["id_number"]:
        return {**rest, "id_last4": "", "id_hash": ""}
    try:
        number = identity.normal(values["id_number"])
    except identity.InvalidIdNumberError:
        raise Problem("id_number_invalid", missing=[{"at": "id_number", "wrong": "check"}]) from None
    if entered_before(company, number) not in (None, person_id):
        raise Problem("already_exists", field="id_number", missing=[{"at": "id_number"}])
    return {**rest, "id_last4": identity.last4(number), "id_hash": vault.index(number, company.id)}


def entered_before(company: Company, number: str) -> UUID | None:
    """Who has this normal number among those whose hash is of before it was keyed. Inside a tenant block."""
    found = Person.objects.filter(company_id=company.id, id_last4=identity.last4(number)).exclude(id_hash="")
    old = [(row.id, row.id_hash) for row in found if not row.id_hash.startswith("k")]
    if not old:
        return None
    wanted = identity.hashed(number, bytes(company.salt))
    return next((person_id for person_id, text in old if text == wanted), None)


def is_his(number: str, person: Person, company: Company) -> bool | None:
    """Whether this normal number is that of the person; None: his is not known."""
    if not person.id_hash:
        return None
    if person.id_hash.startswith("k"):
        return person.id_hash == vault.index(number, company.id)
    return person.id_hash == identity.hashed(number, bytes(company.salt))


def check_certificate(paper: Certificate) -> None:
    """Raises Problem ``certificate_dates`` when a day precedes one that must not come after it."""
    order = [day for day in (paper.issued_at, paper.valid_from, paper.valid_to) if day is not None]
    if order != sorted(order):
        raise Problem("certificate_dates")
    begins = paper.valid_from or paper.issued_at
    if paper.review_due is not None and begins is not None and paper.review_due < begins:
        raise Problem("certificate_dates")


def check_checkup(checkup: Checkup) -> None:
    """Raises Problem for a kind that is not known or an end before the day of the examination."""
    if checkup.kind not in catalogues.checkups():
        raise Problem("malformed", missing=[{"at": "kind", "wrong": "unknown"}])
    _check_span(checkup.done_on, checkup.valid_to, "valid_to")


def check_training(training: Training) -> None:
    """Raises Problem for a subject that is not known or an end before the day of the training."""
    if training.subject not in catalogues.trainings():
        raise Problem("malformed", missing=[{"at": "subject", "wrong": "unknown"}])
    _check_span(training.done_on, training.valid_to, "valid_to")


def check_restriction(restriction: Restriction) -> None:
    """Raises Problem for a type of work that is not known or an end before the beginning."""
    if not set(restriction.works) <= set(catalogues.works()):
        raise Problem("malformed", missing=[{"at": "works", "wrong": "unknown"}])
    _check_span(restriction.since, restriction.until, "until")


def _check_span(begins: date, ends: date | None, field: str) -> None:
    if ends is not None and ends < begins:
        raise Problem("ledger_dates", missing=[{"at": field, "wrong": "before"}])


def check_post(post: Post) -> None:
    """Raises Problem for a deputy who is the holder, two scopes at once, or superiors in a circle."""
    if post.deputy_id is not None and post.deputy_id == post.holder_id:
        raise Problem("deputy_is_holder")
    if sum(scope is not None for scope in (post.area_id, post.unit_id, post.site_id)) > 1:
        raise Problem("malformed", missing=[{"at": "area_id", "wrong": "more_than_one_scope"}])
    seen: set[UUID] = {post.id}
    above = post.superior_id
    while above is not None:
        if above in seen:
            raise Problem("post_cycle")
        seen.add(above)
        above = (
            Post.objects.filter(company_id=post.company_id, id=above)
            .values_list("superior_id", flat=True)
            .first()
        )

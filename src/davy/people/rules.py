"""What may be stored about people, beyond the type of each field."""

from typing import Any
from uuid import UUID

from davy.people import identity
from davy.people.models import Certificate, Post
from davy.problems.response import Problem

__all__ = ["check_certificate", "check_post", "with_identity"]


def with_identity(values: dict[str, Any], salt: bytes) -> dict[str, Any]:
    """The values of a person with ``id_number`` replaced by what may be kept of it.

    Raises Problem ``id_number_invalid``. None takes the identity away.
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
    return {**rest, "id_last4": identity.last4(number), "id_hash": identity.hashed(number, salt)}


def check_certificate(paper: Certificate) -> None:
    """Raises Problem ``certificate_dates`` when a day precedes one that must not come after it."""
    order = [day for day in (paper.issued_at, paper.valid_from, paper.valid_to) if day is not None]
    if order != sorted(order):
        raise Problem("certificate_dates")
    begins = paper.valid_from or paper.issued_at
    if paper.review_due is not None and begins is not None and paper.review_due < begins:
        raise Problem("certificate_dates")


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

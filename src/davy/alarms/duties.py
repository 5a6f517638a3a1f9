"""Which duties a person has on an alarm's permit, and who has one. Permits know; this register only asks whom
it was told to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, Protocol
from uuid import UUID

__all__ = ["DutiesOf", "duties", "duties_each", "holders", "provide"]

Each = Mapping[UUID | None, frozenset[str]]


class DutiesOf(Protocol):
    """Tells the duties of a person on a permit now, or in the plant when the alarm has no permit."""

    def __call__(self, company_id: UUID, permit_id: UUID | None, person_id: UUID, /) -> frozenset[str]: ...


class _Source(NamedTuple):
    of: DutiesOf
    each: Callable[[UUID, Iterable[UUID | None], UUID], Each] | None
    holders: Callable[[UUID, UUID | None, str], tuple[str, ...]] | None


_asked: list[_Source] = []


def provide(
    of: DutiesOf,
    each: Callable[[UUID, Iterable[UUID | None], UUID], Each] | None = None,
    holders: Callable[[UUID, UUID | None, str], tuple[str, ...]] | None = None,
) -> None:
    """Name who tells the duties, those on many permits at once, and who has a duty; called once when the
    house starts. The last one named is asked."""
    _asked[:] = [_Source(of, each, holders)]


def duties(company_id: UUID, permit_id: UUID | None, person_id: UUID) -> frozenset[str]:
    """The duties of the person. Nobody has any until somebody can tell."""
    return _asked[0].of(company_id, permit_id, person_id) if _asked else frozenset()


def duties_each(company_id: UUID, permit_ids: Iterable[UUID | None], person_id: UUID) -> Each:
    """The duties of the person on every one of the permits."""
    wanted = set(permit_ids)
    if _asked and _asked[0].each:
        return _asked[0].each(company_id, wanted, person_id)
    return {permit_id: duties(company_id, permit_id, person_id) for permit_id in wanted}


def holders(company_id: UUID, permit_id: UUID | None, duty: str) -> tuple[str, ...]:
    """The ids of the persons with this duty, as far as somebody can tell."""
    return _asked[0].holders(company_id, permit_id, duty) if _asked and _asked[0].holders else ()

"""Which duties a person has on an alarm's permit. Permits know; this register only asks whom it was told
to ask."""

from typing import Protocol
from uuid import UUID

__all__ = ["DutiesOf", "duties", "provide"]


class DutiesOf(Protocol):
    """Tells the duties of a person on a permit now, or in the plant when the alarm has no permit."""

    def __call__(self, company_id: UUID, permit_id: UUID | None, person_id: UUID, /) -> frozenset[str]: ...


_asked: list[DutiesOf] = []


def provide(source: DutiesOf) -> None:
    """Name who tells the duties; called once when the house starts. The last one named is asked."""
    _asked[:] = [source]


def duties(company_id: UUID, permit_id: UUID | None, person_id: UUID) -> frozenset[str]:
    """The duties of the person. Nobody has any until somebody can tell."""
    return _asked[0](company_id, permit_id, person_id) if _asked else frozenset()

"""What a gate may know of a permit: its state, its window, and its people with what speaks for each of
them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from davy_core.permits.state import Permit


@dataclass(frozen=True)
class PersonSeen:
    """A person as the register has him. `certificates`: by duty on the permit what his papers for it are
    (valid, not_needed, missing, mismatch, expired, unknown). `barred`: a contraindication
    or a restriction keeps him from this type of work (GB 30871 4.9)."""

    status: str
    certificates: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    barred: bool = False


@dataclass(frozen=True)
class PermitSeen:
    """A permit. `duties`: person → what he is on it; `people`: what is known of each; `frozen`: its area
    is."""

    id: str
    number: str
    state: str
    site: str
    area: str
    start: datetime
    end: datetime
    causes: tuple[str, ...] = ()
    frozen: bool = False
    duties: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    people: Mapping[str, PersonSeen] = field(default_factory=lambda: MappingProxyType({}))


def duties_on(permit: Permit) -> Mapping[str, frozenset[str]]:
    """Person → his duties on site. The applicant as such has none: he asks from his desk."""
    crew = permit.crew
    named: list[tuple[str | None, str]] = [
        (crew.responsible, "responsible"),
        (crew.guardian, "guardian"),
        (crew.briefer, "briefer"),
        *((person, "worker") for person in crew.workers),
        *((person, "analyst") for person in crew.analysts),
        *((person, "confirmer") for person in crew.confirmers),
    ]
    found: dict[str, frozenset[str]] = {}
    for person, duty in named:
        if person:
            found[person] = found.get(person, frozenset()) | {duty}
    return found


def seen_of(permit: Permit, people: Mapping[str, PersonSeen], *, frozen: bool) -> PermitSeen:
    """The permit as a gate sees it."""
    duties = duties_on(permit)
    return PermitSeen(
        id=permit.id,
        number=permit.number or "",
        state=permit.state,
        site=permit.place.site,
        area=permit.place.area,
        start=permit.window.start,
        end=permit.window.end,
        causes=tuple(cause.kind for cause in permit.causes),
        frozen=frozen,
        duties=duties,
        people={person: people[person] for person in duties if person in people},
    )

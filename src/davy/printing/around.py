"""What the form shows beside the permit: firms, certificates, linked tickets. Inside a tenant block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import rows
from davy.people import queries as people
from davy.people.shapes import masked

__all__ = ["Around", "around"]

_FIRMS = """
SELECT p.id::text, f.name FROM people_person p
LEFT JOIN people_firm f ON f.company_id = p.company_id AND f.id = p.firm_id
WHERE p.company_id = %s AND p.id = ANY(%s::uuid[])
"""
_CONTRACTOR = "SELECT name FROM people_firm WHERE company_id = %s AND id = %s::uuid"
_LINKS = """
SELECT coalesce(number, '') AS number FROM permits_permit
WHERE company_id = %s AND id = ANY(%s::uuid[]) ORDER BY number
"""


@dataclass(frozen=True)
class Around:
    """`firms`: person id → contractor firm, None for own staff. `papers`: person id → numbers of his
    certificates of special operations and equipment, with stars for a reader who need not know them."""

    firms: Mapping[str, str | None]
    contractor: str | None
    papers: Mapping[str, tuple[str, ...]]
    links: tuple[str, ...]


def around(company_id: UUID, card: Mapping[str, Any], *, open_to_reader: bool) -> Around:
    """The registers' part of the form of this card."""
    crew = card["crew"]
    workers = [person["id"] for person in crew["workers"]]
    leaders = [crew[duty]["id"] for duty in ("applicant", "responsible") if crew[duty]]
    return Around(
        firms=_firms(company_id, [*workers, *leaders]),
        contractor=_contractor(company_id, card["contractor"]),
        papers=_papers(company_id, workers, open_to_reader=open_to_reader),
        links=tuple(row["number"] for row in rows.many(_LINKS, [company_id, list(card["links"])])),
    )


def _firms(company_id: UUID, person_ids: Iterable[str]) -> dict[str, str | None]:
    return {row["id"]: row["name"] for row in rows.many(_FIRMS, [company_id, sorted(set(person_ids))])}


def _contractor(company_id: UUID, firm_id: str | None) -> str | None:
    row = rows.one(_CONTRACTOR, [company_id, firm_id]) if firm_id else None
    return None if row is None else str(row["name"])


def _papers(
    company_id: UUID, person_ids: Sequence[str], *, open_to_reader: bool
) -> dict[str, tuple[str, ...]]:
    found = people.facts(company_id, person_ids, clock.now().date())
    return {
        person: tuple(
            paper.number if open_to_reader else masked(paper.number)
            for paper in known.certificates
            if paper.kind in {"special_operation", "special_equipment"}
        )
        for person, known in found.items()
    }

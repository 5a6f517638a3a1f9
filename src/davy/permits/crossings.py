"""The works in a permit's way, shown: with whom, how far, by which clause, and what to do. Also for a
request that nobody has sent yet, so that another time or order is chosen before and not after. Inside a
tenant block."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from davy.ids import uuid7
from davy.people import queries as people
from davy.permits import nearby, queries
from davy.permits.facts import load, snapshot
from davy.rulebook import books, law
from davy.sites import queries as sites
from davy_core.permits.crossing import Standing, crews, standing_conflicts
from davy_core.permits.facts import Facts
from davy_core.permits.parts import Crew, Place, Window
from davy_core.permits.state import Permit

__all__ = ["before_sending", "of_permit"]


def of_permit(company_id: UUID, permit_id: UUID, now: datetime) -> dict[str, Any] | None:
    """The conflicts of a permit as they stand now, or None when there is no such permit."""
    found = load(company_id, permit_id)
    if found is None:
        return None
    permit = found[0]
    facts = snapshot(company_id, permit, permit.place.point, {}, now=now)
    return _shown(company_id, permit, facts)


def before_sending(
    company_id: UUID, asked: Mapping[str, Any], person: UUID | None, now: datetime
) -> dict[str, Any] | None:
    """The conflicts that a request would have if it were sent; None for an unknown place or template."""
    place = sites.place(company_id, point_id=asked["point"])
    if place is None or asked["template"] not in law.templates():
        return None
    book = books.current(company_id, asked["template"])
    fields = {f["id"]: f["default"] for f in book.template["fields"] if "default" in f}
    permit = Permit(
        id=str(asked["permit"] or uuid7()),
        type=book.type,
        place=Place(str(place.site_id), str(place.area_id), str(asked["point"])),
        window=Window(asked["from_"], asked["to"]),
        crew=Crew(
            str(person or UUID(int=0)),
            responsible=str(asked["responsible"]) if asked["responsible"] else None,
        ),
        drafted_at=now,
        work=MappingProxyType(fields | asked["work"]),
        scenario=asked["template"],
    )
    return _shown(company_id, permit, snapshot(company_id, permit, permit.place.point, {}, now=now))


def _shown(company_id: UUID, permit: Permit, facts: Facts) -> dict[str, Any]:
    found = standing_conflicts(permit, facts)
    others = dict.fromkeys(one.other.job.id for one in found or ())
    items = {row["id"]: row for row in queries.items(company_id, [UUID(p) for p in others])}
    named = people.names(company_id, {permit.coordinator} if permit.coordinator else set())
    return {
        "known": found is not None,
        "coordinator": {"id": permit.coordinator, "name": named.get(permit.coordinator)}
        if permit.coordinator
        else None,
        "not_to_be": sorted(crews(permit, [one.other for one in found or ()])),
        "analysis": [dict(item) for item in nearby.matrix().analysis],
        "conflicts": [_row(permit, one, items[one.other.job.id]) for one in found or ()],
    }


def _row(permit: Permit, one: Standing, other: Mapping[str, Any]) -> dict[str, Any]:
    row, coordinator = one.conflict.row, permit.coordinator
    return {
        "row": row.id,
        "clause": row.clause,
        "effect": row.effect,
        "says": dict(row.says),
        "then": dict(row.then),
        "distance_m": _whole(one.conflict.distance_m),
        "apart_m": _whole(one.conflict.apart_m),
        "unknown": sorted(one.conflict.unknown),
        "planned": one.planned,
        "met": one.met,
        "signed_here": any(
            c.by == coordinator and row.id in c.rows.get(other["id"], ()) for c in permit.crossings
        ),
        "signed_there": any(
            c.by == coordinator and row.id in c.rows.get(permit.id, ()) for c in one.other.crossings
        ),
        "other": other,
    }


def _whole(metres: float | None) -> int | None:
    return None if metres is None else round(metres)

"""The simulated company in memory: who there is, where work is done, what pictures there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy import clock
from davy.accounts.models import Account, Company
from davy.db import rows, tenant
from davy.demo import orders, phones, pictures, sources
from davy.people import queries as registers
from davy.people.models import Firm, Person
from davy.people.queries import PersonFacts
from davy.permits.facts import posts_here
from davy.sites.models import Area, Equipment, WorkPoint
from davy_core.permits.facts import Post

__all__ = ["ZONE", "Cast", "Someone", "Spot", "gather"]

ZONE = ZoneInfo("Asia/Shanghai")
LONG_ENOUGH = timedelta(days=70)  # a paper held at least so long was valid in the whole of the simulated past


@dataclass(frozen=True)
class Someone:
    """A person. `fit`: active, and the papers of his trade are valid; `firm` is None for own staff;
    `phone`: the Ex phone in his hand, his own or one of the pool."""

    id: str
    account: UUID | None
    key: str
    name: str
    group: str
    firm: str | None
    fit: bool
    phone: UUID | None = None


@dataclass(frozen=True)
class Spot:
    """A work point with what its surroundings ask of the work there."""

    id: str
    code: str
    name: str
    type: str
    site: str
    area: str
    token: str
    lat: float
    lon: float
    equipment: str
    equipment_name: str
    running: bool
    high: bool
    bund: bool
    rack: bool
    special: bool
    area_class: str | None
    substances: tuple[str, ...]


@dataclass(frozen=True)
class Cast:
    """Everything that does not change while the personas live."""

    company: UUID
    site: UUID
    people: Mapping[str, Someone]
    spots: Mapping[str, Spot]
    posts: Mapping[str, Mapping[str, Post]]
    pictures: Mapping[str, Sequence[str]]
    yearly: Mapping[int, str]  # year → the maintenance plan of the whole site
    schemes: Mapping[str, Mapping[str, Any]]  # point → the work plan in force, as a permit names it

    def group(self, name: str, firm: str | None = None) -> list[Someone]:
        """The fit people of a group; of one firm, or with None the company's own."""
        return [p for p in self.people.values() if p.group == name and p.firm == firm and p.fit]

    @cached_property
    def firms(self) -> tuple[str, ...]:
        """The contractor firms that have somebody to lead work."""
        return tuple(
            dict.fromkeys(p.firm for p in self.people.values() if p.firm and p.group == "responsible")
        )


def gather(company: Company) -> Cast:
    """Read the registers of the simulated company. Raises LookupError when they are not those of the demo."""
    with tenant.company(company.id):
        areas = {a.id: a for a in Area.objects.filter(company_id=company.id)}
        if not areas:
            raise LookupError(f"{company.code} has no areas")
        # A company from before the plans, or from years ago, gets those it needs now.
        orders.build(company.id, next(iter(areas.values())).site_id, clock.now())
        return Cast(
            company=company.id,
            site=next(iter(areas.values())).site_id,
            people=_people(company.id),
            spots=_spots(company.id, areas),
            posts={str(a): posts_here(company.id, a) for a in areas},
            pictures=pictures.known(company.id),
            yearly=orders.yearly(company.id),
            schemes=_schemes(company.id),
        )


def _people(company_id: UUID) -> dict[str, Someone]:
    groups = {key: g for g in sources.people()["groups"] for _name, key, _trade in g["people"]}
    accounts = {a.person_id: a for a in Account.objects.filter(company_id=company_id)}
    firms = {f.id: f.code for f in Firm.objects.filter(company_id=company_id)}
    persons = [p for p in Person.objects.filter(company_id=company_id) if p.name_pinyin in groups]
    papers = registers.facts(company_id, [p.id for p in persons], clock.now().date())
    own = phones.known(company_id)
    pool = next(iter(own.values()), None)
    found = {}
    for person in sorted(persons, key=lambda p: p.hr_code[2:]):
        account = accounts.get(person.id)
        group = groups[person.name_pinyin]
        found[str(person.id)] = Someone(
            id=str(person.id),
            account=account.id if account else None,
            key=person.name_pinyin,
            name=person.name,
            group=group["group"],
            firm=firms.get(person.firm_id) if person.firm_id else None,
            phone=own.get(account.id, pool) if account else pool,
            fit=_fit(papers[str(person.id)], group["group"]),
        )
    return found


def _fit(known: PersonFacts, group: str) -> bool:
    asked = sources.people()["papers"].get(group)
    if known.status != "active":
        return False
    if asked is None:
        return True
    today = clock.now().astimezone(ZONE).date()
    return any(
        c.kind == asked["kind"]
        and c.holder_match is True
        and c.valid_to is not None
        and c.valid_to >= today
        and (c.review_due is None or c.review_due >= today)
        and c.valid_from is not None
        and c.valid_from <= today - LONG_ENOUGH
        for c in known.certificates
    )


def _spots(company_id: UUID, areas: Mapping[UUID, Area]) -> dict[str, Spot]:
    types = {row["code"]: row["type"] for row in sources.places()["points"]}
    equipment = {e.id: e for e in Equipment.objects.filter(company_id=company_id)}
    points = WorkPoint.objects.filter(company_id=company_id).order_by("code")
    return {
        str(p.id): _spot(p, areas[p.area_id], equipment[p.equipment_id], types[p.code])
        for p in points
        if p.code in types and p.equipment_id in equipment
    }


def _spot(point: WorkPoint, area: Area, thing: Equipment, work_type: str) -> Spot:
    return Spot(
        id=str(point.id),
        code=point.code,
        name=point.name,
        type=work_type,
        site=str(area.site_id),
        area=str(area.id),
        token=point.qr_token,
        lat=point.lat or 0.0,
        lon=point.lon or 0.0,
        equipment=str(thing.id),
        equipment_name=thing.name,
        running=thing.in_operation is True,
        high=point.height_m is not None and point.height_m >= 2,
        bund=area.tank_farm_bund,
        rack=area.pipe_rack,
        special=_special(area, thing),
        area_class=None if area.area_class == "unknown" else area.area_class,
        substances=tuple(dict.fromkeys([*area.media, *([thing.medium] if thing.medium else [])])),
    )


def _special(area: Area, thing: Equipment) -> bool:
    """Whether hot work there is of the special level, which needs an approved plan (GB 30871-2022 5.1.2)."""
    running = area.area_class == "fire_explosion" and thing.in_operation is True
    return area.area_class == "unknown" or running or (area.tank_farm_bund and area.major_hazard)


def _schemes(company_id: UUID) -> dict[str, Mapping[str, Any]]:
    found = rows.many(
        "SELECT point_id::text AS point, id::text AS id, standing AS version FROM schemes_scheme"
        " WHERE company_id = %s AND standing IS NOT NULL AND point_id IS NOT NULL",
        (company_id,),
    )
    return {row["point"]: {"id": row["id"], "version": row["version"]} for row in found}

"""Enters the simulated company into the registers: places, people, posts, papers, calendar, accounts.

All in one transaction, so the company is there completely or not at all.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password

from davy import clock
from davy.accounts import audit
from davy.accounts import demo as demo_accounts
from davy.accounts.models import Account, AuditRow, Company
from davy.attachments import store as attachments
from davy.db import tenant
from davy.demo import calendars, drawing, ground, orders, pictures, sources
from davy.people.models import Certificate, Firm, Person, Post
from davy.sites.models import Area, Equipment, PlanDrawing, Site, Unit, WorkPoint

__all__ = ["build", "company", "fingerprint", "made_of"]

ZONE = ZoneInfo("Asia/Shanghai")
EARLIEST = timedelta(days=400)  # before today every paper was issued at least so long ago


def company() -> Company | None:
    """The simulated company of this installation, or None before it was built."""
    return Company.objects.filter(code=sources.places()["company"]["code"], simulated=True).first()


def fingerprint() -> str:
    """The SHA-256 of the people, places and posts that the company is made of."""
    told = json.dumps([sources.people(), sources.places()], ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()


def made_of(found: Company) -> str | None:
    """The fingerprint that the company was made with; None for one from before there was any."""
    with tenant.company(found.id):
        row = AuditRow.objects.filter(company_id=found.id, resource="demo", after__has_key="made_of").first()
    return str(row.after["made_of"]) if row and row.after else None


def build() -> Company:
    """Enter everything. To be called only when there is no such company yet."""
    about = sources.places()["company"]
    made = Company(code=about["code"], name=about["name"], hostname=about["hostname"], simulated=True)
    with tenant.company(made.id):
        made.save(force_insert=True)
        site = _site(made.id)
        areas = _areas(made.id, site)
        _points(made.id, areas, _equipment(made.id, areas))
        people = _people(made.id)
        _posts(made.id, people)
        _papers(made.id, people)
        calendars.build(made.id, site.id, clock.now())
        orders.build(made.id, site.id, clock.now())
        _drawing(made.id, site)
        audit.write(
            company_id=made.id,
            account_id=None,
            resource="demo",
            resource_id=made.id,
            before=None,
            after={"made_of": fingerprint()},
        )
    pictures.hang_up(made.id)
    return made


def _site(company_id: UUID) -> Site:
    about = sources.places()["site"]
    plan = sources.places()["plan"]
    lat, lon = ground.place(plan["width"] / 2, plan["height"] / 2)
    return Site.objects.create(
        company_id=company_id, code=about["code"], name=about["name"], lat=lat, lon=lon, plan_required=True
    )


def _areas(company_id: UUID, site: Site) -> dict[str, Area]:
    units = {
        row["code"]: Unit.objects.create(
            company_id=company_id, site_id=site.id, code=row["code"], name=row["name"]
        )
        for row in sources.places()["units"]
    }
    today = clock.now().astimezone(ZONE).date()
    return {
        row["code"]: Area.objects.create(
            company_id=company_id,
            site_id=site.id,
            unit_id=units[row["unit"]].id if "unit" in row else None,
            code=row["code"],
            name=row["name"],
            area_class=row["class"],
            ex_zone=row["zone"],
            ex_group=row.get("group"),
            ex_temperature=row.get("heat"),
            major_hazard=row.get("major", False),
            tank_farm_bund=row.get("bund", False),
            pipe_rack=row.get("rack", False),
            fixed_hot_zone=row.get("fixed", False),
            fixed_hot_zone_reviewed_on=today - timedelta(days=120) if row.get("fixed") else None,
            media=row["media"],
            fence={"corners": ground.corners(row["rect"])},
            plan_x=row["rect"][0] + row["rect"][2] / 2,
            plan_y=row["rect"][1] + row["rect"][3] / 2,
        )
        for row in sources.places()["areas"]
    }


KINDS: Mapping[str, str] = {
    "tank": "tank", "pool": "tank", "vessel": "vessel", "column": "tower", "furnace": "furnace",
    "rack": "pipe", "arm": "pipe",
}  # fmt: skip
"""What is drawn alike is of one kind; machines are told by their names."""


def _machine(name: str) -> str:
    kinds = {"泵": "pump", "压缩机": "compressor", "风机": "fan"}
    return next((kind for word, kind in kinds.items() if name.endswith(word)), "other")


def _equipment(company_id: UUID, areas: Mapping[str, Area]) -> dict[str, Equipment]:
    return {
        row["code"]: Equipment.objects.create(
            company_id=company_id,
            area_id=areas[row["area"]].id,
            code=row["code"],
            name=row["name"],
            kind=KINDS.get(row["shape"], "other") if row["shape"] != "machine" else _machine(row["name"]),
            medium=row.get("medium", ""),
            in_operation=row["running"],
            volume_m3=row.get("volume"),
            plan_x=row["at"][0],
            plan_y=row["at"][1],
        )
        for row in sources.places()["equipment"]
    }


def _points(company_id: UUID, areas: Mapping[str, Area], equipment: Mapping[str, Equipment]) -> None:
    for row in sources.places()["points"]:
        lat, lon = ground.place(*row["at"])
        WorkPoint.objects.create(
            company_id=company_id,
            area_id=areas[row["area"]].id,
            equipment_id=equipment[row["equipment"]].id,
            code=row["code"],
            name=row["name"],
            lat=lat,
            lon=lon,
            height_m=row.get("height"),
            radius_m=50,
            plan_x=row["at"][0],
            plan_y=row["at"][1],
        )


def _people(company_id: UUID) -> dict[str, Person]:
    firms = {
        row["code"]: Firm.objects.create(
            company_id=company_id,
            code=row["code"],
            name=row["name"],
            contact_name=row["contact"],
            contact_phone=f"1390000{8000 + number}",
        )
        for number, row in enumerate(sources.people()["firms"])
    }
    frozen = set(sources.people()["frozen"])
    password = make_password(demo_accounts.PASSWORD)  # one for all, so it is hashed once
    found: dict[str, Person] = {}
    for number, (group, name, key, trade) in enumerate(_everybody(), start=1):
        found[key] = Person.objects.create(
            company_id=company_id,
            firm_id=firms[group["firm"]].id if "firm" in group else None,
            name=name,
            name_pinyin=key,
            hr_code=f"{group.get('firm', 'CT')}{number:04d}",
            phone=f"1390000{number:04d}",
            trade=trade,
            status="frozen" if key in frozen else "active",
        )
        account = Account(company_id=company_id, username=key, person_id=found[key].id, roles=group["roles"])
        account.password = password
        account.is_active = key not in frozen
        account.save(force_insert=True)
    return found


def _everybody() -> Iterator[tuple[dict[str, Any], str, str, str]]:
    for group in sources.people()["groups"]:
        for name, key, trade in group["people"]:
            yield group, name, key, trade


def _posts(company_id: UUID, people: Mapping[str, Person]) -> None:
    units = {unit.code: unit.id for unit in Unit.objects.filter(company_id=company_id)}
    made: dict[str, Post] = {}
    for row in sources.people()["posts"]:
        superior = made.get(row.get("superior", ""))
        post = Post.objects.create(
            company_id=company_id,
            code=row["code"],
            name=row["name"],
            unit_id=units[row["unit"]] if "unit" in row else None,
            holder_id=people[row["holder"]].id,
            deputy_id=people[row["deputy"]].id,
            superior_id=superior.id if superior else None,
        )
        if "unit" not in row:
            made[row["code"]] = post


def _papers(company_id: UUID, people: Mapping[str, Person]) -> None:
    today = clock.now().astimezone(ZONE).date()
    odd = sources.people()["odd_papers"]
    for number, (group, name, key, _trade) in enumerate(_everybody(), start=1):
        paper = sources.people()["papers"].get(group["group"])
        if paper is None:
            continue
        special = odd.get(key, {})
        begins, ends = _days(today, paper["years"], number, special)
        Certificate.objects.create(
            company_id=company_id,
            person_id=people[key].id,
            kind=paper["kind"],
            number=f"{paper['kind'][:2].upper()}{begins:%y%m%d}{number:04d}",
            item=paper["item"],
            issuer=paper["issuer"],
            issued_at=begins,
            valid_from=begins,
            valid_to=ends,
            review_due=_review(begins, today, paper.get("review")),
            holder_name=special.get("name", name),
        )


def _days(today: date, years: int, number: int, special: Mapping[str, Any]) -> tuple[date, date]:
    whole = timedelta(days=365 * years)
    if "ends_in" in special:
        ends = today + timedelta(days=special["ends_in"])
        return ends - whole, ends
    begins = today - EARLIEST - timedelta(days=number * 37 % (365 * (years - 2)))
    return begins, begins + whole


def _review(begins: date, today: date, every: int | None) -> date | None:
    """The next review that is due; one that lies behind was passed."""
    if every is None:
        return None
    first = begins + timedelta(days=365 * every)
    return first if first > today else None


def _drawing(company_id: UUID, site: Site) -> None:
    content = drawing.svg()
    sha256 = hashlib.sha256(content).hexdigest()
    attachments.take(io.BytesIO(content), company_id=company_id, sha256=sha256, account_id=None, drawing=True)
    plan = sources.places()["plan"]
    row = PlanDrawing.objects.create(
        company_id=company_id,
        site_id=site.id,
        drawing=sha256,
        width=plan["width"],
        height=plan["height"],
        control=ground.control_points(),
    )
    attachments.refer(company_id, [sha256], stream_kind="plan", stream_id=row.id)

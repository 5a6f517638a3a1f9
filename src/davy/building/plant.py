"""A small plant: one site, a tank area with two work points, the people and posts a permit needs."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from uuid import UUID

from PIL import Image

from davy import clock
from davy.accounts.models import Account, Company
from davy.attachments import store as attachments
from davy.clock import beat
from davy.db import tenant
from davy.people.models import Certificate, Person, Post
from davy.sites.models import Area, Equipment, Shift, Site, SiteCalendar, WorkPoint

__all__ = ["LAT", "LON", "PASSWORD", "Member", "Plant", "photo", "small_plant", "trained"]

PASSWORD = "davy-test-1"  # noqa: S105 - of built companies only
LAT, LON = 31.2304, 121.4737

WELDING = ("special_operation", "焊接与热切割作业")


@dataclass(frozen=True)
class Member:
    """A person of the plant with his account."""

    name: str
    person: UUID
    account: UUID
    username: str


@dataclass
class Plant:
    """Ids of what was built. `people` and their `phones` are by the key they were built
    with; `ex_zone` is that of the area."""

    company: UUID
    site: UUID
    area: UUID
    point: UUID
    other_point: UUID
    point_token: str
    people: dict[str, Member] = field(default_factory=dict)
    phones: dict[str, UUID] = field(default_factory=dict)
    ex_zone: str = "2"

    def person(self, key: str) -> str:
        """A person's id as text."""
        return str(self.people[key].person)


PEOPLE: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "li": ("李工", ("worker",)),
    "wang": ("王班", ("guardian",)),
    "zhao": ("赵主任", ("approver",)),
    "qian": ("钱焊工", ("worker",)),
    "zhou": ("周分析", ("worker",)),
    "wu": ("吴工艺", ("worker",)),
    "zheng": ("郑安全", ("approver", "safety_officer")),
    "feng": ("冯班长", ("shift_leader",)),
    "chen": ("陈主管", ("approver",)),
    "chu": ("褚中控", ("control_room",)),
    "wei": ("卫验收", ("approver",)),
    "sun": ("孙司索", ("worker",)),
    "tang": ("唐专业", ("approver",)),
    "dian": ("安供电", ("approver",)),
    "shui": ("水公用", ("approver",)),
    "yi": ("易工艺", ("approver",)),
    "bei": ("贝设备", ("approver",)),
    "xiao": ("萧消防", ("approver",)),
}
POSTS: Mapping[str, tuple[str, str]] = {
    "area_head": ("所在单位负责人", "zhao"),
    "safety_dept": ("安全管理部门", "zheng"),
    "leader": ("主管领导", "chen"),
    "production_head": ("生产负责人", "chen"),
    "shift_leader": ("当班班长", "feng"),
    "control_room": ("中控室", "chu"),
    "acceptor": ("验收人", "wei"),
    "technical_dept": ("专业部门", "tang"),
    "chief": ("主管厂长或总工程师", "chen"),
    "power_supply": ("配送电单位", "dian"),
    "utilities": ("水、汽管理部门", "shui"),
    "process": ("工艺部门", "yi"),
    "equipment_dept": ("设备部门", "bei"),
    "fire": ("消防部门", "xiao"),
}


def small_plant(
    code: str = "davy", hostname: str = "testserver", *, simulated: bool = False, ex_zone: str = "2"
) -> Plant:
    """Build the plant. Its calendar is configured: nights from 22:00 to 06:00 local time, no rest days."""
    company = Company.objects.create(code=code, name=f"{code} 化工", hostname=hostname, simulated=simulated)
    with tenant.company(company.id):
        plant = _places(company.id, ex_zone)
        for key, (name, roles) in PEOPLE.items():
            plant.people[key] = _member(company.id, key, name, roles)
        for post, (title, holder) in POSTS.items():
            Post.objects.create(
                company_id=company.id, code=post, name=title, holder_id=plant.people[holder].person
            )
        _certificates(plant)
    beat.strike(jumped=False)
    return plant


def _places(company: UUID, ex_zone: str) -> Plant:
    site = Site.objects.create(company_id=company, code="S1", name="主厂区", lat=LAT, lon=LON)
    area = Area.objects.create(
        company_id=company,
        site_id=site.id,
        code="T-100",
        name="甲醇罐区",
        area_class="fire_explosion",
        ex_zone=ex_zone,
        media=["methanol"],
    )
    points = [_point(company, area, name) for name in ("V-101 泵基础", "V-102 储罐")]
    SiteCalendar.objects.create(
        company_id=company,
        site_id=site.id,
        configured=True,
        night_start=time(22),
        night_end=time(6),
        rest_weekdays=[],
        holidays_until=date(2099, 12, 31),
    )
    for name, starts, ends in (("白班", 8, 20), ("夜班", 20, 8)):
        Shift.objects.create(
            company_id=company, site_id=site.id, name=name, starts=time(starts), ends=time(ends)
        )
    return Plant(company, site.id, area.id, points[0].id, points[1].id, points[0].qr_token, ex_zone=ex_zone)


def _point(company: UUID, area: Area, name: str) -> WorkPoint:
    """A point at equipment of its own: two crews at the two points are not in each other's way (4.7)."""
    thing = Equipment.objects.create(
        company_id=company, area_id=area.id, code=name[:5], name=name, kind="pump"
    )
    return WorkPoint.objects.create(
        company_id=company, area_id=area.id, equipment_id=thing.id, code=name, name=name, lat=LAT, lon=LON,
        height_m=0, radius_m=50,
    )  # fmt: skip


def _member(company: UUID, key: str, name: str, roles: tuple[str, ...]) -> Member:
    person = Person.objects.create(company_id=company, name=name, hr_code=f"HR-{key}")
    account = Account.objects.create_account(
        company_id=company, username=key, password=PASSWORD, person_id=person.id, roles=list(roles)
    )
    return Member(name, person.id, account.id, key)


def _certificates(plant: Plant) -> None:
    for key, kind, item in (
        ("qian", "special_operation", "熔化焊接与热切割作业"),
        ("qian", "special_operation", "高处安装、维护、拆除作业"),
        ("qian", "special_operation", "低压电工作业"),
        ("sun", "special_equipment", "Q1"),
        ("qian", "special_equipment", "Q2"),
        ("qian", "special_operation", "防爆电气作业"),
        ("li", "special_operation", "低压电工作业"),
        ("wang", "guardian", "监护人"),
        ("zhou", "gas_analyst", "气体分析"),
    ):
        _certificate(plant, key, kind, item)


def trained(plant: Plant, key: str) -> None:
    """One more who may guard. Inside a tenant block."""
    _certificate(plant, key, "guardian", "监护人")


def _certificate(plant: Plant, key: str, kind: str, item: str) -> None:
    today = clock.now().date()
    Certificate.objects.create(
        company_id=plant.company,
        person_id=plant.people[key].person,
        kind=kind,
        number=f"T-{key}",
        item=item,
        valid_from=today - timedelta(days=365),
        valid_to=today + timedelta(days=365),
        holder_name=plant.people[key].name,
    )


def photo(company: UUID, text: str = "photo") -> str:
    """Upload a small real picture and return its SHA-256."""
    shade = hashlib.sha256(text.encode()).digest()
    with io.BytesIO() as out:
        Image.new("RGB", (64, 48), (shade[0], shade[1], shade[2])).save(out, "JPEG")
        content = out.getvalue()
    sha256 = hashlib.sha256(content).hexdigest()
    attachments.take(io.BytesIO(content), company_id=company, sha256=sha256, account_id=None)
    return sha256

"""AQ 3064.2-2025 5.3: booked a day ahead or urgent with a reason, and approved by somebody else."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from davy import clock
from davy.accounts.models import Account
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.ids import uuid7
from davy.sites.models import SiteWorks
from tests.plant import Browser

pytestmark = pytest.mark.django_db


def _browser(plant: Plant, who: str) -> Browser:
    browser = Browser("testserver")
    browser.force_login(Account.objects.get(id=plant.people[who].account))
    return browser


def _booking(plant: Plant, begins: datetime, **over: Any) -> dict[str, Any]:
    return {
        "point_id": str(plant.point),
        "applicant_unit": "储运车间",
        "work_unit": "检维修中心",
        "content": "更换法兰",
        "templates": ["hot", "confined"],
        "starts_at": begins.isoformat(),
        "ends_at": (begins + timedelta(hours=4)).isoformat(),
        **over,
    }


def _tomorrow() -> datetime:
    return clock.now() + timedelta(days=1, hours=1)


def _today() -> datetime:
    return clock.now() + timedelta(seconds=30)


def _book(plant: Plant, **over: Any) -> dict[str, Any]:
    answer = _browser(plant, "li").send("POST", "/api/v1/bookings", _booking(plant, _tomorrow(), **over))
    assert answer.status_code == 201, answer.content
    made: dict[str, Any] = answer.json()
    return made


def test_a_booking_tells_who_where_what_when() -> None:
    plant = small_plant()
    made = _book(plant)
    told = (made["state"], made["applicant_unit"], made["point"], made["area"], made["booked_by_name"])
    assert told == ("asked", "储运车间", "V-101 泵基础", "甲醇罐区", "李工")
    stretch = {"start": _today().isoformat(), "end": (_tomorrow() + timedelta(days=1)).isoformat()}
    listed = _browser(plant, "zhao").get("/api/v1/bookings", stretch).json()
    assert [b["id"] for b in listed] == [made["id"]]
    assert (listed[0]["mine"], listed[0]["may_decide"]) == (False, True)


def test_on_the_day_itself_only_urgent_and_with_a_reason() -> None:
    plant = small_plant()
    li = _browser(plant, "li")
    late = li.send("POST", "/api/v1/bookings", _booking(plant, _today()))
    assert (late.status_code, late.json()["code"]) == (409, "booking_late")
    silent = li.send("POST", "/api/v1/bookings", _booking(plant, _today(), urgent=True, reason=" "))
    assert (silent.status_code, silent.json()["code"]) == (422, "booking_reason")
    told = li.send("POST", "/api/v1/bookings", _booking(plant, _today(), urgent=True, reason="法兰泄漏"))
    assert told.status_code == 201


def test_nobody_approves_what_he_booked_and_a_decision_stands() -> None:
    plant = small_plant()
    zheng = _browser(plant, "zheng")
    own = zheng.send("POST", "/api/v1/bookings", _booking(plant, _tomorrow())).json()
    answer = zheng.send("POST", f"/api/v1/bookings/{own['id']}/decision", {"approve": True})
    assert (answer.status_code, answer.json()["code"]) == (403, "booking_own")
    path = f"/api/v1/bookings/{_book(plant)['id']}/decision"
    assert _browser(plant, "li").send("POST", path, {"approve": True}).status_code == 403
    assert zheng.send("POST", path, {"approve": False}).json()["code"] == "booking_reason"
    assert zheng.send("POST", path, {"approve": True}).json()["state"] == "approved"
    assert zheng.send("POST", path, {"approve": False, "note": "改期"}).json()["code"] == "booking_decided"


def test_only_who_booked_takes_it_back() -> None:
    plant = small_plant()
    path = f"/api/v1/bookings/{_book(plant)['id']}/withdrawal"
    assert _browser(plant, "zheng").send("POST", path, {}).json()["code"] == "booking_not_yours"
    assert _browser(plant, "li").send("POST", path, {}).json()["state"] == "withdrawn"


def test_nonsense_is_no_booking() -> None:
    plant = small_plant()
    li = _browser(plant, "li")
    ends = {"ends_at": _today().isoformat()}
    assert li.send("POST", "/api/v1/bookings", _booking(plant, _tomorrow(), **ends)).status_code == 422
    other = str(uuid7())
    bad: tuple[dict[str, Any], ...] = (
        {"templates": ["flying"]}, {"templates": []}, {"point_id": other}, {"order_id": other},
    )  # fmt: skip
    for wrong in bad:
        answer = li.send("POST", "/api/v1/bookings", _booking(plant, _tomorrow(), **wrong))
        assert answer.status_code in {404, 422}


def test_work_that_the_site_has_switched_off_is_not_booked() -> None:
    plant = small_plant()
    with tenant.company(plant.company):
        SiteWorks.objects.create(company_id=plant.company, site_id=plant.site, off=["confined"])
    answer = _browser(plant, "li").send("POST", "/api/v1/bookings", _booking(plant, _tomorrow()))
    assert (answer.status_code, answer.json()["code"]) == (409, "template_off")

"""The wind entered for a site reaches the permits that stand on it."""

import pytest

from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import rows, tenant
from davy.ids import uuid7
from tests.plant import Browser

pytestmark = pytest.mark.django_db


def _browser(plant: Plant, who: str) -> Browser:
    browser = Browser("testserver")
    browser.force_login(Account.objects.get(id=plant.people[who].account))
    return browser


def test_the_newest_observation_is_told_with_its_observer() -> None:
    plant = small_plant()
    path = f"/api/v1/sites/{plant.site}/weather"
    assert _browser(plant, "li").get(path).json()["wind_force"] is None
    assert _browser(plant, "feng").send("POST", path, {"wind_force": 3}).status_code == 201
    assert _browser(plant, "chu").send("POST", path, {"wind_force": 5}).status_code == 201
    told = _browser(plant, "li").get(path).json()
    assert (told["wind_force"], told["observed_by"]["name"]) == (5, "褚中控")


def test_only_who_is_on_duty_enters_and_nobody_enters_nonsense() -> None:
    plant = small_plant()
    path = f"/api/v1/sites/{plant.site}/weather"
    assert _browser(plant, "li").send("POST", path, {"wind_force": 3}).status_code == 403
    for wrong in (-1, 18, "3.5", None):
        assert _browser(plant, "feng").send("POST", path, {"wind_force": wrong}).status_code == 422
    assert (
        _browser(plant, "feng")
        .send("POST", f"/api/v1/sites/{uuid7()}/weather", {"wind_force": 3})
        .status_code
        == 404
    )


def test_strong_wind_has_running_work_judged_at_once_and_paused() -> None:
    plant = small_plant()
    feng, path = _browser(plant, "feng"), f"/api/v1/sites/{plant.site}/weather"
    feng.send("POST", path, {"wind_force": 2})
    hands = Hands(plant)
    journeys.draft(hands, "hot", {**journeys.HOT_WORK, "outdoors": True}, "焊接管廊支架")
    journeys.get_to_work(hands)
    feng.send("POST", path, {"wind_force": 6})
    with tenant.company(plant.company):
        row = rows.one("SELECT next_check_at <= clock_timestamp() AS due FROM permits_permit", [])
    assert row == {"due": True}, "the clock looks now, not when the old observation would have lapsed"
    hands.tick()
    assert journeys.state(hands).state == "paused"

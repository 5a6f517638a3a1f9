"""A site switches works off: no new request of them, none that needs them; what was sent goes on (4.6)."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands, RefusedError
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.sites.models import SiteWorks

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
LOW = {**journeys.HEIGHT_WORK, "height_m": "4"}


@pytest.fixture
def hands() -> Hands:
    return Hands(small_plant(simulated=True), at=MORNING)


def _choose(plant: Plant, **choice: Any) -> None:
    with tenant.company(plant.company):
        SiteWorks.objects.update_or_create(company_id=plant.company, site_id=plant.site, defaults=choice)


def _codes(answer: Mapping[str, Any]) -> list[str]:
    return [reason["code"] for reason in answer["reasons"]]


def test_a_work_that_is_off_is_not_drafted(hands: Hands) -> None:
    _choose(hands.plant, off=["digging"])
    with pytest.raises(RefusedError, match="template_off"):
        journeys.draft_work(hands, "digging")


def test_fire_at_height_is_not_sent_where_nobody_may_ask_for_work_at_height(hands: Hands) -> None:
    _choose(hands.plant, off=["height", "height_low", "height_mid", "height_high"])
    with pytest.raises(RefusedError, match="companion_off"):
        journeys.draft(hands, "hot", {**journeys.HOT_WORK, "over_height": True}, "平台上补焊")


def test_what_was_sent_goes_on_to_its_start(hands: Hands) -> None:
    journeys.draft_hot(hands)
    _choose(hands.plant, off=["hot"])
    journeys.get_to_work(hands)
    assert journeys.state(hands).state == "active"


def test_a_preset_is_asked_for_with_the_levels_its_site_chose(hands: Hands) -> None:
    _choose(hands.plant, off=[], approval="four")
    journeys.draft(hands, "height", LOW, "换灯", template="height_low")
    asked = [stage.posts for stage in journeys.state(hands).stages]
    assert [post for posts in asked for post in posts] == [
        "area_head",
        "safety_dept",
        "technical_dept",
        "chief",
    ]


def test_a_preset_whose_range_the_metres_leave_is_refused_with_what_to_do(hands: Hands) -> None:
    with pytest.raises(RefusedError, match=r"height_low\.range"):
        journeys.draft(hands, "height", {**LOW, "height_m": "5.01"}, "换灯", template="height_low")

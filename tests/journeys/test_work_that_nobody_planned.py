"""AQ 3064.2-2025 5.3: a permit stands on a booking, a plan or an order, or says why it is urgent."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from davy.building import journeys
from davy.building.hands import Hands, RefusedError
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.evidence.queries import events
from davy.ids import uuid7
from davy.permits.card import card
from davy.planning.models import Booking, WorkOrder
from davy.sites.models import Site

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def plant() -> Plant:
    found = small_plant(simulated=True)
    with tenant.company(found.company):
        Site.objects.update(plan_required=True)
    return found


def _booked(plant: Plant, **over: Any) -> dict[str, str]:
    row = {
        "point_id": plant.point, "templates": ["hot"], "state": "approved", "starts_at": MORNING,
        "ends_at": MORNING + timedelta(hours=8), **over,
    }  # fmt: skip
    with tenant.company(plant.company):
        made = Booking.objects.create(
            company_id=plant.company, site_id=plant.site, area_id=plant.area, applicant_unit="储运车间",
            work_unit="检维修中心", content="更换法兰", booked_by=UUID(plant.person("li")),
            booked_at=MORNING, **row,
        )  # fmt: skip
    return {"kind": "booking", "id": str(made.id)}


def _ordered(plant: Plant, **over: Any) -> dict[str, str]:
    row = {"starts_on": date(2026, 11, 1), "ends_on": date(2026, 11, 30), **over}
    with tenant.company(plant.company):
        made = WorkOrder.objects.create(
            company_id=plant.company,
            site_id=plant.site,
            number="GD-7",
            title="阀门更换",
            source="order",
            **row,
        )
    return {"kind": "order", "id": str(made.id)}


def _draft(plant: Plant, **over: Any) -> Hands:
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands, **over)
    return hands


def test_work_that_nobody_planned_is_refused_when_it_is_submitted(plant: Plant) -> None:
    with pytest.raises(RefusedError, match=r"aq\.plan\.named"):
        _draft(plant)


def test_where_the_site_does_not_ask_it_is_not_refused(plant: Plant) -> None:
    with tenant.company(plant.company):
        Site.objects.update(plan_required=False)
    assert journeys.state(_draft(plant)).state == "submitted"


def test_a_booking_makes_the_permit_and_stays_in_its_chain(plant: Plant) -> None:
    plan = _booked(plant)
    hands = _draft(plant, plan=plan)
    assert journeys.state(hands).state == "submitted"
    with tenant.company(plant.company):
        first = events(plant.company, "permit", hands.permit)[0]
        shown = card(plant.company, hands.permit, None, MORNING)
    assert first.data["plan"] == plan
    assert shown is not None
    assert (shown["plan"]["kind"], shown["plan"]["title"]) == ("booking", "更换法兰")


@pytest.mark.parametrize(
    "wrong",
    [{"state": "asked"}, {"state": "refused"}, {"templates": ["confined"]},
     {"starts_at": MORNING + timedelta(days=1), "ends_at": MORNING + timedelta(days=1, hours=8)}],
)  # fmt: skip
def test_a_booking_that_is_not_approved_or_of_another_work_or_day_is_none(
    plant: Plant, wrong: dict[str, Any]
) -> None:
    with pytest.raises(RefusedError, match=r"aq\.plan\.fits"):
        _draft(plant, plan=_booked(plant, **wrong))


def test_a_booking_of_another_point_is_none(plant: Plant) -> None:
    with pytest.raises(RefusedError, match=r"aq\.plan\.fits"):
        _draft(plant, plan=_booked(plant, point_id=plant.other_point))


def test_an_open_order_is_a_plan_and_a_closed_or_past_one_is_none(plant: Plant) -> None:
    order = _ordered(plant)
    assert journeys.state(_draft(plant, plan=order)).state == "submitted"
    for wrong in ({"open": False}, {"open": True, "ends_on": date(2026, 11, 22)}):
        with tenant.company(plant.company):
            WorkOrder.objects.update(**wrong)
        with pytest.raises(RefusedError, match=r"aq\.plan\.fits"):
            _draft(plant, plan=order)


def test_an_order_for_one_equipment_is_none_elsewhere(plant: Plant) -> None:
    with pytest.raises(RefusedError, match=r"aq\.plan\.fits"):
        _draft(plant, plan=_ordered(plant, equipment_code="P-999"))


def test_urgent_work_says_why_and_the_reason_stays_out_of_the_chain(plant: Plant) -> None:
    with pytest.raises(RefusedError, match="urgent_reason_missing"):
        _draft(plant, urgent=True)
    hands = _draft(plant, urgent=True, urgent_reason="出口法兰正在滴漏")
    with tenant.company(plant.company):
        first = events(plant.company, "permit", hands.permit)[0]
        shown = card(plant.company, hands.permit, None, MORNING)
    assert "urgent_reason" not in first.data
    assert shown is not None
    assert shown["plan"]["reason"] == "出口法兰正在滴漏"


def test_nobody_refers_to_what_is_not_there(plant: Plant) -> None:
    with pytest.raises(RefusedError, match="plan_unknown"):
        _draft(plant, plan={"kind": "order", "id": str(uuid7())})

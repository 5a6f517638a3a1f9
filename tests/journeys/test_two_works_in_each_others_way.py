"""4.7, S23: two permits in each other's way: blocked, coordinated, judged anew at resumption."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import LAT, Plant, small_plant, trained
from davy.db import tenant
from davy.permits.nearby import matrix
from davy.sites.models import WorkPoint
from davy_core.instants import iso

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
ITEMS = [item["id"] for item in matrix().analysis]
COATING = {**journeys.CONFINED_WORK, "coating": True}
DRY = {**journeys.CONFINED_WORK, "coating": False}


@pytest.fixture
def plant() -> Plant:
    built = small_plant(simulated=True)
    with tenant.company(built.company):
        trained(built, "chu")
    _move(built, LAT)
    return built


def _move(plant: Plant, lat: float | None) -> None:
    """Correct the register: the point beside is at this latitude."""
    with tenant.company(plant.company):
        WorkPoint.objects.filter(id=plant.other_point).update(lat=lat, equipment_id=None)


def _fire(plant: Plant) -> Hands:
    fire = Hands(plant, at=MORNING)
    journeys.draft(fire, "hot", journeys.HOT_WORK, "焊接支架")
    return fire


def _entry(plant: Plant, work: Mapping[str, Any], **over: Any) -> Hands:
    """Another crew enters the vessel beside: led by 周分析, guarded by 褚中控."""
    entry = Hands(plant, at=MORNING)
    crew = {
        **journeys.crew(plant), "responsible": plant.person("zhou"), "guardian": plant.person("chu"),
        "workers": [plant.person("zheng")], "confirmers": [plant.person("wu"), plant.person("li")],
    }  # fmt: skip
    place = {"site": str(plant.site), "area": str(plant.area), "point": str(plant.other_point)}
    window = {"from": iso(MORNING), "to": iso(MORNING + timedelta(hours=8))}
    body = {"type": "confined", "place": place, "window": window, "crew": crew, "work": dict(work)}
    entry.must("li", "draft", {**body, "content": "罐内防腐", **over}, base_version=0)
    return entry


def _issue(hands: Hands) -> None:
    journeys.prepare(hands)
    journeys.approve(hands)


def _not_met(answer: Mapping[str, Any]) -> set[str]:
    return {r["missing"]["requirement"] for r in answer["reasons"] if "missing" in r}


def _sign(hands: Hands, other: Hands, **over: Any) -> Mapping[str, Any]:
    body = {
        "permits": [str(other.permit)],
        "items": ITEMS,
        "analysis": "上午动火，下午进罐",
        "signature": "x",
    }
    return hands.give("feng", "sign_crossing", {**body, **over})


def test_coating_beside_issued_hot_work_is_not_even_applied_for(plant: Plant) -> None:
    _issue(_fire(plant))
    entry = _entry(plant, COATING)
    answer = entry.give("li", "submit")
    assert answer["verdict"] == "refused"
    assert "conflicts.none" in _not_met(answer)


def test_the_same_coating_at_another_time_is_in_nobodys_way(plant: Plant) -> None:
    _issue(_fire(plant))
    after = {"from": iso(MORNING + timedelta(hours=8)), "to": iso(MORNING + timedelta(hours=12))}
    entry = _entry(plant, COATING, window=after)
    assert entry.give("li", "submit")["verdict"] == "accepted"


def test_whoever_is_issued_second_is_stopped_though_both_were_submitted(plant: Plant) -> None:
    fire, entry = _fire(plant), _entry(plant, COATING)
    entry.must("li", "submit")
    _issue(fire)
    journeys.prepare(entry)
    with pytest.raises(AssertionError, match=r"conflicts\.none"):
        journeys.approve(entry)


def _crossing(plant: Plant) -> tuple[Hands, Hands]:
    fire, entry = _fire(plant), _entry(plant, DRY)
    entry.must("li", "submit")
    _issue(fire)
    journeys.prepare(entry)
    return fire, entry


def test_crossing_work_is_issued_once_its_coordinator_signed_on_both(plant: Plant) -> None:
    fire, entry = _crossing(plant)
    with pytest.raises(AssertionError, match=r"conflicts\.coordinated"):
        journeys.approve(entry)
    for hands in (fire, entry):
        hands.must("zhao", "name_coordinator", {"person": plant.person("feng")})
    assert _sign(entry, fire)["verdict"] == "accepted"
    with pytest.raises(AssertionError, match=r"conflicts\.coordinated"):
        journeys.approve(entry)
    assert _sign(fire, entry)["verdict"] == "accepted"
    journeys.approve(entry)
    assert journeys.state(entry).state == "issued"


def test_nobody_of_either_crew_coordinates_it(plant: Plant) -> None:
    fire, _ = _crossing(plant)
    for who in ("li", "zheng"):
        answer = fire.give("zhao", "name_coordinator", {"person": plant.person(who)})
        assert answer["code"] == "separation_of_duties", who


def test_a_neighbour_that_turns_out_near_during_the_break_stops_the_resumption(plant: Plant) -> None:
    entry = _entry(plant, COATING)
    entry.must("li", "submit")
    _issue(entry)
    _move(plant, LAT + 0.0004)
    fire = _fire(plant)
    _issue(fire)
    journeys.go_live(fire)
    fire.must("li", "pause", {"cause": "break"})
    fire.must("li", "confirm_stopped")
    _move(plant, LAT)
    assert "conflicts.none" in _not_met(fire.give("li", "resume", {"changed": False}))
    entry.must("feng", "void", {"reason": "改期"})
    assert journeys.state(entry).clearance == "none"
    assert "conflicts.none" not in _not_met(fire.give("li", "resume", {"changed": False}))


def test_ending_the_permission_is_not_clearing_the_site(plant: Plant) -> None:
    fire = _fire(plant)
    _issue(fire)
    journeys.go_live(fire)
    fire.must("feng", "void", {"reason": "工况变化"})
    assert journeys.state(fire).clearance == "open"
    assert "conflicts.none" in _not_met(_entry(plant, COATING).give("li", "submit"))


def test_a_point_without_coordinates_is_near(plant: Plant) -> None:
    _move(plant, None)
    _issue(_fire(plant))
    assert "conflicts.none" in _not_met(_entry(plant, COATING).give("li", "submit"))


def test_a_point_far_enough_away_is_not(plant: Plant) -> None:
    _move(plant, LAT + 0.0004)
    _issue(_fire(plant))
    assert _entry(plant, COATING).give("li", "submit")["verdict"] == "accepted"

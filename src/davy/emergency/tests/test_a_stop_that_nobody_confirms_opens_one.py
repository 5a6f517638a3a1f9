"""Three minutes after a stop nobody has confirmed that the work is stopped: an emergency with those who are
at that work. What stops many works is one emergency of the site; a break of the crew is none (S8, S27)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from davy import clock
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.clockwork.tests.plants import MORNING
from davy.db import rows, tenant
from davy.door.execute import execute
from davy.door.known import raising
from davy.door.streams import Sender
from davy.emergency import opening
from davy.emergency.opening import sweep
from davy.emergency.shapes import EmergencyOut
from davy.emergency.tests.calling import get, give, in_tank, jobs, work
from davy.ids import uuid7
from davy_core.instants import iso

pytestmark = pytest.mark.django_db
LIMIT = timedelta(minutes=3, seconds=1)


@pytest.fixture(autouse=True)
def travel() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MORNING, tick=True) as found:
        yield found


@pytest.fixture
def hands(travel: time_machine.Traveller) -> Hands:
    found = in_tank(Hands(small_plant(simulated=True), at=MORNING))
    assert found.at is not None
    travel.move_to(found.at)
    found.at = None
    return found


def _all(plant: Plant) -> list[EmergencyOut]:
    lines = get(plant, "chu", "/emergencies")
    return [EmergencyOut.model_validate(get(plant, "chu", f"/emergencies/{one['id']}")) for one in lines]


def _elsewhere(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same told of work in another area of the site."""
    place, other = opening._place, str(uuid7())
    monkeypatch.setattr(opening, "_place", lambda *asked: {**place(*asked), "area": other})
    body = {
        "permit": str(hands.permit), "number": "SX-2", "kind": "stop_not_confirmed", "code": None,
        "subject": other, "at": iso(clock.now()), "by": "clock", "tell": [hands.plant.person("li")],
    }  # fmt: skip
    with tenant.company(hands.plant.company):
        sent = raising(hands.plant.company, body, clock.now())
    assert execute(sent, Sender("driver"))["verdict"] == "accepted"


def test_it_opens_with_those_at_that_work_and_tells_how_it_came(
    hands: Hands, travel: time_machine.Traveller
) -> None:
    hands.must("feng", "stop")
    travel.shift(LIMIT)
    hands.tick()
    assert len(jobs()) == 1
    work()
    (found,) = _all(hands.plant)
    assert (found.state, found.title.zh) == ("open", "停工未得到现场确认")
    assert found.place.area is not None
    assert next((p.name, p.inside) for p in found.people) == ("钱焊工", True)
    assert {p.permit for p in found.people} == {hands.permit}
    assert sweep(hands.plant.company) == 1
    assert len(_all(hands.plant)) == 1


def test_one_that_is_confirmed_before_anybody_opened_it_is_none(
    hands: Hands, travel: time_machine.Traveller
) -> None:
    hands.must("feng", "stop")
    travel.shift(LIMIT)
    hands.tick()
    hands.must("wang", "leave_space", {"person": hands.plant.person("qian")})
    hands.must("wang", "confirm_stopped")
    work()
    assert _all(hands.plant) == []
    assert sweep(hands.plant.company) == 0


def test_a_break_of_the_crew_rings_and_is_none(hands: Hands, travel: time_machine.Traveller) -> None:
    hands.must("li", "pause", {"cause": "break"})
    travel.shift(LIMIT)
    hands.tick()
    with tenant.company(hands.plant.company):
        assert rows.many("SELECT 1 AS rung FROM alarms_alarm WHERE kind = 'stop_not_confirmed'")
    work()
    assert _all(hands.plant) == []


def test_what_stops_the_whole_plant_is_one_emergency_of_the_site(
    hands: Hands, travel: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = {"reason": "对讲全断", "whole_site": True}
    assert give(hands.plant, "chu", f"area/{hands.plant.area}", "freeze_area", body)["verdict"] == "accepted"
    travel.shift(LIMIT)
    hands.tick()
    work()
    _elsewhere(hands, monkeypatch)
    work()
    (found,) = _all(hands.plant)
    assert (found.place.area, found.place.point, len(found.triggers)) == (None, None, 2)
    assert found.place.site is not None
    (line,) = get(hands.plant, "chu", "/emergencies")
    assert line["site"]["name"] == found.place.site.name
    assert len(get(hands.plant, "li", "/emergencies/calling")) == 1


def test_where_one_is_open_at_the_work_it_joins_that_and_who_ended_it_is_not_called_again(
    hands: Hands, travel: time_machine.Traveller
) -> None:
    hands.must("qian", "sos", {})
    work()
    (first,) = _all(hands.plant)
    give(hands.plant, "chu", f"area/{hands.plant.area}", "freeze_area", {"reason": "救援"})
    travel.shift(LIMIT)
    hands.tick()
    work()
    (found,) = _all(hands.plant)
    assert (found.id, len(found.triggers)) == (first.id, 2)
    stream = f"emergency/{found.id}"
    for one in found.people:
        give(hands.plant, "chu", stream, "call_person", {"person": str(one.id), "status": "found"})
    end = give(hands.plant, "chu", stream, "end_emergency", {"reason": "人都出来了"})
    assert end["verdict"] == "accepted"
    sweep(hands.plant.company)
    assert [one.state for one in _all(hands.plant)] == ["ended"]

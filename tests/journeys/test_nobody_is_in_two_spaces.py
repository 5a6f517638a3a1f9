"""6.8: who is registered in one space cannot be registered in another before he is out."""

from datetime import UTC, datetime
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant, trained
from davy.db import tenant

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def _live(hands: Hands, **over: Any) -> Hands:
    journeys.draft_confined(hands, **over)
    journeys.get_to_work(hands)
    return hands


def test_who_is_inside_here_cannot_go_in_there() -> None:
    plant = small_plant(simulated=True)
    with tenant.company(plant.company):
        trained(plant, "zhou")
    first = _live(Hands(plant, at=MORNING))
    place = {"site": str(plant.site), "area": str(plant.area), "point": str(plant.other_point)}
    crew = {**journeys.crew(plant), "guardian": plant.person("zhou")}
    body = {"person": plant.person("qian")}
    first.must("wang", "enter_space", body)
    other = Hands(plant, at=MORNING)
    journeys.draft_confined(other, place=place, crew=crew)
    journeys.prepare(other)
    journeys.approve(other)
    journeys.stand_ready(other)
    busy = other.give("li", "start", journeys.press(other))
    assert {r["missing"]["requirement"] for r in busy["reasons"]} == {"crew.undivided"}

    first.must("li", "pause", {"cause": "break"})
    other.must("li", "start", journeys.press(other))
    assert other.give("zhou", "enter_space", body)["code"] == "inside_elsewhere"
    first.must("wang", "leave_space", body)
    other.must("zhou", "enter_space", body)

"""4.6, 8.1: hot work two metres up or more is work at height too: two permits of one job."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant, trained
from davy.db import tenant

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
SIGNED = {"stage": "area", "confirmed": [], "signature": "x"}


def _requirements(answer: Mapping[str, Any]) -> set[str]:
    return {r["missing"]["requirement"] for r in answer["reasons"] if "missing" in r}


@pytest.fixture
def both() -> tuple[Hands, Hands]:
    """(the fire, the work at height): both submitted at the same point by the same crew."""
    plant = small_plant(simulated=True)
    fire, above = Hands(plant, at=MORNING), Hands(plant, at=MORNING)
    with tenant.company(plant.company):
        trained(plant, "zhou")
    crew = {**journeys.crew(plant), "guardian": plant.person("zhou")}
    journeys.draft(fire, "hot", {**journeys.HOT_WORK, "over_height": True}, "平台上补焊", crew=crew)
    above_work = {**journeys.HEIGHT_WORK, "trade": "inspect", "also_types": ["hot"]}
    journeys.draft(above, "height", above_work, "平台上补焊")
    return fire, above


def test_nobody_signs_the_fire_before_the_permit_at_height_is_linked(both: tuple[Hands, Hands]) -> None:
    fire, above = both
    assert "aq.links.linked" in _requirements(fire.give("zhao", "sign_stage", SIGNED))
    fire.must("li", "link", {"permit": str(above.permit)})
    assert "aq.links.linked" not in _requirements(fire.give("zhao", "sign_stage", SIGNED))


def test_the_fire_waits_until_the_permit_at_height_is_issued(both: tuple[Hands, Hands]) -> None:
    fire, above = both
    fire.must("li", "link", {"permit": str(above.permit)})
    above.must("li", "link", {"permit": str(fire.permit)})
    journeys.prepare(fire)
    journeys.approve(fire)
    start = {"scan": fire.plant.point_token, "held_ms": 1800}
    assert "links.issued" in _requirements(fire.give("li", "start", start))
    journeys.prepare(above)
    journeys.approve(above)
    assert "links.issued" not in _requirements(fire.give("li", "start", start))

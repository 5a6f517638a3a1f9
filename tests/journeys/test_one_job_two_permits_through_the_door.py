"""4.6, 4.7, S23: hot work inside a vessel. Two permits, one job, one point: linked, and no overlap."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands, RefusedError
from davy.building.plant import small_plant, trained
from davy.db import tenant
from davy.permits.card import card

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
INSIDE = {**journeys.HOT_WORK, "big_equipment": True}
WITH_FIRE = {**journeys.CONFINED_WORK, "also_types": ["hot"]}


def _requirements(answer: Mapping[str, Any]) -> set[str]:
    return {r["missing"]["requirement"] for r in answer["reasons"] if "missing" in r}


def _linked(hands: Hands) -> Mapping[str, Any]:
    plant = hands.plant
    with tenant.company(plant.company):
        found = card(plant.company, hands.permit, plant.people["li"].person, hands.at or MORNING)
    assert found is not None
    linked: Mapping[str, Any] = found["linked"]
    return linked


@pytest.fixture
def both() -> tuple[Hands, Hands]:
    """(the fire, the space): both submitted at the same point by the same crew."""
    plant = small_plant(simulated=True)
    fire, space = Hands(plant, at=MORNING), Hands(plant, at=MORNING)
    with tenant.company(plant.company):
        trained(plant, "zhou")
    crew = {**journeys.crew(plant), "guardian": plant.person("zhou")}
    journeys.draft(fire, "hot", INSIDE, "罐内补焊", crew=crew)
    journeys.draft(space, "confined", WITH_FIRE, "进罐补焊")
    return fire, space


def _link(both: tuple[Hands, Hands]) -> None:
    fire, space = both
    fire.must("li", "link", {"permit": str(space.permit)})
    space.must("li", "link", {"permit": str(fire.permit)})


def test_each_is_offered_to_the_other_and_named_in_one_step(both: tuple[Hands, Hands]) -> None:
    fire, space = both
    before = _linked(fire)
    assert (before["needed"], before["lacking"]) == (["confined"], ["confined"])
    assert [row["id"] for row in before["choices"]] == [str(space.permit)]
    _link(both)
    after = _linked(fire)
    assert (after["lacking"], after["choices"]) == ([], [])
    assert [row["id"] for row in after["permits"]] == [str(space.permit)]


def test_nobody_signs_the_one_before_the_other_is_linked(both: tuple[Hands, Hands]) -> None:
    fire, _ = both
    body = {"stage": "area", "confirmed": [], "signature": "x"}
    assert "aq.links.linked" in _requirements(fire.give("zhao", "sign_stage", body))
    _link(both)
    assert "aq.links.linked" not in _requirements(fire.give("zhao", "sign_stage", body))


def test_linked_the_two_are_no_overlap_and_each_waits_for_the_other(both: tuple[Hands, Hands]) -> None:
    fire, space = both
    _link(both)
    journeys.prepare(space)
    journeys.approve(space)
    start = {"scan": space.plant.point_token, "held_ms": 1800}
    waiting = _requirements(space.give("li", "start", start))
    assert "links.issued" in waiting
    journeys.prepare(fire)
    journeys.approve(fire)
    for hands in (space, fire):
        journeys.go_live(hands)
        assert journeys.state(hands).state == "active"


def test_a_third_permit_at_the_point_is_an_overlap_whatever_it_links(both: tuple[Hands, Hands]) -> None:
    fire, space = both
    _link(both)
    journeys.prepare(fire)
    journeys.approve(fire)
    third = Hands(fire.plant, at=MORNING)
    journeys.draft_hot(third, links=[str(fire.permit), str(space.permit)])
    journeys.prepare(third)
    with pytest.raises(RefusedError, match=r"place\.no_overlap"):
        journeys.approve(third)


def test_a_permit_that_ended_is_lacking_again(both: tuple[Hands, Hands]) -> None:
    fire, space = both
    _link(both)
    fire.must("li", "withdraw", {"reason": "改期"})
    assert _linked(space)["lacking"] == ["hot"]
    answer = space.give("li", "link", {"permit": str(fire.permit)})
    assert answer["code"] == "link_over"

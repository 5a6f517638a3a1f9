"""The control room or the shift leader stops an area: every live permit pauses with it and none resumes
alone."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.door.envelope import parse, seal
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy_core.instants import iso

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def live() -> Hands:
    """A live hot-work permit."""
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def _area(plant: Plant, who: str, kind: str, body: dict[str, Any], area: UUID | None = None) -> Any:
    data = {
        "v": 1,
        "id": str(uuid7()),
        "company": str(plant.company),
        "stream": f"area/{area or plant.area}",
        "kind": kind,
        "base_version": None,
        "body": body,
        "occurred_at": iso(MORNING),
        "app": "test/1",
    }
    member = plant.people[who]
    return execute(parse(seal(data)), Sender("person", member.person, member.account, simulated_at=MORNING))


def test_freezing_pauses_and_lifting_does_not_resume(live: Hands) -> None:
    assert _area(live.plant, "chu", "freeze_area", {"reason": "泄漏"})["verdict"] == "accepted"
    permit = journeys.state(live)
    assert (permit.state, [c.kind for c in permit.causes]) == ("paused", ["area_frozen"])
    cause = permit.causes[0].id
    assert live.give("feng", "resolve_cause", {"cause": cause})["code"] == "area_still_frozen"
    assert _area(live.plant, "feng", "lift_area", {"note": "不归我"})["code"] == "not_your_duty"
    assert _area(live.plant, "chu", "lift_area", {"note": "已处理"})["verdict"] == "accepted"
    assert journeys.state(live).state == "paused"
    live.must("feng", "resolve_cause", {"cause": cause})
    live.must("wang", "stand_by")
    live.must("li", "resume", {"changed": False})


def test_safety_freezes_and_the_shift_leader_does_not_lift_it(live: Hands) -> None:
    assert _area(live.plant, "zheng", "freeze_area", {"reason": "外来车辆漏油"})["verdict"] == "accepted"
    assert [c.kind for c in journeys.state(live).causes] == ["area_frozen"]
    assert _area(live.plant, "feng", "lift_area", {"note": "不归我"})["code"] == "not_your_duty"
    assert _area(live.plant, "feng", "freeze_area", {})["verdict"] == "accepted"
    assert _area(live.plant, "feng", "lift_area", {"note": "还是不归我"})["code"] == "not_your_duty"
    assert _area(live.plant, "chu", "lift_area", {"note": "已处理"})["verdict"] == "accepted"


def test_nothing_starts_in_a_frozen_area() -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    _area(hands.plant, "feng", "freeze_area", {})
    with pytest.raises(AssertionError, match=r"wrong_state|area_still_frozen"):
        journeys.go_live(hands)


def test_a_worker_may_not_freeze_an_area_and_nobody_an_unknown_one(live: Hands) -> None:
    assert _area(live.plant, "qian", "freeze_area", {})["code"] == "not_your_duty"
    assert _area(live.plant, "chu", "freeze_area", {}, uuid7())["code"] == "not_found"
    assert journeys.state(live).state == "active"

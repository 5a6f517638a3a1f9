"""委派: 赵主任 is away and sends 陈主管. The delegate finds the permit, signs it, and does nothing else of
the post: he sends nobody on, voids nothing, and signs no more once it is over."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.evidence.queries import Verified, events, verify_stream
from davy.people.models import Post
from davy.permits import agenda
from davy.rulebook import law
from davy_core.instants import iso

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai
HOURS = timedelta(hours=1)


@pytest.fixture
def plant() -> Plant:
    return small_plant(simulated=True)


def _delegation(plant: Plant, who: str, to: str, at: datetime = MORNING) -> tuple[Hands, Mapping[str, Any]]:
    """The hands that gave it, and the door's answer."""
    with tenant.company(plant.company):
        post = str(Post.objects.get(code="area_head").id)
    hands = Hands(plant, at=at)
    body = {
        "post": post, "to": plant.person(to), "from": iso(at), "until": iso(at + 8 * HOURS), "reason": "出差",
    }  # fmt: skip
    return hands, hands.give(who, "delegate", body, stream_kind="delegation")


def _submitted(plant: Plant) -> Hands:
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    return hands


def _sign(hands: Hands, who: str) -> Mapping[str, Any]:
    permit = journeys.state(hands)
    stage = permit.stage()
    assert stage is not None
    critical = [*law.template("hot")["critical"], *(m.id for m in permit.measures if m.critical)]
    body = {"stage": stage.id, "confirmed": critical, "opinion": "同意", "signature": journeys.STROKES}
    return hands.give(who, "sign_stage", body)


def _codes(answer: Mapping[str, Any]) -> set[str]:
    return {r["code"] for r in answer.get("reasons", ())}


def _tasks(hands: Hands, who: str) -> list[str]:
    assert hands.at is not None
    with tenant.company(hands.plant.company):
        found = agenda.of(hands.plant.company, UUID(hands.plant.person(who)), hands.at)
    return [t["command"] for t in found]


def test_he_is_called_for_signs_and_the_signature_tells_for_whom(plant: Plant) -> None:
    hands = _submitted(plant)
    assert _tasks(hands, "chen") == []
    assert _codes(_sign(hands, "chen")), "nobody has sent him yet"
    given, answer = _delegation(plant, "zhao", "chen")
    assert answer["verdict"] == "accepted"
    assert _tasks(hands, "chen") == ["sign_stage"]
    assert _sign(hands, "chen")["verdict"] == "accepted"
    with tenant.company(plant.company):
        [signed] = [e.data for e in events(plant.company, "permit", hands.permit) if e.type == "StageSigned"]
        assert isinstance(verify_stream(plant.company, "permit", hands.permit), Verified)
    assert (signed["by"], signed["delegation"]) == (plant.person("chen"), str(given.permit))
    assert _codes(_sign(hands, "chen")), "once is once: he does not sign the next stage as well"
    assert _sign(hands, "zheng")["verdict"] == "accepted"
    assert journeys.state(hands).state == "issued"


def test_he_sends_nobody_on_and_does_nothing_else_of_the_post(plant: Plant) -> None:
    hands = _submitted(plant)
    _delegation(plant, "zhao", "chen")
    _, on = _delegation(plant, "chen", "zheng")
    assert _codes(on) == {"not_your_post"}
    journeys.approve(hands, {"area": "chen"})
    journeys.go_live(hands)
    assert _codes(hands.give("chen", "void", {"reason": "不想干了"})) == {"not_your_duty"}
    hands.must("zhao", "void", {"reason": "工况变化"})


def test_it_is_over_with_its_time_and_when_it_is_taken_back(plant: Plant) -> None:
    hands = _submitted(plant)
    given, _ = _delegation(plant, "zhao", "chen")
    given.must("zhao", "revoke_delegation", {"reason": "回来了"}, stream_kind="delegation")
    assert _codes(_sign(hands, "chen"))
    again, answer = _delegation(plant, "zhao", "chen", MORNING - 10 * HOURS)
    assert answer["verdict"] == "accepted"
    assert _codes(_sign(hands, "chen")), "eight hours are over"
    assert again.permit != given.permit
    assert journeys.state(hands).signatures == ()


def test_nobody_approves_his_own_work_through_another(plant: Plant) -> None:
    with tenant.company(plant.company):
        Post.objects.filter(code="area_head").update(holder_id=plant.people["li"].person)
    _delegation(plant, "li", "chen")
    hands = _submitted(plant)
    assert "sign_stage" not in _tasks(hands, "chen")
    assert _codes(_sign(hands, "chen"))

"""S24, 试车 through the door: two permits share an isolation; energy comes back only with everybody out and
counted, and nobody resumes before it is isolated and verified anew."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.isolating import Isolating
from davy.building.plant import small_plant, trained
from davy.db import tenant
from tests.adversarial.durable import assert_whole
from tests.adversarial.scenes import later

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
TRY = {"points": ["p2"], "reason": "电机点动，看转向"}


def _asked(answer: Mapping[str, Any]) -> set[str]:
    return {r["missing"]["requirement"] for r in answer["reasons"] if "missing" in r}


@pytest.fixture
def crews() -> tuple[Isolating, Hands, Hands]:
    """(the isolation, a permit at each of two points): the first at work behind it, the second about to."""
    plant = small_plant(simulated=True)
    isolating = Isolating(plant, at=MORNING).plan().isolate_all()
    with tenant.company(plant.company):
        trained(plant, "zhou")
    first, second = Hands(plant, at=MORNING), Hands(plant, at=MORNING)
    journeys.draft_hot(first)
    place = {"site": str(plant.site), "area": str(plant.area), "point": str(plant.other_point)}
    crew = {**journeys.crew(plant), "guardian": plant.person("zhou")}
    journeys.draft_hot(second, place=place, crew=crew)
    isolating.behind(first, second)
    for hands in (first, second):
        _prepare(hands)
        journeys.approve(hands)
    journeys.go_live(first)
    return isolating, first, second


def _prepare(hands: Hands) -> None:
    """As everybody does, but with as many blinds as there are."""
    journeys.prepare(hands)
    body = {"measure": "blinded", "applies": True, "values": {"blinds": "0"}}
    hands.must("wu", "answer_measure", {**body, "photo": Isolating(hands.plant).shot()})


def _rest(hands: Hands) -> None:
    hands.must("li", "pause", {"cause": "break"})
    hands.must("li", "confirm_stopped")


def _guardian(hands: Hands) -> str:
    crew = journeys.state(hands).crew
    return next(k for k, m in hands.plant.people.items() if str(m.person) == crew.guardian)


def _resume(hands: Hands) -> Mapping[str, Any]:
    hands.must(_guardian(hands), "stand_by")
    return hands.give("li", "resume", {"changed": False})


def _count(isolating: Isolating, *all_hands: Hands) -> None:
    for hands in all_hands:
        isolating.must(_guardian(hands), "count_out", {"permit": str(hands.permit), "people": 3})


def test_the_whole_way_of_a_test(crews: tuple[Isolating, Hands, Hands]) -> None:
    isolating, first, second = crews
    answer = isolating.give("feng", "start_test", TRY)
    codes = {r["code"] for r in answer["reasons"]}
    assert codes >= {"isolation_test_not_paused", "isolation_test_not_counted"}
    _rest(first)
    _count(isolating, first)
    answer = isolating.give("feng", "start_test", TRY)
    assert [r["code"] for r in answer["reasons"]] == ["isolation_test_not_counted"]
    _count(isolating, second)
    isolating.must("feng", "start_test", TRY)
    start = {"scan": second.plant.point_token, "held_ms": 1800}
    for told in (_resume(first), second.give("li", "start", start)):
        assert _asked(told) >= {"isolation.verified", "isolation.no_test"}
    isolating.must("feng", "end_test")
    assert "isolation.verified" in _asked(_resume(first))
    isolating.isolate("p2")
    assert "isolation.verified" in _asked(_resume(first))
    isolating.verify("p2")
    assert _resume(first)["verdict"] == "accepted"
    assert_whole()


def test_nobody_starts_before_every_point_is_verified() -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    isolating = Isolating(hands.plant, at=MORNING).plan()
    journeys.draft_hot(hands)
    isolating.behind(hands)
    _prepare(hands)
    journeys.approve(hands)
    start = {"scan": hands.plant.point_token, "held_ms": 1800}
    assert _asked(hands.give("li", "start", start)) >= {"isolation.verified"}
    isolating.isolate_all()
    assert not [r for r in _asked(hands.give("li", "start", start)) if r.startswith("isolation.")]


def test_a_failed_point_pauses_all_work_behind_it_at_once(crews: tuple[Isolating, Hands, Hands]) -> None:
    isolating, first, second = crews
    isolating.must("chu", "doubt_point", {"point": "p1", "reason": "法兰滴漏"})
    permit = journeys.state(first)
    assert (permit.state, [c.kind for c in permit.causes]) == ("paused", ["isolation"])
    assert journeys.state(second).state == "issued"


def test_it_is_given_back_only_when_each_permit_let_go_by_name(crews: tuple[Isolating, Hands, Hands]) -> None:
    isolating, first, second = crews
    first.must("li", "finish")
    later(first, minutes=31)
    second.at = isolating.at = first.at
    first.must("wang", "check_residual_fire", {"photo": isolating.shot(), "clear": True})
    told = first.give("wei", "accept", {"items": [], "photos": [isolating.shot()], "signature": "x"})
    assert "isolation.released" in _asked(told)
    away = {"point": "p1", "photo": isolating.shot()}
    assert isolating.give("wu", "remove_point", away)["code"] == "isolation_relied_on"
    isolating.must("li", "release", {"permit": str(first.permit)})
    assert isolating.give("wu", "remove_point", away)["code"] == "isolation_relied_on"
    second.must("zhao", "void", {"reason": "现场条件不符"})
    isolating.unlock()
    for point in ("p1", "p2"):
        isolating.restore(point)
    assert isolating.state.state == "restored"
    journeys.accept(first)
    assert_whole()

"""S11: a ticket of more than a day. At day's end the work stops; the next day it begins with the gas of the
day, measures looked at anew, the new man briefed, and the ticket verified on site."""

from collections.abc import Mapping, Set
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import tenant
from davy.evidence.queries import Verified, events, verify_stream
from davy.people.models import Certificate
from davy.rulebook import law
from davy.sites.models import Area

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # 08:30 in Shanghai
EVENING = MONDAY + timedelta(hours=8, minutes=45)  # 17:15
TUESDAY = MONDAY + timedelta(days=1)
MORNING = frozenset({"gas", "measures", "people", "ticket", "shift"})
"""What is done anew on the second day."""


def _reads(hands: Hands, *hours: float) -> None:
    """Time passes to each of these hours after the beginning, with a round, and the clock looks."""
    for hour in hours:
        hands.at = MONDAY + timedelta(hours=hour)
        if journeys.state(hands).state == "active":
            hands.must("wang", "guard_round")
        hands.tick()


@pytest.fixture
def hands() -> Hands:
    """A 二级 ticket of two days, stopped at the end of the first: nothing is watched over the night."""
    hands = Hands(small_plant(simulated=True), at=MONDAY)
    with tenant.company(hands.plant.company):
        Area.objects.update(area_class="other")
    journeys.draft_hot(hands, hours=36)
    journeys.get_to_work(hands)
    _reads(hands, 1, 3, 5, 8)
    hands.at = EVENING
    hands.must("li", "pause", {"cause": "break"})
    hands.must("li", "confirm_stopped")
    _sign(hands, "outgoing")
    _reads(hands, 9, 12, 18, 23)
    assert journeys.state(hands).state == "paused"
    hands.at = TUESDAY
    return hands


def _asked(answer: Mapping[str, Any]) -> set[str]:
    return {r["missing"]["requirement"] for r in answer["reasons"] if "missing" in r}


def _resume(hands: Hands) -> Mapping[str, Any]:
    return hands.give("li", "resume", {"changed": False})


def _look_again(hands: Hands) -> None:
    journeys.measures(hands, law.template("hot"), [m.id for m in journeys.state(hands).measures])


def _sign(hands: Hands, side: str) -> None:
    for who in ("li", "wang", "feng"):
        hands.must(who, "sign_shift", {"side": side, "signature": journeys.STROKES})


def _alarms(hands: Hands) -> list[Any]:
    with tenant.company(hands.plant.company):
        found = events(hands.plant.company, "permit", hands.permit)
    return [e.data["code"] for e in found if e.type == "AlarmRaised" and e.data.get("code")]


def test_the_next_morning_everything_that_must_be_fresh_is_asked_for_at_once(hands: Hands) -> None:
    asked = _asked(_resume(hands))
    assert asked >= {
        "hot.gas.daily", "measures.today", "crew.present", "ticket.verified_today", "shift.taken_over",
    }  # fmt: skip
    assert "04" in _alarms(hands)


@pytest.mark.parametrize(
    ("left_out", "lacks"),
    [
        ("gas", "hot.gas.daily"),
        ("measures", "measures.today"),
        ("people", "crew.present"),
        ("ticket", "ticket.verified_today"),
        ("shift", "shift.taken_over"),
    ],
)
def test_each_of_them_holds_the_second_day_back(hands: Hands, left_out: str, lacks: str) -> None:
    _ready(hands, MORNING - {left_out})
    assert lacks in _asked(_resume(hands))
    _ready(hands, {left_out})
    assert _resume(hands)["verdict"] == "accepted"


def _ready(hands: Hands, parts: Set[str]) -> None:
    """What is done in the morning, in its order."""
    if "gas" in parts:
        journeys.gas_round(hands)
    if "measures" in parts:
        _look_again(hands)
    if "people" in parts:
        for who in ("li", "qian", "wang"):
            hands.must(who, "check_in")
    if "ticket" in parts:
        hands.must("feng", "verify_ticket", {"signature": journeys.STROKES})
    if "shift" in parts:
        _sign(hands, "incoming")
    hands.must("wang", "stand_by")


def test_the_man_who_comes_on_the_second_day_is_briefed_and_checks_in_first(hands: Hands) -> None:
    plant = hands.plant
    with tenant.company(plant.company):
        Certificate.objects.create(
            company_id=plant.company, person_id=plant.people["sun"].person, kind="special_operation",
            item="熔化焊接与热切割作业", number="T-sun-w", valid_from=MONDAY.date() - timedelta(days=30),
            valid_to=MONDAY.date() + timedelta(days=300), holder_name="孙司索",
        )  # fmt: skip
    _ready(hands, MORNING)
    hands.must("li", "assign", {"duty": "worker", "person": plant.person("sun")})
    assert _asked(_resume(hands)) >= {"briefing.signed", "crew.present"}
    hands.must("sun", "sign_briefing", {"signature": journeys.STROKES})
    hands.must("sun", "check_in")
    assert _resume(hands)["verdict"] == "accepted"


def test_the_second_day_runs_to_its_end(hands: Hands) -> None:
    _ready(hands, MORNING)
    assert _resume(hands)["verdict"] == "accepted"
    _reads(hands, 24.5, 26, 28, 32)
    assert journeys.state(hands).state == "active"
    hands.must("li", "finish")
    with tenant.company(hands.plant.company):
        assert isinstance(verify_stream(hands.plant.company, "permit", hands.permit), Verified)

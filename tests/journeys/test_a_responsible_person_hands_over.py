"""S11: the responsible person hands his duty to somebody named, on site and briefed. Until that one takes it
he answers for the work; afterwards he gives no command of it any more."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import LAT, LON, photo, small_plant
from davy.db import tenant
from davy.evidence.queries import Verified, events, verify_stream
from davy.people.models import Person, Post

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai
AWAY = {"lat": LAT + 0.01, "lon": LON, "accuracy_m": 3.0}
TAKE = {"duty": "responsible"}


@pytest.fixture
def hands() -> Hands:
    """Work that 李工 answers for; 孙司索 is to come in his place."""
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def _offer(hands: Hands, to: str, who: str = "li", **extra: Any) -> Mapping[str, Any]:
    return hands.give(who, "offer_duty", {**TAKE, "to": hands.plant.person(to)}, **extra)


def _codes(answer: Mapping[str, Any]) -> list[str]:
    return [r["code"] for r in answer.get("reasons", ())]


def _holds(hands: Hands, who: str) -> bool:
    return journeys.state(hands).crew.responsible == hands.plant.person(who)


def test_the_duty_goes_over_while_the_work_runs_and_with_it_every_command(hands: Hands) -> None:
    assert _offer(hands, "sun")["verdict"] == "accepted"
    assert _holds(hands, "li"), "offered is not taken"
    hands.must("sun", "sign_briefing", {"signature": journeys.STROKES})
    hands.must("sun", "take_duty", TAKE)
    assert _holds(hands, "sun")
    hands.at = MORNING + timedelta(minutes=20)
    hands.must("wang", "guard_round")
    hands.tick()
    assert journeys.state(hands).state == "active", "the work did not stop for it"
    assert _codes(hands.give("li", "finish")) == ["not_your_duty"]
    hands.must("sun", "pause", {"cause": "break"})
    assert _codes(hands.give("li", "resume", {"changed": False})) == ["not_your_duty"]
    hands.must("sun", "confirm_stopped")
    hands.must("wang", "stand_by")
    hands.must("sun", "resume", {"changed": False})
    hands.must("sun", "finish")
    with tenant.company(hands.plant.company):
        taken = [e.data for e in events(hands.plant.company, "permit", hands.permit) if e.type == "DutyTaken"]
        assert isinstance(verify_stream(hands.plant.company, "permit", hands.permit), Verified)
    assert [(e["from"], e["by"]) for e in taken] == [(hands.plant.person("li"), hands.plant.person("sun"))]


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("li", "separation_of_duties"),  # nobody takes over from himself
        ("wang", "separation_of_duties"),  # the guardian only guards (4.10)
        ("zhao", "separation_of_duties"),  # nobody works under his own signature
    ],
)
def test_to_whom_it_cannot_be_offered(hands: Hands, to: str, code: str) -> None:
    assert _codes(_offer(hands, to)) == [code]
    assert _holds(hands, "li")


def test_nobody_else_offers_it_and_nobody_offers_it_from_afar(hands: Hands) -> None:
    assert _codes(_offer(hands, "sun", who="wang")) == ["not_your_duty"]
    assert _codes(_offer(hands, "sun", position=AWAY)) == ["not_on_site"]
    assert not journeys.state(hands).offers


def test_who_takes_it_was_asked_is_briefed_is_there_and_is_entitled(hands: Hands) -> None:
    assert _offer(hands, "sun")["verdict"] == "accepted"
    assert "not_your_duty" in _codes(hands.give("qian", "take_duty", TAKE)), "another was asked"
    assert _codes(hands.give("sun", "take_duty", TAKE)) == ["briefing_missing"]
    hands.must("sun", "sign_briefing", {"signature": journeys.STROKES})
    assert _codes(hands.give("sun", "take_duty", TAKE, position=AWAY)) == ["not_on_site"]
    with tenant.company(hands.plant.company):
        Person.objects.filter(id=hands.plant.people["sun"].person).update(status="frozen")
    assert _codes(hands.give("sun", "take_duty", TAKE)) == ["person_frozen"]
    assert _holds(hands, "li")


def test_who_handed_over_does_not_accept_or_clear_what_he_led(hands: Hands) -> None:
    assert _offer(hands, "sun")["verdict"] == "accepted"
    hands.must("sun", "sign_briefing", {"signature": journeys.STROKES})
    hands.must("sun", "take_duty", TAKE)
    with tenant.company(hands.plant.company):
        for post in ("acceptor", "shift_leader"):
            Post.objects.filter(code=post).update(holder_id=hands.plant.people["li"].person)
    hands.must("sun", "finish")
    hands.at = MORNING + timedelta(minutes=31)
    picture = photo(hands.plant.company, "after")
    hands.must("wang", "check_residual_fire", {"photo": picture, "clear": True})
    body = {"items": [], "photos": [picture], "signature": journeys.STROKES}
    assert "separation_of_duties" in _codes(hands.give("li", "accept", body))

"""动火 一级 from request to closed, every step a command through the door on simulated time."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import photo, small_plant
from davy.db import tenant
from davy.evidence.queries import Verified, events, verify_stream

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai


@pytest.fixture
def hands() -> Hands:
    """A permit of the plant, live since a quarter of an hour."""
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def _later(hands: Hands, **delta: float) -> None:
    assert hands.at is not None
    hands.at += timedelta(**delta)


def _requirements(answer: Mapping[str, Any]) -> set[str]:
    return {r["missing"]["requirement"] for r in answer["reasons"] if "missing" in r}


def _alarms(hands: Hands) -> list[str | None]:
    with tenant.company(hands.plant.company):
        found = events(hands.plant.company, "permit", hands.permit)
    return [e.data.get("code") for e in found if e.type == "AlarmRaised"]


def _break(hands: Hands, minutes: float) -> None:
    hands.must("li", "pause", {"cause": "break"})
    _later(hands, minutes=minutes)
    hands.must("wang", "stand_by")


def test_it_goes_live(hands: Hands) -> None:
    permit = journeys.state(hands)
    assert (permit.state, permit.level) == ("active", "first")


def test_a_break_of_five_minutes_resumes_at_once(hands: Hands) -> None:
    _break(hands, 5)
    hands.must("li", "resume", {"changed": False})
    assert journeys.state(hands).state == "active"


def test_a_break_of_thirty_minutes_exactly_asks_for_nothing(hands: Hands) -> None:
    _break(hands, 30)
    hands.must("li", "resume", {"changed": False})


def test_a_break_of_thirty_one_minutes_needs_a_new_round(hands: Hands) -> None:
    _break(hands, 31)
    answer = hands.give("li", "resume", {"changed": False})
    assert answer["verdict"] == "refused"
    assert "hot.gas.after_break" in _requirements(answer)
    assert "03" in _alarms(hands)
    told = next(
        r for r in answer["reasons"] if r.get("missing", {}).get("requirement") == "hot.gas.after_break"
    )
    assert "5.3.1" in told["clause"]
    journeys.gas_round(hands)
    hands.must("li", "resume", {"changed": False})
    assert journeys.state(hands).state == "active"


def test_a_change_voids_the_permit_and_opens_its_clearance(hands: Hands) -> None:
    _break(hands, 5)
    hands.must("li", "resume", {"changed": True})
    permit = journeys.state(hands)
    assert (permit.state, permit.clearance, permit.is_changed) == ("voided", "open", True)


def test_gas_over_the_limit_pauses_at_once_whatever_its_length(hands: Hands) -> None:
    journeys.gas_round(hands, [("representative", "methanol", "0.51", "%vol")])
    permit = journeys.state(hands)
    assert permit.state == "paused"
    assert [c.kind for c in permit.causes] == ["gas"]
    _later(hands, minutes=2)
    hands.must("wang", "stand_by")
    assert hands.give("feng", "resolve_cause", {"cause": "gas"})["code"] == "cause_needs_round"
    journeys.gas_round(hands)
    hands.must("feng", "resolve_cause", {"cause": "gas"})
    hands.must("li", "resume", {"changed": False})


def test_a_bystander_stops_it_and_the_shift_leader_must_close_the_cause(hands: Hands) -> None:
    hands.must("chu", "stop", position=None)
    assert hands.give("li", "resume", {"changed": False})["code"] == "causes_open"
    assert hands.give("li", "resolve_cause", {"cause": "stopped"})["code"] == "cause_not_yours"
    hands.must("feng", "resolve_cause", {"cause": "stopped"})
    hands.must("wang", "stand_by")
    hands.must("li", "resume", {"changed": False})


def test_it_is_finished_watched_for_fire_accepted_and_closed(hands: Hands) -> None:
    hands.must("li", "finish")
    items = {"items": [], "photos": [photo(hands.plant.company, "done")], "signature": journeys.STROKES}
    answer = hands.give("wei", "accept", items)
    assert {"hot.residual_fire", "hot.firewatch"} & _requirements(answer)
    _later(hands, minutes=31)
    hands.must("wang", "check_residual_fire", {"photo": photo(hands.plant.company, "cold"), "clear": True})
    journeys.accept(hands)
    assert journeys.state(hands).state == "closed"
    with tenant.company(hands.plant.company):
        assert isinstance(verify_stream(hands.plant.company, "permit", hands.permit), Verified)


def test_eight_hours_later_the_clock_voids_it_and_the_place_stays_closed(hands: Hands) -> None:
    permit = journeys.state(hands)
    hands.at = permit.window.end + timedelta(seconds=1)
    hands.tick()
    permit = journeys.state(hands)
    assert (permit.state, permit.clearance, permit.end_reason) == ("voided", "open", "expired")
    assert permit.ended_at == permit.window.end
    assert "10" in _alarms(hands)

    second = Hands(hands.plant, at=hands.at)
    journeys.draft_hot(second)
    journeys.prepare(second)
    journeys.approve(second)
    with pytest.raises(AssertionError, match=r"place\.cleared"):
        journeys.go_live(second)

    hands.must("wang", "check_residual_fire", {"photo": photo(hands.plant.company, "cold"), "clear": True})
    everything = ["stopped", "register", "fire", "isolation", "site_safe"]
    proof = {"items": everything, "photo": photo(hands.plant.company, "clear"), "signature": journeys.STROKES}
    hands.must("feng", "confirm_clear", proof)
    assert journeys.state(hands).clearance == "confirmed"
    second.must("li", "start", {"scan": second.plant.point_token, "held_ms": 1800})


def test_reminders_come_before_the_end_once(hands: Hands) -> None:
    permit = journeys.state(hands)
    hands.at = permit.window.end - timedelta(minutes=30)
    hands.tick()
    hands.tick()
    assert journeys.state(hands).reminders.count("before_end") == 1

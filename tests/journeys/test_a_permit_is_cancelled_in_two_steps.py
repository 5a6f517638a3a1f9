"""S13: who asks to cancel stops the work at once; the issuing side alone agrees. The place stays open until
it is cleared (S6), and the outside learns of it (S28)."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import photo, small_plant
from davy.db import rows, tenant
from davy.evidence.queries import Verified, verify_stream
from davy.people.models import Post
from davy_core.permits.ending import CLEARANCE_ITEMS

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai
WHY = {"reason": "装置要停车，今天不做了"}


@pytest.fixture
def hands() -> Hands:
    """Work that goes on."""
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def _codes(answer: Mapping[str, Any]) -> list[str]:
    return [r["code"] for r in answer.get("reasons", ())]


def _told_outside(hands: Hands) -> Mapping[str, Any]:
    """The row of AQ 3064.2 table A.1 that went out last."""
    with tenant.company(hands.plant.company):
        found = rows.many("SELECT key, body FROM outbox_message WHERE kind = 'aq3064.ticket'", [])
    last = max(found, key=lambda row: int(row["key"].rpartition(":")[2]))
    body: Mapping[str, Any] = json.loads(last["body"]) if isinstance(last["body"], str) else last["body"]
    return body


def _next_crew(hands: Hands) -> Hands:
    """Another permit at the same point, ready to start."""
    other = Hands(hands.plant, at=hands.at)
    journeys.draft_hot(other)
    journeys.prepare(other)
    return other


def test_asked_for_the_work_stops_agreed_to_the_permit_is_withdrawn_and_then_its_place_cleared(
    hands: Hands,
) -> None:
    hands.must("li", "request_cancel", WHY)
    asked = journeys.state(hands)
    assert (asked.state, [c.kind for c in asked.causes]) == ("paused", ["cancel_requested"])
    assert "causes_open" in _codes(hands.give("li", "resume", {"changed": False}))
    hands.must("li", "confirm_stopped")
    hands.must("zhao", "approve_cancel")
    gone = journeys.state(hands)
    assert (gone.state, gone.clearance, gone.is_cancelled) == ("withdrawn", "open", True)
    told = _told_outside(hands)
    assert (told["TICKET_STATUS"], told["IS_CANCELLED"], told["CANCELLED_CAUSE"]) == ("5", "1", WHY["reason"])
    hands.at = MORNING + timedelta(minutes=31)
    picture = photo(hands.plant.company, "cold")
    hands.must("wang", "check_residual_fire", {"photo": picture, "clear": True})
    clear = {"items": list(CLEARANCE_ITEMS), "photo": photo(hands.plant.company, "clear")}
    hands.must("feng", "confirm_clear", {**clear, "signature": journeys.STROKES})
    assert journeys.state(hands).clearance == "confirmed"
    with tenant.company(hands.plant.company):
        assert isinstance(verify_stream(hands.plant.company, "permit", hands.permit), Verified)


@pytest.mark.parametrize("who", ["wang", "qian", "zhao", "feng"])
def test_only_who_asked_for_the_permit_asks_to_cancel_it(hands: Hands, who: str) -> None:
    assert _codes(hands.give(who, "request_cancel", WHY)) == ["not_your_duty"]
    assert journeys.state(hands).state == "active"


def test_the_crew_never_agrees_to_its_own_cancellation(hands: Hands) -> None:
    hands.must("li", "request_cancel", WHY)
    assert _codes(hands.give("li", "approve_cancel")) == ["not_your_duty"]
    with tenant.company(hands.plant.company):
        Post.objects.filter(code="area_head").update(holder_id=hands.plant.people["qian"].person)
    answer = hands.give("qian", "approve_cancel")
    assert set(_codes(answer)) & {"not_your_duty", "separation_of_duties"}
    assert journeys.state(hands).state == "paused"


def test_nobody_agrees_to_what_nobody_asked_for(hands: Hands) -> None:
    hands.must("li", "pause", {"cause": "break"})
    assert _codes(hands.give("zhao", "approve_cancel")) == ["cancel_not_requested"]


def test_the_issuing_side_may_say_no_and_the_work_goes_on(hands: Hands) -> None:
    hands.must("li", "request_cancel", WHY)
    hands.must("li", "confirm_stopped")
    cause = journeys.state(hands).causes[0].id
    assert _codes(hands.give("feng", "resolve_cause", {"cause": cause})) == ["cause_not_yours"]
    hands.must("zhao", "resolve_cause", {"cause": cause})
    hands.must("wang", "stand_by")
    hands.must("li", "resume", {"changed": False})
    assert (journeys.state(hands).state, journeys.state(hands).is_cancelled) == ("active", False)


def test_while_the_place_is_not_cleared_nobody_starts_there(hands: Hands) -> None:
    hands.must("li", "request_cancel", WHY)
    hands.must("li", "confirm_stopped")
    hands.must("zhao", "approve_cancel")
    other = _next_crew(hands)
    journeys.approve(other)
    journeys.stand_ready(other)
    asked = {r["missing"]["requirement"] for r in other.give("li", "start", journeys.press(other))["reasons"]}
    assert "place.cleared" in asked


def test_before_it_is_issued_it_is_simply_withdrawn() -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    assert _codes(hands.give("li", "request_cancel", WHY)) == ["wrong_state"]
    hands.must("li", "withdraw", WHY)
    assert (journeys.state(hands).state, journeys.state(hands).clearance) == ("withdrawn", "none")


def test_a_change_is_told_outside_in_the_words_of_who_reported_it(hands: Hands) -> None:
    hands.must("qian", "report_change", {"kind": "process", "what": "上游提了负荷"})
    told = _told_outside(hands)
    assert (told["TICKET_STATUS"], told["IS_CHANGED"], told["CHANGED_CAUSE"]) == ("6", "1", "上游提了负荷")

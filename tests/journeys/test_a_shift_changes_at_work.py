"""S11: work runs over the end of a shift. Both sides of every post sign; nobody takes over: it stops."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import tenant
from davy.evidence.queries import Verified, events, verify_stream
from davy.people.models import Post

pytestmark = pytest.mark.django_db

AFTERNOON = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)  # Monday, 16:30 in Shanghai
CHANGE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)  # 20:00: the day shift ends
GRACE = timedelta(minutes=15)


@pytest.fixture
def hands() -> Hands:
    """Work that will run over the change; two shift leaders, 冯班长 by day and 贝设备 by night."""
    hands = Hands(small_plant(simulated=True), at=AFTERNOON)
    with tenant.company(hands.plant.company):
        Post.objects.filter(code="shift_leader").update(deputy_id=hands.plant.people["bei"].person)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def _at(hands: Hands, moment: datetime) -> None:
    """Time passes with its rounds up to this instant, and the clock looks."""
    hands.at = moment
    if journeys.state(hands).state == "active":
        hands.must("wang", "guard_round")
    hands.tick()


def _sign(hands: Hands, side: str, *people: str) -> None:
    for who in people:
        hands.must(who, "sign_shift", {"side": side, "signature": journeys.STROKES})


def _codes(answer: Mapping[str, Any]) -> list[str]:
    return [r["code"] for r in answer["reasons"]]


def _asked(answer: Mapping[str, Any]) -> set[str]:
    return {r["missing"]["requirement"] for r in answer["reasons"] if "missing" in r}


def _told(hands: Hands, kind: str) -> list[Mapping[str, Any]]:
    with tenant.company(hands.plant.company):
        return [e.data for e in events(hands.plant.company, "permit", hands.permit) if e.type == kind]


def test_signed_by_both_sides_of_every_post_the_work_goes_on(hands: Hands) -> None:
    _at(hands, CHANGE - timedelta(minutes=20))
    _sign(hands, "outgoing", "li", "wang", "feng")
    _sign(hands, "incoming", "li", "wang")
    _at(hands, CHANGE + timedelta(minutes=10))
    _sign(hands, "incoming", "bei")
    _at(hands, CHANGE + GRACE + timedelta(seconds=1))
    _at(hands, CHANGE + timedelta(hours=1))
    assert journeys.state(hands).state == "active"
    assert _told(hands, "AlarmRaised") == []
    signed = {(e["side"], e["duty"], e["by"]) for e in _told(hands, "ShiftSigned")}
    person = hands.plant.person
    assert signed == {
        *((side, "responsible", person("li")) for side in ("outgoing", "incoming")),
        *((side, "guardian", person("wang")) for side in ("outgoing", "incoming")),
        ("outgoing", "shift_leader", person("feng")),
        ("incoming", "shift_leader", person("bei")),
    }
    with tenant.company(hands.plant.company):
        assert isinstance(verify_stream(hands.plant.company, "permit", hands.permit), Verified)


def test_the_shift_leader_does_not_sign_for_both_sides_nor_does_somebody_else_for_one(hands: Hands) -> None:
    _at(hands, CHANGE - timedelta(minutes=20))
    _sign(hands, "outgoing", "feng")
    both = {"side": "incoming", "signature": journeys.STROKES}
    assert _codes(hands.give("feng", "sign_shift", both)) == ["shift_same_leader"]
    assert _codes(hands.give("qian", "sign_shift", both)) == ["not_your_duty"]
    assert _codes(hands.give("bei", "sign_shift", both, proof=None)) == ["reauth_failed"]
    assert [e["side"] for e in _told(hands, "ShiftSigned")] == ["outgoing"]


def test_nobody_took_over_so_the_work_stops_until_both_sides_have_signed(hands: Hands) -> None:
    _at(hands, CHANGE - timedelta(minutes=20))
    _sign(hands, "outgoing", "li", "wang", "feng")
    _sign(hands, "incoming", "li", "wang")
    _at(hands, CHANGE + GRACE)
    assert journeys.state(hands).state == "active", "15 minutes are left to those who come"
    _at(hands, CHANGE + GRACE + timedelta(seconds=1))
    paused = journeys.state(hands)
    assert (paused.state, [c.kind for c in paused.causes]) == ("paused", ["shift"])
    assert [e["subject"] for e in _told(hands, "AlarmRaised")] == ["shift.handed_over"]
    hands.must("li", "confirm_stopped")
    hands.must("wang", "stand_by")
    cause = paused.causes[0].id
    assert _codes(hands.give("bei", "resolve_cause", {"cause": cause})) == ["cause_still_stands"]
    assert "causes_open" in _codes(hands.give("li", "resume", {"changed": False}))
    _sign(hands, "incoming", "bei")
    hands.must("bei", "resolve_cause", {"cause": cause})
    hands.must("li", "resume", {"changed": False})
    _at(hands, CHANGE + timedelta(hours=1))
    assert journeys.state(hands).state == "active"


def test_a_break_over_the_change_is_no_way_around_it(hands: Hands) -> None:
    _at(hands, CHANGE - timedelta(minutes=5))
    hands.must("li", "pause", {"cause": "break"})
    hands.must("li", "confirm_stopped")
    _at(hands, CHANGE + timedelta(minutes=16))
    hands.must("wang", "stand_by")
    assert "shift.taken_over" in _asked(hands.give("li", "resume", {"changed": False}))
    _sign(hands, "outgoing", "li", "wang", "feng")
    _sign(hands, "incoming", "li", "wang", "bei")
    hands.must("li", "resume", {"changed": False})
    _at(hands, CHANGE + timedelta(minutes=17))
    assert journeys.state(hands).state == "active"

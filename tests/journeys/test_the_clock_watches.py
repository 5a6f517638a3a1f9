"""Time alone: approvals overdue, a pause nobody receives, a guardian lost, an open clearance."""

from datetime import UTC, datetime, timedelta

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import tenant
from davy.evidence.queries import events

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # 08:30 in Shanghai; the day shift ends at 20:00


def _submitted() -> Hands:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    return hands


def _live() -> Hands:
    hands = _submitted()
    journeys.get_to_work(hands)
    return hands


def _wait(hands: Hands, **delta: float) -> None:
    assert hands.at is not None
    hands.at += timedelta(**delta)
    hands.tick()


def _alarms(hands: Hands) -> list[str]:
    with tenant.company(hands.plant.company):
        found = events(hands.plant.company, "permit", hands.permit)
    return [e.data["kind"] for e in found if e.type == "AlarmRaised"]


def test_an_approval_overdue_is_reminded_then_copied_and_never_signs_itself() -> None:
    hands = _submitted()
    journeys.prepare(hands)
    _wait(hands, hours=2)
    assert journeys.state(hands).reminders == ("approval_overdue:area",)
    _wait(hands, minutes=30)
    permit = journeys.state(hands)
    assert permit.reminders == ("approval_overdue:area", "approval_copy:area")
    assert (permit.state, permit.signatures) == ("submitted", ())


def test_a_pause_that_nobody_receives_or_confirms_becomes_an_alarm() -> None:
    hands = _live()
    hands.must("chu", "stop")
    _wait(hands, seconds=29)
    assert "pause_not_received" not in _alarms(hands)
    _wait(hands, seconds=2)
    assert "pause_not_received" in _alarms(hands)
    hands.must("qian", "receive_pause")
    _wait(hands, minutes=3)
    assert "stop_not_confirmed" in _alarms(hands)
    hands.must("wang", "confirm_stopped")
    pause = journeys.state(hands).pause
    assert pause is not None
    assert pause.received_at is not None
    assert pause.confirmed_at is not None


def test_a_guardian_out_of_contact_is_an_alarm_and_then_a_pause_from_his_last_sign_of_life() -> None:
    hands = _live()
    hands.must("wang", "guard_round")
    lost_at = hands.at
    _wait(hands, minutes=2, seconds=1)
    assert journeys.state(hands).state == "active"
    assert "guardian.contact" in journeys.state(hands).lapsed
    _wait(hands, minutes=3)
    permit = journeys.state(hands)
    assert permit.state == "paused"
    assert [c.kind for c in permit.causes] == ["guardian_contact"]
    assert permit.pause is not None
    assert lost_at is not None
    assert permit.pause.began_at <= lost_at + timedelta(minutes=5, seconds=1)


def test_the_clearance_that_stays_open_is_asked_for() -> None:
    hands = _live()
    hands.must("feng", "void", {"reason": "工艺波动"})
    _wait(hands, minutes=30)
    assert "clearance_open" in _alarms(hands)


def test_an_application_never_issued_ends_with_its_window() -> None:
    hands = _submitted()
    _wait(hands, hours=8, seconds=1)
    permit = journeys.state(hands)
    assert (permit.state, permit.clearance, permit.end_reason) == ("voided", "none", "never_issued")


def test_ticking_twice_at_one_instant_changes_nothing() -> None:
    hands = _live()
    _wait(hands, minutes=10)
    version = hands.version
    hands.tick()
    assert hands.version == version

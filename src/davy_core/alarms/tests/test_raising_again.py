"""One cause, one alarm: raised again it counts on; raised after it was dealt with it asks for attention
again."""

from __future__ import annotations

import pytest

from davy_core.alarms.state import Alarm
from davy_core.alarms.tests.site import LI, SHIFT, WANG, at, body, give, raised, then
from davy_core.outcome import Accepted

NOTE = {"note": "已处理"}


def again(alarm: Alarm, minutes: float) -> tuple[str, Alarm]:
    told = body(at=f"2026-11-21T00:{30 + int(minutes)}:00.000Z", tell=[SHIFT])
    outcome = give(alarm, "raise_alarm", told, sender="driver", minutes=minutes)
    assert isinstance(outcome, Accepted)
    return outcome.events[0].type, then(alarm, outcome)


def test_raised_again_while_open_it_counts_and_remembers_the_last_time() -> None:
    kind, alarm = again(raised(), 7)
    assert kind == "AlarmRecurred"
    assert (alarm.count, alarm.raised_at, alarm.last_at, alarm.state) == (2, at(1), at(7), "raised")


def test_an_acknowledged_one_stays_acknowledged() -> None:
    alarm = raised(kind="guardian_away")
    alarm = then(alarm, give(alarm, "acknowledge_alarm", minutes=2))
    kind, alarm = again(alarm, 3)
    assert (kind, alarm.state, alarm.count) == ("AlarmRecurred", "acknowledged", 2)


@pytest.mark.parametrize("kind", ["gas_limit", "gas_level", "heat", "person_still", "person_fallen", "sos"])
def test_a_new_danger_calls_again_though_the_last_one_was_acknowledged(kind: str) -> None:
    alarm = raised(kind=kind)
    alarm = then(alarm, give(alarm, "acknowledge_alarm", minutes=2))
    event, later = again(alarm, 3)
    assert (event, later.state, later.told) == ("AlarmReopened", "raised", (SHIFT,))
    event, _ = again(alarm, 1)  # what came late, of before somebody looked
    assert event == "AlarmRecurred"


@pytest.mark.parametrize("closed", [False, True])
def test_one_that_was_dealt_with_opens_again_and_tells_again(closed: bool) -> None:
    alarm = raised()
    alarm = then(alarm, give(alarm, "handle_alarm", NOTE, minutes=2))
    if closed:
        alarm = then(alarm, give(alarm, "close_alarm", NOTE, minutes=3))
    kind, alarm = again(alarm, 4)
    assert (kind, alarm.state, alarm.count, alarm.told) == ("AlarmReopened", "raised", 2, (SHIFT,))
    assert alarm.acknowledged is alarm.handled is alarm.closed is None


def test_an_instant_in_the_future_counts_as_now() -> None:
    outcome = give(None, "raise_alarm", body(at="2026-11-21T09:00:00.000Z"), sender="clock", minutes=1)
    assert then(None, outcome).raised_at == at(1)


def test_an_older_cause_does_not_turn_the_last_time_back() -> None:
    _, alarm = again(raised(), 7)
    _, alarm = again(alarm, 5)
    assert (alarm.count, alarm.last_at) == (3, at(7))


def test_a_kind_nobody_described_is_grave() -> None:
    alarm = raised(kind="never_heard_of")
    assert (alarm.kind, alarm.severity, alarm.owner) == ("never_heard_of", "red", "shift_leader")


def test_an_alarm_about_the_plant_has_no_permit() -> None:
    alarm = raised(permit=None, number=None, tell=[LI, WANG])
    assert (alarm.permit, alarm.number, alarm.told) == (None, None, (LI, WANG))

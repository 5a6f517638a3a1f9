"""A red alarm rings on, ever more rarely and higher up, until somebody acknowledges it; a task rings once."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from davy_core.alarms.decide import AlarmCommand, AlarmFacts, decide
from davy_core.alarms.ringing import next_ring
from davy_core.alarms.state import Alarm
from davy_core.alarms.tests.site import ALARM, BOSS, CONTROL, SHIFT, WANG, at, body, book, give, raised, then
from davy_core.outcome import Accepted, Refused

HOLDERS = {"control": (CONTROL,), "shift_leader": (SHIFT,), "issuer": (BOSS,)}


def ring(alarm: Alarm, seconds: float) -> Alarm:
    """What the clock makes of it so long after the begin."""
    facts = AlarmFacts(at(seconds / 60), book(), "clock", holders=HOLDERS)
    return then(alarm, decide(alarm, AlarmCommand(ALARM, "ring_alarm"), facts))


def test_it_rings_again_after_each_pause_and_never_before() -> None:
    alarm, times, second = raised(1), [], 60
    while second < 3 * 3600:
        rung = ring(alarm, second)
        if rung.rings > alarm.rings:
            times.append(second - 60)
        alarm, second = rung, second + 10
    assert times[:6] == [60, 180, 300, 600, 1200, 3000]
    assert {after - before for before, after in pairwise(times[5:])} == {1800}


def test_a_clock_that_was_away_for_hours_rings_once() -> None:
    alarm = ring(raised(1), 5 * 3600)
    assert alarm.rings == 1
    assert ring(alarm, 5 * 3600 + 30).rings == 1


def test_after_three_minutes_those_above_are_called_as_well_and_each_once() -> None:
    alarm = ring(raised(1), 120)
    assert alarm.told == (WANG, SHIFT)
    alarm = ring(alarm, 240)
    assert alarm.told == (WANG, SHIFT, CONTROL, BOSS)
    assert ring(alarm, 400).told == alarm.told


def test_whoever_acknowledges_it_ends_the_ringing() -> None:
    alarm = then(raised(), give(raised(), "acknowledge_alarm", minutes=2))
    assert next_ring(alarm, book()) is None
    assert ring(alarm, 9000) == alarm


def test_raised_again_after_it_was_handled_it_rings_from_the_beginning() -> None:
    alarm = ring(ring(raised(1), 120), 240)
    alarm = then(alarm, give(alarm, "handle_alarm", {"note": "关阀"}, minutes=5))
    alarm = then(
        alarm, give(alarm, "raise_alarm", body(at="2026-11-21T00:40:00.000Z"), sender="driver", minutes=10)
    )
    assert (alarm.state, alarm.rings, alarm.told) == ("raised", 0, (WANG, SHIFT))
    assert next_ring(alarm, book()) == at(10) + timedelta(seconds=60)


def test_what_is_late_on_paper_rings_once() -> None:
    task = raised(kind="approver_away")
    assert task.severity == "task"
    assert next_ring(task, book()) is None


def test_only_the_clock_rings() -> None:
    outcome = give(raised(), "ring_alarm")
    assert isinstance(outcome, Refused)
    assert outcome.reasons[0].code == "alarm_not_yours"


def test_asked_before_its_time_nothing_happens() -> None:
    outcome = decide(
        raised(1), AlarmCommand(ALARM, "ring_alarm"), AlarmFacts(at(1.5), book(), "clock", holders=HOLDERS)
    )
    assert outcome == Accepted(())

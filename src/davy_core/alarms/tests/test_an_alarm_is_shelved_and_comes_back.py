"""A task can be silenced for a time and a reason; a red alarm never; the shelf ends by itself."""

from __future__ import annotations

from datetime import timedelta

from davy_core.alarms.decide import AlarmCommand, AlarmFacts, decide
from davy_core.alarms.ringing import next_ring
from davy_core.alarms.state import Alarm, Shelf
from davy_core.alarms.tests.site import ALARM, SHIFT, at, body, book, give, raised, then
from davy_core.outcome import Accepted, Outcome, Refused

FOR_AN_HOUR = {"minutes": 60, "note": "夜班无人可签，明早处理"}
NOTE = {"note": "已处理"}


def task() -> Alarm:
    """Something late on paper."""
    return raised(kind="approver_away")


def shelved(alarm: Alarm | None = None, minutes: float = 5) -> Alarm:
    """The alarm on the shelf for an hour."""
    alarm = alarm or task()
    return then(alarm, give(alarm, "shelve_alarm", FOR_AN_HOUR, minutes=minutes))


def by_clock(alarm: Alarm, minutes: float) -> Alarm:
    """What the clock makes of it."""
    facts = AlarmFacts(at(minutes), book(), "clock")
    return then(alarm, decide(alarm, AlarmCommand(ALARM, "ring_alarm"), facts))


def again(alarm: Alarm, minutes: float) -> Alarm:
    """The same trouble once more."""
    when = f"2026-11-21T00:{30 + int(minutes)}:00.000Z" if minutes < 30 else "2026-11-21T01:00:00.000Z"
    same = body(kind="approver_away", at=when)
    return then(alarm, give(alarm, "raise_alarm", same, sender="driver", minutes=minutes))


def refused(outcome: Outcome) -> str:
    """The code of the refusal."""
    assert isinstance(outcome, Refused), outcome
    return outcome.reasons[0].code


def test_it_says_who_silenced_it_until_when_and_why() -> None:
    outcome = give(task(), "shelve_alarm", FOR_AN_HOUR, minutes=5)
    assert isinstance(outcome, Accepted)
    assert outcome.events[0].private == {"note": FOR_AN_HOUR["note"]}
    assert then(task(), outcome).shelf == Shelf(at(5), SHIFT, at(65))


def test_a_red_alarm_is_never_shelved() -> None:
    assert refused(give(raised(), "shelve_alarm", FOR_AN_HOUR)) == "alarm_never_shelved"


def test_no_longer_than_the_contract_allows() -> None:
    longest = book().bells["task"].shelf
    assert longest is not None
    minutes = int(longest / timedelta(minutes=1))
    assert isinstance(give(task(), "shelve_alarm", {**FOR_AN_HOUR, "minutes": minutes}), Accepted)
    over = give(task(), "shelve_alarm", {**FOR_AN_HOUR, "minutes": minutes + 1})
    assert refused(over) == "alarm_shelf_too_long"


def test_not_by_somebody_whose_alarm_it_is_not() -> None:
    assert refused(give(task(), "shelve_alarm", FOR_AN_HOUR, duties=("worker",))) == "alarm_not_yours"


def test_nobody_lengthens_a_shelf_unseen() -> None:
    assert refused(give(shelved(), "shelve_alarm", FOR_AN_HOUR, minutes=50)) == "alarm_shelved_already"


def test_when_its_time_is_over_it_calls_again() -> None:
    alarm = shelved()
    assert next_ring(alarm, book()) == at(65)
    assert by_clock(alarm, 64) == alarm
    back = by_clock(alarm, 65)
    assert (back.shelf, back.state, back.called_at) == (None, "raised", at(65))


def test_what_was_seen_to_and_did_not_come_again_stays_quiet() -> None:
    seen = then(task(), give(task(), "acknowledge_alarm"))
    back = by_clock(shelved(seen), 65)
    assert (back.shelf, back.state) == (None, "acknowledged")


def test_handled_and_raised_again_on_the_shelf_it_is_counted_and_calls_at_the_end() -> None:
    handled = then(task(), give(task(), "handle_alarm", NOTE))
    alarm = again(shelved(handled), 20)
    assert (alarm.state, alarm.count) == ("handled", 2)
    back = by_clock(alarm, 65)
    assert (back.state, back.handled, back.count) == ("raised", None, 2)


def test_without_a_shelf_the_same_would_have_called_at_once() -> None:
    handled = then(task(), give(task(), "handle_alarm", NOTE))
    assert again(handled, 20).state == "raised"


def test_taken_off_before_its_time() -> None:
    alarm = shelved()
    back = then(alarm, give(alarm, "unshelve_alarm", minutes=10))
    assert (back.shelf, back.called_at) == (None, at(10))
    assert refused(give(back, "unshelve_alarm", minutes=11)) == "alarm_not_shelved"


def test_whoever_closes_it_takes_it_off() -> None:
    alarm = shelved(then(task(), give(task(), "handle_alarm", NOTE)))
    closed = then(alarm, give(alarm, "close_alarm", NOTE, minutes=9))
    assert (closed.state, closed.shelf) == ("closed", None)
    assert next_ring(closed, book()) is None

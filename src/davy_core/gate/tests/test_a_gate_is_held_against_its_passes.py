"""What a gate shows is held against what it should show, both ways; cards of others are left alone."""

from datetime import timedelta

from davy_core.gate.answering import owed
from davy_core.gate.state import Gate
from davy_core.gate.tests.scene import BOOK, HOUR, NOON, Door, permit

LATER = NOON + BOOK.confirm_in
FOREIGN = {"davy-old1": (NOON, NOON + HOUR)}


def _given() -> Door:
    door = Door()
    door.judge(permit())
    assert door.shown({}, door.right()) == ["PassConfirmed", "PassConfirmed"]
    return door


def test_what_it_was_just_asked_is_no_drift() -> None:
    door = _given()
    assert door.gate is not None
    assert door.gate.drift is None
    assert door.shown(door.right()) == []


def test_a_pass_that_the_gate_lost_is_drift_once_and_over_when_it_is_back() -> None:
    door = _given()
    right = door.right()
    name = min(right)
    less = {n: times for n, times in right.items() if n != name}
    assert owed(door.gate or Gate("g"), less).put[0].name == name
    assert door.shown(less, right, now=LATER) == ["DriftFound", "AlarmRaised"]
    assert door.shown(less, right, now=LATER) == []
    assert door.shown(right, now=LATER + HOUR) == ["DriftGone"]


def test_one_of_ours_that_should_be_gone_is_taken_back_again() -> None:
    door = _given()
    right = door.right()
    more = {**right, **FOREIGN}
    assert owed(door.gate or Gate("g"), more).take == ("davy-old1",)
    assert door.shown(more, right, now=LATER) == ["DriftFound", "AlarmRaised"]
    [found] = [e.data for e in door.told if e.type == "DriftFound"]
    assert (found["extra"], found["missing"]) == (["davy-old1"], [])


def test_times_that_somebody_changed_at_the_gate_are_put_right() -> None:
    door = _given()
    right = door.right()
    name = min(right)
    longer = {**right, name: (right[name][0], right[name][1] + HOUR)}
    assert [one.name for one in owed(door.gate or Gate("g"), longer).put] == [name]
    assert door.shown(longer, right, now=LATER) == ["DriftFound", "AlarmRaised"]


def test_cards_of_others_are_counted_and_drift_only_where_there_should_be_none() -> None:
    door = _given()
    assert door.shown(door.right(), foreign=40, now=LATER) == []
    assert door.shown(door.right(), foreign=40, only_ours=True, now=LATER) == ["DriftFound", "AlarmRaised"]
    assert door.shown(door.right(), foreign=41, only_ours=True, now=LATER) == ["DriftFound"]


def test_taken_back_is_what_the_list_is_without() -> None:
    door = _given()
    had = door.right()
    door.judge(permit(state="voided"))
    assert door.gate is not None
    assert len(door.gate.passes) == 2
    assert door.shown(had) == []
    assert owed(door.gate, had).take == tuple(sorted(had))
    assert door.shown(had, {}, now=NOON + timedelta(seconds=3)) == ["PassGone", "PassGone"]
    assert list(door.gate.passes) == []


def test_a_gate_that_does_not_do_it_in_time_is_told_once() -> None:
    door = Door()
    door.judge(permit())
    late = door.judge(permit(), now=LATER)
    assert late == ["PassTimedOut", "PassTimedOut", "AlarmRaised"]
    assert door.judge(permit(), now=LATER + HOUR) == []
    door.judge(permit(state="voided"), now=LATER + HOUR)
    door.judge(permit(state="voided"), now=LATER + HOUR + BOOK.confirm_in)
    kinds = [e.data["kind"] for e in door.told if e.type == "AlarmRaised"]
    assert kinds == ["gate_not_granted", "gate_not_revoked"]


def test_silence_is_told_once_it_lasts_and_over_with_the_first_answer() -> None:
    door = _given()
    since = {"since": NOON.isoformat(), "problem": "unreachable"}
    assert door.give("note_silence", since, now=NOON + timedelta(seconds=30)) == []
    assert door.give("note_silence", since, now=NOON + BOOK.silent_after) == ["GateSilent", "AlarmRaised"]
    assert door.give("note_silence", since, now=NOON + HOUR) == []
    assert door.shown(door.right(), now=NOON + HOUR) == ["GateAnswered"]


def test_a_gate_out_of_service_lets_nobody_in() -> None:
    door = _given()
    door.judge(permit(), open=False)
    assert {e.data["why"] for e in door.told if e.type == "PassRevoked"} == {"out_of_service"}

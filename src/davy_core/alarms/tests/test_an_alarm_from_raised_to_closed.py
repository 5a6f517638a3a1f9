"""Raised, acknowledged, handled, closed: by whom, in which order, and what is kept of it."""

from __future__ import annotations

import itertools

import pytest

from davy_core.alarms.state import Step, apply
from davy_core.alarms.tests.site import (
    CONTROL,
    LI,
    PERMIT,
    SHIFT,
    WANG,
    ZHAO,
    at,
    body,
    book,
    give,
    raised,
    then,
)
from davy_core.outcome import Accepted, Refused

NOTE = {"note": "关阀后复测合格"}


def test_it_is_raised_with_what_it_is_about_and_who_was_told() -> None:
    alarm = raised()
    assert (alarm.permit, alarm.kind, alarm.subject, alarm.number) == (
        PERMIT,
        "gas_limit",
        "middle",
        "20261121-0001",
    )
    assert (alarm.state, alarm.severity, alarm.owner, alarm.count) == ("raised", "red", "responsible", 1)
    assert alarm.told == (WANG, SHIFT)


def test_it_goes_through_all_four_states() -> None:
    alarm = raised()
    alarm = then(alarm, give(alarm, "acknowledge_alarm", minutes=2))
    assert (alarm.state, alarm.acknowledged) == ("acknowledged", Step(at(2), SHIFT))
    alarm = then(alarm, give(alarm, "handle_alarm", NOTE, person=LI, duties=("responsible",), minutes=5))
    assert (alarm.state, alarm.handled) == ("handled", Step(at(5), LI))
    alarm = then(alarm, give(alarm, "close_alarm", NOTE, person=CONTROL, duties=("control",), minutes=9))
    assert (alarm.state, alarm.closed) == ("closed", Step(at(9), CONTROL))


def test_handling_at_once_acknowledges_as_well() -> None:
    alarm = raised()
    alarm = then(alarm, give(alarm, "handle_alarm", NOTE, minutes=2))
    assert alarm.acknowledged == alarm.handled == Step(at(2), SHIFT)


def test_the_note_is_private_and_not_in_the_data() -> None:
    outcome = give(raised(), "handle_alarm", NOTE)
    assert isinstance(outcome, Accepted)
    event = outcome.events[0]
    assert event.private == NOTE
    assert "note" not in event.data


def test_only_the_system_raises() -> None:
    outcome = give(None, "raise_alarm", body())
    assert isinstance(outcome, Refused)
    assert outcome.reasons[0].code == "alarm_not_by_hand"


@pytest.mark.parametrize("sender", ["driver", "clock", "public"])
@pytest.mark.parametrize("kind", ["acknowledge_alarm", "handle_alarm", "close_alarm"])
def test_only_people_acknowledge_handle_and_close(kind: str, sender: str) -> None:
    outcome = give(raised(), kind, NOTE, sender=sender)
    assert isinstance(outcome, Refused)
    assert outcome.reasons[0].code == "alarm_not_yours"


@pytest.mark.parametrize("duties", [(), ("worker",), ("bystander",), ("analyst",)])
def test_whoever_has_no_duty_for_it_is_refused(duties: tuple[str, ...]) -> None:
    outcome = give(raised(), "acknowledge_alarm", person=ZHAO, duties=duties)
    assert isinstance(outcome, Refused)
    assert outcome.reasons[0].code == "alarm_not_yours"


def test_the_guardian_says_that_he_has_it_and_does_no_more() -> None:
    alarm = raised(kind="gas_limit")
    seen = then(alarm, give(alarm, "acknowledge_alarm", person=LI, duties=("guardian",)))
    assert seen.state == "acknowledged"
    assert isinstance(give(seen, "handle_alarm", NOTE, person=LI, duties=("guardian",)), Refused)


def test_nobody_acknowledges_that_he_himself_is_away() -> None:
    about_him = raised(kind="guardian_away")
    assert isinstance(give(about_him, "acknowledge_alarm", duties=("guardian",)), Refused)


def test_the_owner_handles_but_does_not_close_his_own_alarm() -> None:
    alarm = raised()
    handled = then(alarm, give(alarm, "handle_alarm", NOTE, person=LI, duties=("responsible",)))
    outcome = give(handled, "close_alarm", NOTE, person=LI, duties=("responsible",))
    assert isinstance(outcome, Refused)
    assert outcome.reasons[0].code == "alarm_not_yours"


def test_an_alarm_nobody_raised_is_not_found() -> None:
    outcome = give(None, "acknowledge_alarm")
    assert isinstance(outcome, Refused)
    assert outcome.reasons[0].code == "alarm_not_found"


ALLOWED = {
    ("raised", "acknowledge_alarm"),
    ("raised", "handle_alarm"),
    ("acknowledged", "handle_alarm"),
    ("handled", "close_alarm"),
}
PATH = {"raised": (), "acknowledged": ("acknowledge_alarm",), "handled": ("handle_alarm",)}
PATHS: dict[str, tuple[str, ...]] = {**PATH, "closed": ("handle_alarm", "close_alarm")}


@pytest.mark.parametrize(
    ("state", "kind"), list(itertools.product(PATHS, ["acknowledge_alarm", "handle_alarm", "close_alarm"]))
)
def test_every_cell_of_state_and_command(state: str, kind: str) -> None:
    alarm = raised()
    for step in PATHS[state]:
        alarm = then(alarm, give(alarm, step, NOTE))
    outcome = give(alarm, kind, NOTE)
    assert isinstance(outcome, Accepted) == ((state, kind) in ALLOWED)
    if isinstance(outcome, Refused):
        assert outcome.reasons[0].code == "alarm_wrong_state"


def test_the_contract_knows_the_states_and_which_are_open() -> None:
    assert book().states == {"raised": True, "acknowledged": True, "handled": True, "closed": False}


def test_folding_an_event_before_the_first_is_an_error() -> None:
    with pytest.raises(ValueError, match="before the alarm"):
        apply(None, "AlarmClosed", {})

"""What is offered is what would be accepted, and the next step is on one duty only."""

from __future__ import annotations

from typing import Any

import pytest

from davy_core.alarms.owing import Standing, owes, possible
from davy_core.alarms.state import Alarm
from davy_core.alarms.tests.site import book, give, raised, then
from davy_core.outcome import Accepted

NOTE = {"note": "关阀后复测合格"}
STEPS: dict[str, dict[str, Any]] = {"acknowledge_alarm": {}, "handle_alarm": NOTE, "close_alarm": NOTE}
BODIES: dict[str, dict[str, Any]] = {**STEPS, "shelve_alarm": {**NOTE, "minutes": 30}, "unshelve_alarm": {}}
DUTIES = ("responsible", "guardian", "worker", "shift_leader", "issuer", "control", "bystander")
KINDS = ("gas_limit", "guardian_away", "sos", "approver_away")


def _ways(kind: str) -> list[Alarm]:
    """The alarm in each of its states."""
    alarms = [raised(kind=kind)]
    for step, body in STEPS.items():
        alarms.append(then(alarms[-1], give(alarms[-1], step, body)))
    return alarms


def _shelved(kind: str) -> list[Alarm]:
    """The alarm on the shelf in each state in which it may lie there."""
    tried = [(alarm, give(alarm, "shelve_alarm", BODIES["shelve_alarm"])) for alarm in _ways(kind)]
    return [then(alarm, outcome) for alarm, outcome in tried if isinstance(outcome, Accepted)]


def _possible(alarm: Alarm, duty: str) -> list[str]:
    standing = Standing(alarm.state, alarm.owner, alarm.kind, alarm.severity, alarm.shelf is not None)
    return possible(book(), standing, frozenset({duty}))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("duty", DUTIES)
def test_what_is_offered_is_what_would_be_accepted(kind: str, duty: str) -> None:
    for alarm in [*_ways(kind), *_shelved(kind)]:
        offered = _possible(alarm, duty)
        taken = [
            step
            for step, body in BODIES.items()
            if isinstance(give(alarm, step, body, duties=(duty,)), Accepted)
        ]
        assert offered == taken


@pytest.mark.parametrize("kind", KINDS)
def test_the_next_step_is_on_one_duty_which_may_take_it(kind: str) -> None:
    *still_open, closed = _ways(kind)
    for alarm in still_open:
        (duty,) = (d for d in DUTIES if owes(book(), alarm.state, alarm.owner, frozenset({d})))
        assert _possible(alarm, duty)
    assert not owes(book(), closed.state, closed.owner, frozenset(DUTIES))


def test_what_the_owner_may_not_close_is_closed_by_the_shift_leader() -> None:
    new, seen, handled, _ = _ways("gas_limit")
    owner, leader = frozenset({"responsible"}), frozenset({"shift_leader"})
    assert [owes(book(), a.state, a.owner, owner) for a in (new, seen, handled)] == [True, True, False]
    assert [owes(book(), a.state, a.owner, leader) for a in (new, seen, handled)] == [False, False, True]


def test_who_owns_it_and_may_close_it_does_so() -> None:
    handled = _ways("sos")[2]
    assert owes(book(), handled.state, handled.owner, frozenset({"control"}))
    assert not owes(book(), handled.state, handled.owner, frozenset({"shift_leader"}))

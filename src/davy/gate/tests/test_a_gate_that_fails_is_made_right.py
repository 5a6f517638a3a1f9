"""Whatever a controller does wrong: nothing half understood is believed, and in the end its list is ours."""

from datetime import timedelta

import pytest
import time_machine

from davy.building import journeys
from davy.building.hands import Hands
from davy.gate.tests.house import House
from davy.simulator.gatehouse import Gatehouse
from davy_core.instants import iso


@pytest.fixture
def at_work(hands: Hands, house: House) -> House:
    journeys.get_to_work(hands)
    return house


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        ("error", "status"),
        ("wrong", "wrong"),
        ("denied", "denied"),
        ("redirect", "status"),
        ("endless", "too_large"),
        ("lost", "unreachable"),
    ],
)
def test_a_fault_is_told_and_made_good(
    at_work: House, time: time_machine.Traveller, fault: str, problem: str
) -> None:
    at_work.server.fault = fault
    at_work.look()
    assert at_work.row.problem == problem
    assert at_work.row.failures == 1
    assert all(one.confirmed_at is None for one in at_work.state.live())
    at_work.server.fault = ""
    time.shift(timedelta(seconds=6))
    at_work.look()
    assert at_work.at_the_gate() == at_work.inside_may()
    assert (at_work.row.problem, at_work.row.failures) == ("", 0)


def test_a_slow_gate_holds_nothing_up_for_long(at_work: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("davy.outside.ask.WHOLE_S", 0.3)
    at_work.server.fault, at_work.server.slow_s = "slow", 1.0
    at_work.look()
    assert at_work.row.problem == "slow"


def test_nobody_there_is_told_after_its_time_and_over_with_the_first_answer(
    hands: Hands, at_work: House, time: time_machine.Traveller
) -> None:
    at_work.look()
    at_work.server.fault = "error"
    for _ in range(5):
        time.shift(timedelta(seconds=60))
        at_work.due_now()
        at_work.look()
    assert "gate_silent" in at_work.alarms()
    assert len(at_work.events("GateSilent")) == 1
    hands.must("sun", "stop", {"reason": "看到明火"})
    time.shift(timedelta(seconds=61))
    at_work.look()
    assert "gate_not_revoked" in at_work.alarms()
    at_work.server.fault = ""
    time.shift(timedelta(seconds=61))
    at_work.look()
    assert at_work.at_the_gate() == set()
    assert len(at_work.events("GateAnswered")) == 1
    assert at_work.state.silent_since is None


def test_one_person_whom_the_gate_does_not_know_keeps_no_other_out(
    at_work: House, time: time_machine.Traveller
) -> None:
    at_work.server.refuses.add(at_work.code("qian"))
    at_work.look()
    assert at_work.at_the_gate() == at_work.inside_may() - {"qian"}
    assert at_work.row.problem == "refused"
    time.shift(timedelta(seconds=61))
    at_work.look()
    assert "gate_not_granted" in at_work.alarms()


def test_both_ways_are_put_right_and_cards_of_others_stay(
    at_work: House, server: Gatehouse, time: time_machine.Traveller
) -> None:
    at_work.look()
    lost = next(iter(server.passes))
    del server.passes[lost]
    times = {"from": iso(at_work.state.live()[0].start), "until": iso(at_work.state.live()[0].end)}
    server.passes["davy-0123"] = {"person": at_work.code("sun"), **times}
    server.passes["office-7"] = {"person": at_work.code("chen"), **times}
    time.shift(timedelta(seconds=200))
    at_work.look()
    assert at_work.at_the_gate() == at_work.inside_may()
    assert "office-7" in server.passes
    [(_, found)] = at_work.events("DriftFound")
    assert (len(found["missing"]), found["extra"]) == (1, ["davy-0123"])
    assert at_work.alarms() == ["gate_drift"]
    assert at_work.row.foreign_cards == 1
    time.shift(timedelta(seconds=200))
    at_work.look()
    assert at_work.state.drift is None
    assert at_work.events()[-1][0] == "DriftGone"


def test_a_visit_is_one_mans_work_and_nothing_due_asks_nothing(at_work: House, server: Gatehouse) -> None:
    assert at_work.look() == 1
    asked = len(server.asked)
    assert at_work.look() == 0
    assert len(server.asked) == asked

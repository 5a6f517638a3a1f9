"""Who goes in follows from the permit: from its issue to its end; the chain tells by which and why."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
import time_machine

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.neighbours import next_door
from davy.db import rows, tenant
from davy.door.envelope import compose
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.gate.models import Controller
from davy.gate.shown import permit_passes
from davy.gate.tests.house import House
from davy.people.models import Certificate, Person
from davy.watch.night.comparing import differs

CREW = {"li", "qian", "wang", "zhou", "wu"}


def test_nobody_goes_in_before_the_issue_and_everybody_after_it(hands: Hands, house: House) -> None:
    house.look()
    assert house.inside_may() == set()
    journeys.get_to_work(hands)
    assert house.inside_may() >= {"li", "qian", "wang"}
    assert house.inside_may() <= CREW | {"zheng"}
    assert house.at_the_gate() == set()  # asked, not yet done
    assert house.look() == 1
    assert house.at_the_gate() == house.inside_may()
    assert all(one.confirmed_at for one in house.state.live())
    with tenant.company(hands.plant.company):
        assert {row["state"] for row in permit_passes(hands.plant.company, hands.permit)} == {"in"}
        assert not differs(hands.plant.company, "gate", house.gate)


def test_a_stop_takes_it_back_in_its_own_transaction(hands: Hands, house: House) -> None:
    journeys.get_to_work(hands)
    house.look()
    hands.must("sun", "stop", {"reason": "看到明火"})
    assert house.inside_may() == set()
    told = [data for _, data in house.events("PassRevoked")]
    assert {one["why"] for one in told} == {"paused"}
    assert {tuple(one["permits"]) for one in told} == {(str(hands.permit),)}
    assert house.look() == 1
    assert house.at_the_gate() == set()
    assert house.state.passes == ()


def test_an_own_break_keeps_it_open(hands: Hands, house: House) -> None:
    journeys.get_to_work(hands)
    before = house.inside_may()
    hands.must("li", "pause", {"cause": "break"})
    assert house.inside_may() == before


def test_the_end_of_the_window_closes_it(hands: Hands, house: House, time: time_machine.Traveller) -> None:
    journeys.get_to_work(hands)
    house.look()
    [end] = {one.end for one in house.state.live()}
    time.move_to(end - timedelta(seconds=1))
    house.look()
    assert house.at_the_gate()
    time.move_to(end)
    house.look()
    assert house.at_the_gate() == set()


def test_a_person_frozen_or_without_papers_is_out_with_the_next_look(hands: Hands, house: House) -> None:
    journeys.get_to_work(hands)
    house.look()
    with tenant.company(hands.plant.company):
        Person.objects.filter(id=hands.plant.people["qian"].person).update(status="frozen")
        papers = Certificate.objects.filter(person_id=hands.plant.people["wang"].person)
        papers.update(valid_to=clock.now().date() - timedelta(days=1))
    house.look()
    assert not {"qian", "wang"} & house.at_the_gate()
    why = {data["why"] for _, data in house.events("PassRevoked")}
    assert why == {"person", "certificate"}


def test_a_frozen_area_is_closed_and_opens_by_the_permit_alone(hands: Hands, house: House) -> None:
    journeys.get_to_work(hands)
    house.look()
    _area(hands, "freeze_area", {"reason": "泄漏"})
    assert house.inside_may() == set()
    _area(hands, "lift_area", {"note": "泄漏已处理"})
    assert house.inside_may() == set()  # the area is free, the permit is paused still


def test_a_gate_of_another_area_hears_nothing(hands: Hands, house: House) -> None:
    other = next_door(hands.plant)
    with tenant.company(hands.plant.company):
        Controller.objects.filter(id=house.gate).update(area_ids=[other])
    journeys.get_to_work(hands)
    assert house.events() == []
    with tenant.company(hands.plant.company):
        Controller.objects.filter(id=house.gate).update(area_ids=[])  # the gate of the whole site
    house.look()
    assert "li" in house.at_the_gate()


def test_a_stop_stands_whatever_becomes_of_the_gate(
    hands: Hands, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    journeys.get_to_work(hands)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("davy.gate.queries.leading_to", broken)
    answer = hands.must("sun", "stop", {"reason": "看到明火"})
    assert "WorkPaused" in answer["events"]
    assert house.inside_may()
    with tenant.company(hands.plant.company):
        owed = rows.many("SELECT 1 AS n FROM procrastinate_jobs WHERE task_name = 'gate.judge'")
    assert owed
    monkeypatch.undo()
    house.look()
    assert house.at_the_gate() == set()


def _area(hands: Hands, kind: str, body: Mapping[str, str]) -> None:
    member = hands.plant.people["chu"]
    stream = f"area/{hands.plant.area}"
    sent = compose(hands.plant.company, stream, kind, body, at=clock.now(), app="test")
    answer = execute(sent, Sender("person", member.person, member.account))
    assert answer["verdict"] == "accepted", answer

"""Opened by an alarm and never refused; twice opens one; led by people, and ended by the right post alone,
once everybody is found."""

from __future__ import annotations

import pytest

from davy_core.emergencies.book import EmergencyBook
from davy_core.emergencies.state import Present
from davy_core.emergencies.tests.plant import OTHER, PERMIT, Plant, book, read


def test_it_tells_who_is_inside_and_what_is_done_first() -> None:
    found = Plant().open()
    assert (found.state, found.number) == ("open", "YJ-20261123-0001")
    assert [(p.person, p.inside) for p in found.roll] == [("qian", True), ("li", False)]
    assert found.tasks[0] == "no_blind_rescue"
    assert {"ventilate", "call_120", "call_119", "gate", "muster"} <= set(found.tasks)
    assert "power_off" not in found.tasks


def test_twice_opens_one_and_a_second_alarm_joins() -> None:
    plant = Plant()
    plant.open()
    assert plant.open() == plant.emergency
    assert plant.seen == ["EmergencyOpened"]
    plant.present = (*plant.present, Present("zhao", PERMIT, inside=True))
    plant.types = frozenset({"confined", "power"})
    found = plant.open(OTHER, "gas_limit")
    assert plant.seen == ["EmergencyOpened", "EmergencyJoined"]
    assert [t.kind for t in found.triggers] == ["sos", "gas_limit"]
    assert "zhao" in found.persons
    assert "power_off" in found.tasks
    assert len(found.roll) == 3


def test_it_opens_where_nothing_at_all_is_known() -> None:
    plant = Plant(present=(), types=frozenset(), told=())
    plant.give("davy", "open_emergency", {"alarm": OTHER, "kind": "sos"})
    assert plant.emergency is not None
    assert (plant.emergency.area, plant.emergency.roll) == (None, ())
    assert plant.emergency.tasks


@pytest.mark.parametrize("who", ["kong", "sun", "li"])
def test_nobody_opens_one_by_hand_past_the_call_for_help(who: str) -> None:
    body = {"alarm": OTHER, "kind": "sos"}
    assert Plant().codes(who, "open_emergency", body) == ["emergency_not_by_hand"]


def test_a_task_is_ticked_once_with_name_and_time_and_can_be_taken_back() -> None:
    plant = Plant()
    plant.open()
    assert plant.later(1).codes("wang", "tick_task", {"task": "ventilate"}) == []
    assert plant.emergency is not None
    assert plant.emergency.done["ventilate"].by == "wang"
    first = plant.emergency.done["ventilate"].at
    assert plant.later(1).codes("kong", "tick_task", {"task": "ventilate"}) == []
    assert plant.emergency.done["ventilate"].at == first
    assert plant.codes("kong", "untick_task", {"task": "ventilate"}) == []
    assert plant.emergency.done == {}
    assert plant.codes("wang", "tick_task", {"task": "power_off"}) == ["emergency_task_unknown"]


def test_a_stranger_neither_ticks_nor_calls_the_roll_but_may_write() -> None:
    plant = Plant()
    plant.open()
    assert plant.codes("sun", "tick_task", {"task": "gate"}) == ["emergency_not_yours"]
    assert plant.codes("sun", "call_person", {"person": "qian", "status": "found"}) == ["emergency_not_yours"]
    assert plant.codes("sun", "note_emergency", {"note": "看见有人从西门出来"}) == []


def test_no_all_clear_while_somebody_is_missing_or_was_not_called() -> None:
    plant = Plant()
    plant.open()
    end = ("end_emergency", {"reason": "人已救出，送医"})
    assert plant.codes("kong", *end) == ["emergency_people_missing"]
    assert plant.codes("wang", "call_person", {"person": "li", "status": "found"}) == []
    assert plant.codes("wang", "call_person", {"person": "qian", "status": "missing"}) == []
    assert plant.codes("kong", *end) == ["emergency_people_missing"]
    assert plant.codes("wang", "call_person", {"person": "qian", "status": "hurt"}) == []
    assert plant.codes("wang", "call_person", {"person": "zhao", "status": "hurt"}) == [
        "emergency_person_unknown"
    ]
    assert plant.codes("ding", *end) == ["emergency_not_closer"]
    assert plant.codes("li", *end) == ["emergency_not_closer"]
    assert plant.codes("kong", *end) == []
    assert plant.emergency is not None
    assert plant.emergency.state == "ended"
    assert plant.codes("kong", *end) == ["emergency_ended"]
    assert plant.codes("kong", "tick_task", {"task": "gate"}) == ["emergency_ended"]
    assert plant.codes("li", "note_emergency", {"note": "复盘"}) == []


def test_what_came_to_the_door_after_its_end_changes_nothing() -> None:
    plant = Plant(present=())
    plant.open()
    assert plant.codes("kong", "end_emergency", {"reason": "误报，已核实"}) == []
    ended = plant.emergency
    assert plant.open(OTHER) == ended


def test_every_task_has_an_owner_whom_the_table_of_duties_knows() -> None:
    from davy_core.notices.holding import DUTIES

    assert {row.owner for row in book().tasks.values()} <= DUTIES


@pytest.mark.parametrize(
    "wrong", [{"closers": []}, {"tasks": {}}, {"closers": ["leader"]}, {"unheard_of": 1}], ids=str
)
def test_a_contract_that_leaves_somebody_alone_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="emergencies"):
        EmergencyBook.load({**read("emergencies.yaml"), **wrong}, read("lifecycle", "emergencies.yaml"))

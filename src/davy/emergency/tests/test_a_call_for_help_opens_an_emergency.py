"""钱焊工 calls for help in a tank: one emergency opens with who is inside and what is done first; it is led,
the roll is called, and the control room ends it once everybody is found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine

from davy import clock
from davy.alarms import queries as alarms
from davy.building.hands import Hands
from davy.building.plant import LAT, LON, small_plant
from davy.clockwork.bells import ring_due
from davy.clockwork.tests.plants import MORNING
from davy.db import tenant
from davy.door.execute import execute
from davy.door.known import raising
from davy.door.streams import Sender
from davy.door.strict import check, validator
from davy.emergency import tasks
from davy.emergency.opening import sweep
from davy.emergency.shapes import EmergencyLine, EmergencyOut
from davy.emergency.tests.calling import get, give, in_tank, jobs, work
from davy.evidence import queries as evidence
from davy.watch.night.comparing import differs
from davy_core.instants import iso

pytestmark = pytest.mark.django_db
HIS = {"lat": LAT + 0.0001, "lon": LON, "accuracy_m": 4.5}


@pytest.fixture(autouse=True)
def travel() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MORNING, tick=True) as found:
        yield found


@pytest.fixture
def hands(travel: time_machine.Traveller) -> Hands:
    found = in_tank(Hands(small_plant(simulated=True), at=MORNING))
    assert found.at is not None
    travel.move_to(found.at)
    found.at = None
    return found


def _open(hands: Hands, who: str = "chu") -> EmergencyOut:
    (found,) = [line for line in get(hands.plant, who, "/emergencies") if line["state"] == "open"]
    EmergencyLine.model_validate(found)
    return EmergencyOut.model_validate(get(hands.plant, who, f"/emergencies/{found['id']}"))


def test_one_press_opens_one_with_place_people_position_and_first_tasks(hands: Hands) -> None:
    hands.must("qian", "sos", {}, position=HIS)
    hands.must("wang", "sos", {})
    work()
    found = _open(hands)
    assert [line["state"] for line in get(hands.plant, "chu", "/emergencies")] == ["open"]
    assert found.place.area is not None
    assert (found.place.area.name, found.title.zh) == ("甲醇罐区", "现场求救")
    inside = [p for p in found.people if p.inside]
    assert [(p.name, p.duty, p.status) for p in inside] == [("钱焊工", "worker", None)]
    assert found.unaccounted == len(found.people) == 3
    assert found.spot is not None
    assert found.spot.accuracy_m == 3.0 or round(found.spot.lat, 4) == round(LAT + 0.0001, 4)
    assert found.tasks[0].code == "no_blind_rescue"
    assert [o.name for o in found.tasks[0].owners] == ["王班"]
    assert [o.name for t in found.tasks if t.code == "call_120" for o in t.owners] == ["褚中控"]
    assert sorted(t.who or "" for t in found.triggers) == ["王班", "钱焊工"]


def test_its_alarm_does_not_cover_it_on_the_wall(hands: Hands) -> None:
    hands.must("wang", "sos", {})
    at = f"/wall/{hands.plant.site}"
    assert [bell["led"] for bell in get(hands.plant, "li", at)["bells"]] == [False]
    work()
    hands.must("qian", "stop", {"reason": "旁边在装车"})
    bells = get(hands.plant, "li", at)["bells"]
    told = {bell["title"]["zh"]: bell["led"] for bell in bells}
    assert told == {"现场求救": True, "有人叫停作业": False}


def test_it_covers_the_phones_of_those_concerned_and_of_nobody_else(hands: Hands) -> None:
    hands.must("wang", "sos", {})
    work()
    for who in ("wang", "li", "qian", "chu", "feng", "zheng"):
        assert len(get(hands.plant, who, "/emergencies/calling")) == 1, who
    assert get(hands.plant, "wei", "/emergencies/calling") == []


def test_it_is_led_and_ended_with_name_and_time_in_the_chain(hands: Hands) -> None:
    hands.must("qian", "sos", {})
    work()
    stream = f"emergency/{_open(hands).id}"
    for who, kind, body in (
        ("wang", "tick_task", {"task": "ventilate"}),
        ("wang", "call_person", {"person": hands.plant.person("qian"), "status": "hurt"}),
        ("wang", "call_person", {"person": hands.plant.person("li"), "status": "found"}),
        ("wang", "call_person", {"person": hands.plant.person("wang"), "status": "found"}),
    ):
        assert give(hands.plant, who, stream, kind, body)["verdict"] == "accepted"
    assert give(hands.plant, "wei", stream, "tick_task", {"task": "gate"})["code"] == "emergency_not_yours"
    end = {"reason": "人已救出，120 接走"}
    assert give(hands.plant, "feng", stream, "end_emergency", end)["code"] == "emergency_not_closer"
    assert give(hands.plant, "chu", stream, "end_emergency", end)["verdict"] == "accepted"
    (line,) = get(hands.plant, "wei", "/emergencies")
    found = EmergencyOut.model_validate(get(hands.plant, "wei", f"/emergencies/{line['id']}"))
    assert (found.state, found.reason, found.commands) == ("ended", "人已救出，120 接走", ["note_emergency"])
    done = next(t.done for t in found.tasks if t.code == "ventilate")
    assert done is not None
    assert done.by is not None
    assert done.by.name == "王班"
    told = [note.what for note in found.record]
    assert told == [
        "EmergencyOpened", "TaskTicked", "PersonCalled", "PersonCalled", "PersonCalled", "AttemptRefused",
        "AttemptRefused", "EmergencyEnded",
    ]  # fmt: skip
    with tenant.company(hands.plant.company):
        chain = evidence.events(hands.plant.company, "emergency", found.id)
        assert not differs(hands.plant.company, "emergency", found.id)
    for event in chain:
        check(validator("events-emergency.json", event.type), event.data)
    assert not any("救出".encode() in event.body for event in chain)
    assert get(hands.plant, "wang", "/emergencies/calling") == []


def test_one_that_has_ended_is_not_opened_by_an_old_job_but_by_the_next_call(hands: Hands) -> None:
    hands.must("zhou", "sos", {})
    late = jobs()
    work()
    stream = f"emergency/{_open(hands).id}"
    for person in _open(hands).people:
        give(hands.plant, "chu", stream, "call_person", {"person": str(person.id), "status": "found"})
    assert give(hands.plant, "chu", stream, "end_emergency", {"reason": "误报"})["verdict"] == "accepted"
    for args in late:
        tasks.open_emergency.func(**args)
    assert [one["state"] for one in get(hands.plant, "chu", "/emergencies")] == ["ended"]
    hands.must("zhou", "sos", {})
    work()
    assert [one["state"] for one in get(hands.plant, "chu", "/emergencies")] == ["open", "ended"]


def test_from_a_place_without_a_permit_anybody_calls(hands: Hands) -> None:
    answer = give(hands.plant, "wei", f"area/{hands.plant.area}", "call_help", {}, position=HIS)
    assert answer["verdict"] == "accepted"
    work()
    found = _open(hands)
    assert found.place.area is not None
    assert (found.place.area.name, len(found.people)) == ("甲醇罐区", 3)
    assert len(get(hands.plant, "chu", "/emergencies/calling")) == 1
    hands.must("qian", "sos", {})
    work()
    assert len(_open(hands).triggers) == 2


def test_an_alarm_that_nobody_answers_for_three_minutes_opens_one(
    hands: Hands, travel: time_machine.Traveller
) -> None:
    _gas(hands)
    assert jobs() == []
    travel.shift(timedelta(seconds=61))
    ring_due()
    assert jobs() == []
    travel.shift(timedelta(seconds=121))
    ring_due()
    assert len(jobs()) == 1
    work()
    assert _open(hands).title.zh == "气体超限"


def test_one_that_was_answered_opens_none_and_a_lost_job_is_made_up_for(
    hands: Hands, travel: time_machine.Traveller
) -> None:
    _gas(hands)
    travel.shift(timedelta(seconds=170))
    assert sweep(hands.plant.company) == 0
    travel.shift(timedelta(seconds=11))
    assert sweep(hands.plant.company) == 1
    assert sweep(hands.plant.company) == 1
    assert len(_open(hands).triggers) == 1
    alarm = _alarm(hands)
    assert give(hands.plant, "wang", f"alarm/{alarm}", "acknowledge_alarm")["verdict"] == "accepted"
    assert sweep(hands.plant.company) == 0


def _gas(hands: Hands) -> None:
    body = {
        "permit": str(hands.permit), "number": "SX-1", "kind": "gas_limit", "code": None, "subject": "middle",
        "at": iso(clock.now()), "by": "watch", "tell": [hands.plant.person("wang")],
    }  # fmt: skip
    with tenant.company(hands.plant.company):
        sent = raising(hands.plant.company, body, clock.now())
    assert execute(sent, Sender("driver"))["verdict"] == "accepted"


def _alarm(hands: Hands) -> UUID:
    with tenant.company(hands.plant.company):
        found = alarms.open_for(hands.plant.company, hands.permit)
    return next(UUID(a["id"]) for a in found if a["kind"] == "gas_limit")

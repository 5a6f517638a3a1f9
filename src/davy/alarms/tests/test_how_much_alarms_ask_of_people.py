"""The load of alarms in ten minutes and a person: what asks for attention counts, what is only counted on or
rings again does not; what chatters, stands, is answered in time or lies on the shelf is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine

from davy import clock
from davy.alarms.load import figures, load
from davy.alarms.tests.bells import FENG, LI, WANG, give, raise_alarm
from davy.clockwork.bells import ring_due
from davy.db import tenant
from davy.ids import uuid7

pytestmark = pytest.mark.django_db
COMPANY = uuid7()
MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def travel() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MORNING, tick=False) as found:
        yield found


def _load(days: int = 7) -> dict[str, Any]:
    with tenant.company(COMPANY):
        return load(COMPANY, clock.now(), days)


def _raise(**changed: Any) -> UUID:
    return raise_alarm(COMPANY, uuid7(), **changed)


def test_nothing_asked_is_no_share_of_anything() -> None:
    found = _load()
    assert (found["alarms"], found["peak"], found["average"]) == (0, 0, "0.0000")
    assert (found["answered_share"], found["top_share"], found["persons"]) == (None, None, [])


def test_each_person_bears_what_he_was_told_in_ten_minutes(travel: time_machine.Traveller) -> None:
    for _ in range(3):
        _raise()
    travel.shift(timedelta(minutes=20))
    _raise(tell=[str(FENG)])
    travel.shift(timedelta(seconds=1))
    found = _load(days=1)
    assert (found["alarms"], found["red"], found["peak"]) == (4, 4, 3)
    assert found["average"] == "0.0278"  # 4 in 144 windows
    assert [(p["id"], p["count"], p["peak"], p["average"]) for p in found["persons"]] == [
        (str(FENG), 4, 3, "0.0278"),
        (str(WANG), 3, 3, "0.0208"),
    ]
    assert (found["floods"], found["flood_share"]) == (0, "0.0000")


def test_more_than_ten_in_ten_minutes_is_a_flood(travel: time_machine.Traveller) -> None:
    for _ in range(11):
        _raise()
    travel.shift(timedelta(seconds=1))
    assert (_load(1)["floods"], _load(1)["flood_share"]) == (1, "0.0069")


def test_ringing_again_and_counting_on_ask_for_nothing_new(travel: time_machine.Traveller) -> None:
    permit = uuid7()
    raise_alarm(COMPANY, permit)
    travel.shift(timedelta(seconds=61))
    ring_due()
    raise_alarm(COMPANY, permit)
    travel.shift(timedelta(seconds=1))
    assert _load()["alarms"] == 1
    assert _load()["chattering"] == []


def test_the_same_one_three_times_in_a_minute_chatters(travel: time_machine.Traveller) -> None:
    permit = uuid7()
    alarm = raise_alarm(COMPANY, permit)
    for _ in range(2):
        travel.shift(timedelta(seconds=20))
        raise_alarm(COMPANY, permit)
    travel.shift(timedelta(seconds=1))
    found = _load()
    assert [(UUID(c["id"]), c["count"], c["title"]["zh"]) for c in found["chattering"]] == [
        (alarm, 1, "气体超限")
    ]


def test_what_is_answered_in_time_and_what_is_not(travel: time_machine.Traveller) -> None:
    quick, slow = _raise(), _raise()
    _raise()
    travel.shift(timedelta(seconds=179))
    give(COMPANY, quick, "acknowledge_alarm", LI)
    travel.shift(timedelta(seconds=2))
    give(COMPANY, slow, "acknowledge_alarm", LI)
    travel.shift(timedelta(seconds=1))
    _raise()  # its time is not over: it is neither
    found = _load()
    assert (found["due"], found["answered"], found["answered_share"]) == (3, 1, "0.3333")


def test_what_stands_for_a_day_and_what_lies_on_the_shelf(travel: time_machine.Traveller) -> None:
    _raise()
    task = _raise(kind="crowding")
    travel.shift(timedelta(hours=24, seconds=1))
    _raise()
    assert give(COMPANY, task, "shelve_alarm", FENG, "等备件", minutes=60)["verdict"] == "accepted"
    travel.shift(timedelta(seconds=1))
    found = _load()
    assert (found["open"], found["standing"], found["shelved"], found["on_shelf"]) == (3, 2, 1, 1)


def test_the_most_frequent_kinds_and_their_share(travel: time_machine.Traveller) -> None:
    for _ in range(3):
        _raise()
    _raise(kind="crowding")
    travel.shift(timedelta(seconds=1))
    found = _load()
    assert [(t["kind"], t["count"]) for t in found["top"]] == [("gas_limit", 3), ("crowding", 1)]
    assert found["top_share"] == "1.0000"


def test_what_lies_before_the_span_and_another_company_count_for_nothing(
    travel: time_machine.Traveller,
) -> None:
    _raise()
    raise_alarm(uuid7(), uuid7())
    travel.shift(timedelta(days=2))
    assert _load(1)["alarms"] == 0
    assert _load(7)["alarms"] == 1


def test_every_figure_names_its_source() -> None:
    law = figures()
    assert law["to_confirm"] is True
    assert all(row["source"] for row in law.values() if isinstance(row, dict))

"""The list of alarms and one alarm, as the console reads them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from davy.alarms import duties
from davy.alarms.tests.bells import give, raise_alarm
from davy.ids import uuid7
from tests.plant import Plant, said


@pytest.fixture
def held(plant: Plant) -> dict[str, UUID]:
    """李工 is responsible and 赵主任 leads the shift on every permit of this plant."""
    people = {nick: person.id for nick, person in plant.people.items()}
    known = {people["li"]: frozenset({"responsible"}), people["zhao"]: frozenset({"shift_leader"})}
    duties.provide(lambda _company, _permit, person: known.get(person, frozenset()))
    return people


def listed(plant: Plant, query: str = "") -> list[dict[str, Any]]:
    answer = plant.browser("wang").send("GET", f"/api/v1/alarms{query}")
    assert answer.status_code == 200, answer.content
    rows: list[dict[str, Any]] = said(answer)
    return rows


def test_the_list_tells_what_where_and_how_grave(plant: Plant) -> None:
    permit = uuid7()
    alarm = raise_alarm(plant.company.id, permit, kind="watch", code="05", subject="aq.jsa.before_sign")
    raise_alarm(plant.company.id, permit, kind="watch", code="05", subject="aq.jsa.before_sign")
    (row,) = listed(plant)
    assert (row["id"], row["permit"], row["number"]) == (str(alarm), str(permit), "DH-20261121-0001")
    assert (row["code"], row["severity"], row["owner"], row["state"], row["count"]) == (
        "05",
        "red",
        "responsible",
        "raised",
        2,
    )
    assert row["title"] == {"zh": "受限空间检测记录超时", "en": "Gas record of the confined space is overdue"}
    assert row["about"]["zh"]
    assert row["remedy"]["en"]


def test_filters_by_state_severity_and_permit(plant: Plant, held: dict[str, UUID]) -> None:
    first, second = uuid7(), uuid7()
    closed = raise_alarm(plant.company.id, first)
    give(plant.company.id, closed, "handle_alarm", held["li"], "关阀")
    give(plant.company.id, closed, "close_alarm", held["zhao"], "好")
    raised = raise_alarm(plant.company.id, second, kind="approval_overdue", subject="area")
    assert [r["id"] for r in listed(plant, "?state=open")] == [str(raised)]
    assert [r["id"] for r in listed(plant, "?state=closed")] == [str(closed)]
    assert [r["id"] for r in listed(plant, "?severity=task")] == [str(raised)]
    assert [r["id"] for r in listed(plant, f"?permit={first}")] == [str(closed)]
    assert said(plant.browser("wang").send("GET", "/api/v1/alarms/count")) == {"red": 0, "task": 1}


def test_a_page_continues_where_the_last_one_ended(
    plant: Plant, step_clock: Callable[[timedelta], None]
) -> None:
    ids = []
    for minute in range(3):
        step_clock(timedelta(minutes=minute))
        ids.append(str(raise_alarm(plant.company.id, uuid7())))
    top = listed(plant, "?size=2")
    assert [r["id"] for r in top] == ids[:0:-1]
    rest = listed(plant, f"?size=2&before={top[-1]['last_at'].replace('+00:00', 'Z')}")
    assert [r["id"] for r in rest] == ids[:1]


@pytest.mark.parametrize("query", ["?state=loud", "?size=0", "?size=1000", "?permit=x", "?severity=blue"])
def test_a_filter_that_means_nothing_is_told(plant: Plant, query: str) -> None:
    answer = plant.browser("wang").send("GET", f"/api/v1/alarms{query}")
    assert (answer.status_code, said(answer)["code"]) == (422, "malformed")


def test_one_alarm_tells_its_history_whom_it_told_and_what_i_may_do(
    plant: Plant, held: dict[str, UUID]
) -> None:
    alarm = raise_alarm(plant.company.id, uuid7(), tell=[str(held["wang"])])
    give(plant.company.id, alarm, "handle_alarm", held["li"], "关阀置换")
    path = f"/api/v1/alarms/{alarm}"
    found = said(plant.browser("zhao").send("GET", path))
    assert found["commands"] == ["close_alarm"]
    assert said(plant.browser("li").send("GET", path))["commands"] == []
    assert found["told"] == [{"id": str(held["wang"]), "name": "王班"}]
    assert [(s["type"], s["by"]["name"], s["note"]) for s in found["history"]] == [
        ("AlarmOpened", "clock", None),
        ("AlarmHandled", "李工", "关阀置换"),
    ]


def test_my_alarms_are_those_whose_next_step_is_mine(plant: Plant, held: dict[str, UUID]) -> None:
    reminder = raise_alarm(plant.company.id, uuid7(), kind="rectification_overdue", subject="1")
    alarm = raise_alarm(plant.company.id, uuid7())

    def mine(nick: str) -> list[tuple[str, list[str]]]:
        found = said(plant.browser(nick).send("GET", "/api/v1/alarms/mine"))
        return [(row["id"], row["commands"]) for row in found]

    both = ["acknowledge_alarm", "handle_alarm"]
    task = [*both, "shelve_alarm"]
    assert mine("li") == [(str(alarm), both), (str(reminder), task)]
    assert mine("zhao") == mine("wang") == []
    give(plant.company.id, alarm, "handle_alarm", held["li"], "关阀置换")
    assert mine("li") == [(str(reminder), task)]
    assert mine("zhao") == [(str(alarm), ["close_alarm"])]


def test_the_stranger_finds_neither_list_nor_alarm(plant: Plant, neighbour: Plant) -> None:
    alarm = raise_alarm(plant.company.id, uuid7())
    sun = neighbour.browser("sun")
    assert said(sun.send("GET", "/api/v1/alarms")) == said(sun.send("GET", "/api/v1/alarms/mine")) == []
    theirs, nothing = (sun.send("GET", f"/api/v1/alarms/{a}") for a in (alarm, uuid7()))
    assert (
        (theirs.status_code, theirs.content)
        == (nothing.status_code, nothing.content)
        == (404, theirs.content)
    )


def test_without_login_nothing_is_told(plant: Plant) -> None:
    assert plant.browser().send("GET", "/api/v1/alarms").status_code == 401

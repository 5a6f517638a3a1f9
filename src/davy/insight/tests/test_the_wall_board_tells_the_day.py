"""What stands on the wall: the day by type, who is inside, what is over its time, what waits how long."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.papering import Papering
from davy.building.plant import Plant, photo, small_plant
from davy.db import tenant
from davy.insight.wall.board import Names, board
from davy.insight.wall.naming import told

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # a Monday, 08:30 in Shanghai
ZONE = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def plant(step_clock: Callable[[timedelta], None]) -> Plant:
    step_clock(MORNING - clock.now())
    return small_plant(simulated=True)


def _read(plant: Plant, *, later: timedelta = timedelta(), names: Names = "family_post") -> dict[str, Any]:
    with tenant.company(plant.company):
        return board(plant.company, plant.site, zone=ZONE, now=clock.now() + later, names=names)


def _in_space(plant: Plant) -> Hands:
    hands = Hands(plant, at=MORNING)
    journeys.draft_confined(hands)
    journeys.get_to_work(hands)
    hands.must("wang", "enter_space", {"person": plant.person("qian")})
    hands.must("wang", "enter_space", {"tool": "扳手 3"})
    return hands


def test_who_is_inside_is_named_as_the_screen_may(plant: Plant) -> None:
    hands = _in_space(plant)
    [space] = _read(plant)["inside"]
    assert (space["id"], space["tools"], space["face"]) == (str(hands.permit), 1, "active")
    assert space["people"] == [{"name": "钱", "post": None, "duty": "worker"}]
    assert _read(plant, names="full")["inside"][0]["people"][0]["name"] == "钱焊工"
    assert _read(plant, names="none")["inside"][0]["people"] == [
        {"name": None, "post": None, "duty": "worker"}
    ]


def test_a_space_that_is_worked_in_stands_there_with_nobody_inside(plant: Plant) -> None:
    hands = _in_space(plant)
    hands.must("wang", "leave_space", {"person": plant.person("qian")})
    assert [len(space["people"]) for space in _read(plant)["inside"]] == [0]


def test_what_waits_is_told_with_its_post_and_since_when(plant: Plant) -> None:
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    [one] = _read(plant)["waiting"]
    assert one["id"] == str(hands.permit)
    assert datetime.fromisoformat(one["since"]) >= MORNING
    assert one["posts"]


def test_work_past_its_time_is_told_until_the_site_is_clear(plant: Plant) -> None:
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    ends = journeys.state(hands).window.end
    left, minute = ends - clock.now(), timedelta(minutes=1)
    assert _read(plant, later=left - minute)["over"] == []
    assert [row["id"] for row in _read(plant, later=left + minute)["over"]] == [str(hands.permit)]
    hands.at = ends + minute
    hands.tick()
    late = _read(plant, later=left + 2 * minute)
    assert [row["face"] for row in late["over"]] == ["clearance"]
    assert late["counts"] == {"clearance": 1}


def test_today_is_the_day_of_the_plant(plant: Plant) -> None:
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    assert [row["title"]["zh"] for row in _read(plant)["types"]] == ["动火作业"]
    assert _read(plant, later=timedelta(days=2))["types"] == []
    assert _read(plant, later=timedelta(days=-1))["types"] == []


def _issued(plant: Plant) -> Hands:
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    return hands


def _accepted(plant: Plant) -> None:
    hands = _issued(plant)
    journeys.go_live(hands)
    hands.must("li", "finish")
    hands.at = MORNING + timedelta(minutes=31)
    hands.must("wang", "check_residual_fire", {"photo": photo(plant.company, "cold"), "clear": True})
    journeys.accept(hands)


def test_the_closed_loop_counts_what_ended_and_how(plant: Plant) -> None:
    def loop() -> dict[str, int]:
        return dict(_read(plant, later=timedelta(days=2))["loop"])

    _accepted(plant)
    assert loop() == {"closed": 1, "all": 1}
    cancelled = _issued(plant)
    assert loop() == {"closed": 1, "all": 2}
    cancelled.must("li", "request_cancel", {"reason": "大风"})
    cancelled.must("zhao", "approve_cancel", {})
    assert loop() == {"closed": 2, "all": 2}  # it never began
    voided = _issued(plant)
    journeys.go_live(voided)
    voided.must("zhao", "void", {"reason": "现场条件不符"})
    assert loop() == {"closed": 2, "all": 3}  # the site is not confirmed clear
    assert _read(plant)["loop"] == {"closed": 0, "all": 0}  # nothing has come to its end yet
    assert _read(plant, later=timedelta(days=40))["loop"] == {"closed": 0, "all": 0}


def test_red_alarms_stand_there_and_tasks_are_counted(plant: Plant) -> None:
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    hands.must("qian", "stop", {"reason": "旁边在装车"})
    found = _read(plant)
    assert [row["title"]["zh"] for row in found["bells"]] == ["有人叫停作业"]
    assert (found["not_confirmed"], found["counts"]) == (1, {"paused": 1})


def test_a_login_reads_the_board_and_names_as_a_screen_does(plant: Plant) -> None:
    _in_space(plant)
    client = Client()
    client.force_login(Account.objects.get(id=plant.people["li"].account))
    answer = client.get(f"/api/v1/wall/{plant.site}")
    assert answer.status_code == 200, answer.content
    assert answer.json()["inside"][0]["people"][0]["name"] == "钱"


@pytest.mark.parametrize(
    ("name", "shown"),
    [("欧阳明", "欧阳"), ("欧阳", "欧"), ("李工", "李"), ("John Smith", "Smith"), ("王", "王")],
)
def test_a_family_name_is_the_family_name(name: str, shown: str) -> None:
    person = {"name": name, "post": "当班班长", "duty": "worker"}
    assert told(person, "family_post") == {"name": shown, "post": "当班班长", "duty": "worker"}


def test_an_outage_that_goes_on_stands_on_the_wall_of_its_site(plant: Plant) -> None:
    assert _read(plant)["outages"] == []
    Papering(plant).declared()
    [one] = _read(plant)["outages"]
    assert (one["areas"], one["overdue"]) == (["甲醇罐区"], False)
    [late] = _read(plant, later=timedelta(hours=5))["outages"]
    assert late["overdue"] is True

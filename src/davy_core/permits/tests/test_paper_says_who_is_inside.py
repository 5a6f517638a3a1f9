"""A way in on paper counts until somebody tells the way out: nothing is finished or cleared over it."""

from __future__ import annotations

import pytest

from davy_core.permits.tests.paper import codes, line, permit_of
from davy_core.permits.tests.walk import CLEAR, walk
from davy_core.permits.tests.world import World


@pytest.fixture
def world() -> World:
    world = walk(World(type="confined"), "active")
    world.must("li", "print_sheet", {"purpose": "fill"})
    world.later(minutes=40)
    for person in permit_of(world).inside:
        world.must("wang", "leave_space", {"person": person})
    for tool in permit_of(world).tools_inside:
        world.must("wang", "leave_space", {"tool": tool})
    return world


def goes(world: World, what: str, *, ago: int = 20, person: str = "qian") -> None:
    world.must("chu", "capture_entry", line(world, what, ago=ago, person=person))


def agreed(world: World, entry: int) -> None:
    world.must("feng", "confirm_capture", {"entry": entry, "agrees": True})


def test_nothing_is_finished_over_him_until_he_says_he_is_out(world: World) -> None:
    goes(world, "entry")
    assert permit_of(world).inside == ("qian",)
    assert permit_of(world).state == "active"
    assert "people_inside" in codes(world, "li", "finish", {})
    world.must("qian", "leave_space", {"person": "qian"})
    walk(world, "finished")


def test_nobody_confirms_a_stop_or_clears_the_site_over_him(world: World) -> None:
    goes(world, "entry")
    world.must("feng", "void", {"reason": "雷雨"})
    agreed(world, 1)
    assert "people_inside" in codes(world, "li", "confirm_stopped", {})
    assert "people_inside" in codes(world, "feng", "confirm_clear", {**CLEAR, "photo": world.shot()})
    world.must("wang", "leave_space", {"person": "qian"})
    world.must("li", "confirm_stopped")
    world.must("feng", "confirm_clear", {**CLEAR, "photo": world.shot()})


def test_a_way_out_on_paper_counts_when_a_second_person_agreed(world: World) -> None:
    goes(world, "entry", ago=20)
    goes(world, "exit", ago=10)
    assert permit_of(world).inside == ("qian",)
    agreed(world, 2)
    assert permit_of(world).inside == ()


def test_in_the_other_order_it_comes_to_the_same(world: World) -> None:
    goes(world, "exit", ago=10)
    agreed(world, 1)
    goes(world, "entry", ago=20)
    assert permit_of(world).inside == ()


@pytest.mark.parametrize("out", [20, 25])
def test_a_way_out_of_before_or_of_the_same_minute_takes_nobody_out(world: World, out: int) -> None:
    goes(world, "entry", ago=20)
    goes(world, "exit", ago=out)
    agreed(world, 2)
    assert permit_of(world).inside == ("qian",)


def test_who_went_in_twice_came_out_once(world: World) -> None:
    for what, ago in (("entry", 30), ("exit", 25), ("entry", 20)):
        goes(world, what, ago=ago)
    agreed(world, 2)
    assert permit_of(world).inside == ("qian",)
    world.must("qian", "leave_space", {"person": "qian"})
    assert permit_of(world).inside == ()


def test_somebody_else_s_way_out_is_not_his(world: World) -> None:
    goes(world, "entry")
    goes(world, "exit", ago=10, person="zhou")
    agreed(world, 2)
    assert permit_of(world).inside == ("qian",)


def test_paper_takes_nobody_out_of_the_register_itself(world: World) -> None:
    world.must("wang", "enter_space", {"person": "qian"})
    world.later(minutes=10)
    goes(world, "exit", ago=1)
    agreed(world, 1)
    assert permit_of(world).inside == ("qian",)


def test_who_disagrees_with_a_way_in_takes_nobody_out(world: World) -> None:
    goes(world, "entry")
    world.must("feng", "confirm_capture", {"entry": 1, "agrees": False})
    assert permit_of(world).inside == ("qian",)


def test_two_people_may_go_in_in_one_minute(world: World) -> None:
    goes(world, "entry", person="qian")
    goes(world, "entry", person="zhou")
    assert permit_of(world).inside == ("qian", "zhou")


def test_somebody_nobody_can_name_stops_the_work(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "entry"))
    assert {c.kind for c in permit_of(world).causes} == {"anomaly"}
    told = next(e for e in world.history if e.type == "PaperCaptured")
    assert told.data["doubts"] == ["paper_entry_incomplete"]


def test_somebody_inside_after_all_were_said_to_be_out_asks_for_a_new_count(world: World) -> None:
    world.must("li", "pause", {"cause": "break"})
    world.must("li", "confirm_stopped")
    goes(world, "entry", ago=1)
    pause = permit_of(world).pause
    assert pause is not None
    assert pause.confirmed_at is None
    assert "people_inside" in codes(world, "li", "confirm_stopped", {})


def test_somebody_inside_after_the_end_rings_and_is_not_accepted_over(world: World) -> None:
    walk(world, "finished")
    events = world.must("chu", "capture_entry", line(world, "entry", person="qian"))
    assert [e.data["kind"] for e in events if e.type == "AlarmRaised"] == ["paper_bad_news"]
    agreed(world, 1)
    items = [row["id"] for row in world.facts().rulebook.template["acceptance"]]
    body = {"items": items, "photos": [world.shot()], "signature": "[[[0,0],[9,9]]]"}
    assert codes(world, "wei", "accept", body) == ["people_inside"]

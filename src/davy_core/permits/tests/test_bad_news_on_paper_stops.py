"""Bad news on a sheet stops the work when it is entered, unless the work went on after it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from davy_core.instants import iso
from davy_core.permits.tests.paper import codes, filled, gas, line, permit_of
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World


@pytest.fixture
def world() -> World:
    return filled()


def test_gas_over_its_limit_pauses_at_once(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "gas", wrote="zhou", readings=gas(world, "3")))
    assert permit_of(world).state == "paused"
    assert {c.kind for c in permit_of(world).causes} == {"gas"}
    assert {r.clock for r in permit_of(world).rounds[-1].readings} == {"device_free"}


def test_a_later_whole_passing_round_makes_it_history(world: World) -> None:
    world.must("zhou", "record_round", {"readings": world.readings()})
    world.must("chu", "capture_entry", line(world, "gas", wrote="zhou", readings=gas(world, "3")))
    assert permit_of(world).state == "active"
    assert permit_of(world).captured[-1].bad


@pytest.mark.parametrize(("what", "cause"), [("stop", "stopped"), ("guard_round", "anomaly")])
def test_a_stop_or_an_anomaly_on_paper_stops_and_the_break_began_then(
    world: World, what: str, cause: str
) -> None:
    body = line(world, what) if what == "stop" else line(world, what, good=False)
    world.must("chu", "capture_entry", body)
    permit = permit_of(world)
    assert {c.kind for c in permit.causes} == {cause}
    assert permit.pause is not None
    assert permit.pause.began_at == world.now - timedelta(minutes=20)


def test_who_started_did_not_know_of_a_stop_from_before_either(world: World) -> None:
    started = permit_of(world).started_at
    assert started is not None
    world.must("chu", "capture_entry", line(world, "stop", ago=600))
    permit = permit_of(world)
    assert (permit.state, permit.pause and permit.pause.began_at) == ("paused", started)


@pytest.mark.parametrize(("what", "cause"), [("stop", "stopped"), ("guard_round", "anomaly")])
def test_who_resumed_without_knowing_of_it_is_stopped_again(world: World, what: str, cause: str) -> None:
    written = world.now
    world.later(minutes=2)
    world.must("li", "pause", {"cause": "break"})
    world.must("li", "confirm_stopped")
    walk(world, "active")
    world.later(minutes=2)
    body = {**line(world, what, good=False), "written_at": iso(written)}
    world.must("chu", "capture_entry", body)
    assert {c.kind for c in permit_of(world).causes} == {cause}


@pytest.mark.parametrize("what", ["acceptance", "other", "entry", "exit", "signature"])
def test_whatever_line_says_that_something_is_wrong_stops(world: World, what: str) -> None:
    world.must("chu", "capture_entry", line(world, what, good=False))
    assert {c.kind for c in permit_of(world).causes} == {"anomaly"}


def test_gas_that_its_writer_found_bad_stops_though_no_limit_was_passed(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "gas", wrote="zhou", readings=gas(world), good=False))
    assert {c.kind for c in permit_of(world).causes} == {"gas"}


def test_a_round_with_bad_gas_of_an_earlier_hour_is_still_a_bad_round(world: World) -> None:
    world.must("zhou", "record_round", {"readings": world.readings()})
    body = line(world, "guard_round", good=False, readings=gas(world, "3"))
    world.must("chu", "capture_entry", body)
    assert {c.kind for c in permit_of(world).causes} == {"anomaly"}


@pytest.mark.parametrize("what", ["stop", "guard_round"])
def test_after_the_work_bad_news_rings(world: World, what: str) -> None:
    walk(world, "finished")
    events = world.must("chu", "capture_entry", line(world, what, good=False))
    assert [e.data["kind"] for e in events if e.type == "AlarmRaised"] == ["paper_bad_news"]
    assert permit_of(world).state == "finished"


def test_a_break_that_stood_by_meanwhile_hides_no_stop(world: World) -> None:
    world.must("li", "pause", {"cause": "break"})
    world.must("li", "confirm_stopped")
    world.must("wang", "stand_by")
    world.must("chu", "capture_entry", line(world, "stop", ago=10))
    assert {c.kind for c in permit_of(world).causes} == {"break", "stopped"}


def test_a_stop_before_the_start_keeps_it_from_starting() -> None:
    world = walk(World(type="hot"), "issued")
    world.must("li", "print_sheet", {"purpose": "fill"})
    world.later(minutes=5)
    world.must("chu", "capture_entry", line(world, "stop", ago=2, wrote="zhao"))
    assert permit_of(world).state == "paused"


def test_a_bad_line_of_the_same_minute_is_another_line(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "guard_round", good=True))
    world.must("chu", "capture_entry", line(world, "guard_round", good=False))
    assert permit_of(world).state == "paused"
    assert codes(world, "chu", "capture_entry", line(world, "guard_round", good=False)) == [
        "paper_entry_twice"
    ]


def test_bad_news_is_kept_whatever_speaks_against_the_paper(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "stop", sheet=99, photos=["f" * 64]))
    assert permit_of(world).state == "paused"
    told = world.history[-2].data if world.history[-1].type != "PaperCaptured" else world.history[-1].data
    assert told["doubts"] == ["paper_sheet_unknown", "photo_unknown"]


def test_a_round_of_which_nobody_says_that_it_was_good_stops_the_work(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "guard_round"))
    assert permit_of(world).state == "paused"


def test_a_line_that_was_read_wrongly_is_entered_anew(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "guard_round", good=False))
    world.must("feng", "confirm_capture", {"entry": 1, "agrees": False})
    world.must("chu", "capture_entry", line(world, "guard_round", good=False))
    assert len(permit_of(world).captured) == 2

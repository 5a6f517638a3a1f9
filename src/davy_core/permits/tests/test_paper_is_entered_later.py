"""What stands on a sheet is entered later: kept with its own time, never good for anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from davy_core.permits.duties import person_duties
from davy_core.permits.gates import standing
from davy_core.permits.tests.paper import codes, filled, gas, line, permit_of
from davy_core.permits.tests.walk import CLEAR, walk
from davy_core.permits.tests.world import World
from davy_core.permits.todo import Task, todo


@pytest.fixture
def world() -> World:
    return filled()


def test_both_times_are_kept_and_who_wrote_and_who_entered(world: World) -> None:
    written = world.now - timedelta(minutes=20)
    world.must("chu", "capture_entry", line(world, "guard_round", good=True))
    (found,) = permit_of(world).captured
    assert (found.wrote, found.by, found.written_at, found.at) == ("wang", "chu", written, world.now)
    assert (found.bad, found.checked_by) == (False, None)


def test_a_good_round_on_paper_is_no_round_of_the_guardian(world: World) -> None:
    before = permit_of(world)
    world.must("chu", "capture_entry", line(world, "guard_round", good=True))
    assert replace(permit_of(world), captured=(), shown=()) == replace(before, captured=(), shown=())


def test_good_gas_on_paper_meets_nothing_and_supersedes_nothing(world: World) -> None:
    rounds = permit_of(world).rounds
    world.must("chu", "capture_entry", line(world, "gas", wrote="zhou", readings=gas(world)))
    assert permit_of(world).rounds == rounds
    assert not permit_of(world).captured[-1].bad


def test_it_heals_no_failing_round(world: World) -> None:
    world.must("zhou", "record_round", {"readings": world.readings("3")})
    assert permit_of(world).state == "paused"
    world.must("chu", "capture_entry", line(world, "gas", wrote="zhou", ago=1, readings=gas(world)))
    assert "gas" in {c.kind for c in permit_of(world).causes}


def test_a_time_to_come_is_refused(world: World) -> None:
    assert codes(world, "chu", "capture_entry", line(world, "guard_round", ago=-1, good=True)) == [
        "paper_in_future"
    ]


def test_a_line_older_than_its_sheet_is_refused(world: World) -> None:
    assert codes(world, "chu", "capture_entry", line(world, "guard_round", ago=42, good=True)) == [
        "paper_before_print"
    ]


def test_who_was_not_there_wrote_nothing(world: World) -> None:
    assert codes(world, "chu", "capture_entry", line(world, "guard_round", wrote="sun", good=True)) == [
        "paper_writer_not_there"
    ]


def test_who_has_no_duty_here_enters_nothing(world: World) -> None:
    assert codes(world, "sun", "capture_entry", line(world, "guard_round", good=True)) == ["not_your_duty"]


@pytest.mark.parametrize("number", [2, 99])
def test_a_sheet_nobody_printed_is_refused(world: World, number: int) -> None:
    assert codes(world, "chu", "capture_entry", line(world, "guard_round", sheet=number, good=True)) == [
        "paper_sheet_unknown"
    ]


def test_the_form_itself_is_no_record_sheet(world: World) -> None:
    world.must("li", "print_sheet", {"purpose": "form"})
    body = line(world, "guard_round", sheet=2, ago=0, good=True)
    assert codes(world, "chu", "capture_entry", body) == ["paper_sheet_unknown"]


def test_a_replayed_line_is_refused_even_if_it_is_bad(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "stop"))
    assert codes(world, "chu", "capture_entry", line(world, "stop")) == ["paper_entry_twice"]
    assert codes(world, "feng", "capture_entry", line(world, "stop")) == ["paper_entry_twice"]


def test_half_an_entry_is_refused(world: World) -> None:
    assert codes(world, "chu", "capture_entry", line(world, "gas")) == ["paper_entry_incomplete"]
    assert codes(world, "chu", "capture_entry", line(world, "exit")) == ["paper_entry_incomplete"]


def test_back_dating_undoes_no_overrun(world: World) -> None:
    end = permit_of(world).window.end
    world.now = end + timedelta(minutes=3)
    world.must(None, "tick")
    assert permit_of(world).state == "voided"
    world.must("chu", "capture_entry", line(world, "stop", ago=10))
    permit = permit_of(world)
    assert (permit.state, permit.clearance, permit.finished_at) == ("voided", "open", None)


@pytest.mark.parametrize("who", ["chu", "wang"])
def test_nobody_checks_what_he_wrote_or_entered(world: World, who: str) -> None:
    world.must("chu", "capture_entry", line(world, "guard_round", good=True))
    assert codes(world, who, "confirm_capture", {"entry": 1, "agrees": True}) == ["paper_own_entry"]


def test_a_second_person_who_disagrees_raises_an_alarm(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "guard_round", good=True))
    events = world.must("feng", "confirm_capture", {"entry": 1, "agrees": False})
    assert [e.data["kind"] for e in events if e.type == "AlarmRaised"] == ["paper_doubtful"]
    world.must("li", "confirm_capture", {"entry": 1, "agrees": True})
    assert codes(world, "qian", "confirm_capture", {"entry": 1, "agrees": True}) != []
    assert codes(world, "feng", "confirm_capture", {"entry": 1, "agrees": True}) == ["paper_checked_already"]
    assert codes(world, "li", "confirm_capture", {"entry": 7, "agrees": True}) == ["paper_entry_unknown"]


def test_nothing_is_accepted_while_an_entry_is_unchecked(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "exit", person="qian"))
    walk(world, "finished")
    world.later(minutes=31)
    world.must("wang", "check_residual_fire", {"photo": world.shot(), "clear": True})
    items = [row["id"] for row in world.facts().rulebook.template["acceptance"]]
    body = {"items": items, "photos": [world.shot()], "signature": "[[[0,0],[9,9]]]"}
    assert "paper_unchecked" in codes(world, "wei", "accept", body)
    world.must("feng", "confirm_capture", {"entry": 1, "agrees": True})
    world.must("wei", "accept", body)


def test_no_site_is_clear_while_an_entry_is_unchecked(world: World) -> None:
    world.must("chu", "capture_entry", line(world, "guard_round", good=True))
    world.must("zheng", "void", {"reason": "雷雨"})
    world.later(minutes=31)
    world.must("wang", "check_residual_fire", {"photo": world.shot(), "clear": True})
    body = {**CLEAR, "photo": world.shot()}
    assert codes(world, "feng", "confirm_clear", body) == ["paper_unchecked"]
    world.must("wei", "confirm_capture", {"entry": 1, "agrees": True})
    world.must("feng", "confirm_clear", body)


def test_it_is_somebody_s_task_to_check_and_never_the_writer_s(world: World) -> None:
    world.must("feng", "capture_entry", line(world, "guard_round", wrote="li", good=True))
    due = world.now + timedelta(hours=1)
    assert _tasks(world, "chu") == {Task("confirm_capture", due)}
    assert _tasks(world, "feng") == _tasks(world, "li") == _tasks(world, "wang") == set()
    world.must("chu", "confirm_capture", {"entry": 1, "agrees": True})
    assert _tasks(world, "chu") == set()


def test_entries_that_nobody_checks_are_called_to_mind_once_an_hour(world: World) -> None:
    for ago in (20, 10):
        world.must("chu", "capture_entry", line(world, "guard_round", ago=ago, good=True))
    world.later(minutes=61)
    told = [e.data["kind"] for e in world.must(None, "tick") if e.type == "AlarmRaised"]
    assert told.count("paper_unchecked") == 1
    world.later(minutes=1)
    told = [e.data["kind"] for e in world.must(None, "tick") if e.type == "AlarmRaised"]
    assert "paper_unchecked" not in told


def _tasks(world: World, person: str) -> set[Task]:
    permit = permit_of(world)
    found = todo(permit, person, person_duties(permit, person, world.facts(person)), world.now)
    return {task for task in found if task.command == "confirm_capture"}


LINES = st.tuples(
    st.sampled_from(["guard_round", "gas", "entry", "signature", "acceptance"]), st.integers(1, 39)
)


@settings(max_examples=40, deadline=None)
@given(
    lines=st.lists(LINES, min_size=1, max_size=5, unique=True), bad_at=st.integers(0, 5), bad=st.booleans()
)
def test_in_any_order_paper_helps_nothing_and_the_worst_wins(
    lines: list[tuple[str, int]], bad_at: int, *, bad: bool
) -> None:
    world = START.copy()
    before = _met(world)
    bodies = [
        line(world, what, ago=ago, good=True, **({"person": "qian"} if what == "entry" else {}))
        if what != "gas"
        else line(world, "gas", wrote="zhou", ago=ago, readings=gas(world))
        for what, ago in lines
    ]
    if bad:
        over = line(world, "gas", wrote="zhou", ago=40, readings=gas(world, "3"))
        bodies.insert(min(bad_at, len(bodies)), over)
    for body in bodies:
        world.must("chu", "capture_entry", body)
    if not bad:  # another state asks other things
        assert _met(world) <= before
    assert (permit_of(world).state == "paused") is bad


def _met(world: World) -> set[str]:
    return {r.id for r, judged in standing(permit_of(world), world.facts()) if judged.passes}


START = filled()

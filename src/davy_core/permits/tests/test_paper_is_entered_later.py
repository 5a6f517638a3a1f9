"""What stands on a sheet is entered later: kept with its own time, never good for anything, and bad news
stops the work at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from davy_core.instants import iso
from davy_core.outcome import Refused
from davy_core.permits.gates import standing
from davy_core.permits.state import Permit
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import SHOTS, World


def _filled() -> World:
    """At work with a record sheet that was printed forty minutes ago."""
    world = walk(World(type="hot"), "active")
    world.must("li", "print_sheet", {"purpose": "fill"})
    world.later(minutes=40)
    return world


@pytest.fixture
def world() -> World:
    return _filled()


def _line(world: World, what: str, *, ago: int = 20, **over: Any) -> dict[str, Any]:
    at = iso(world.now - timedelta(minutes=ago))
    return {"sheet": 1, "what": what, "wrote": "wang", "written_at": at, "photos": [SHOTS[-1]], **over}


def _gas(world: World, amount: str | None = None) -> list[dict[str, Any]]:
    return [{k: v for k, v in row.items() if k != "sampled_at"} for row in world.readings(amount)]


def _permit(world: World) -> Permit:
    assert world.permit is not None
    return world.permit


def _codes(world: World, who: str, kind: str, body: dict[str, Any], **over: Any) -> list[str]:
    outcome = world.give(who, kind, body, **over)
    assert isinstance(outcome, Refused)
    return [r.code for r in outcome.reasons]


def test_both_times_are_kept_and_who_wrote_and_who_entered(world: World) -> None:
    written = world.now - timedelta(minutes=20)
    world.must("chu", "capture_entry", _line(world, "guard_round", good=True))
    (found,) = _permit(world).captured
    assert (found.wrote, found.by, found.written_at, found.at) == ("wang", "chu", written, world.now)
    assert (found.bad, found.checked_by) == (False, None)


def test_a_good_round_on_paper_is_no_round_of_the_guardian(world: World) -> None:
    before = _permit(world)
    world.must("chu", "capture_entry", _line(world, "guard_round", good=True))
    assert replace(_permit(world), captured=(), shown=()) == replace(before, captured=(), shown=())


def test_gas_over_its_limit_pauses_at_once(world: World) -> None:
    world.must("chu", "capture_entry", _line(world, "gas", wrote="zhou", readings=_gas(world, "3")))
    assert _permit(world).state == "paused"
    assert {c.kind for c in _permit(world).causes} == {"gas"}
    assert {r.clock for r in _permit(world).rounds[-1].readings} == {"device_free"}


def test_a_later_whole_passing_round_makes_it_history(world: World) -> None:
    world.must("zhou", "record_round", {"readings": world.readings()})
    world.must("chu", "capture_entry", _line(world, "gas", wrote="zhou", readings=_gas(world, "3")))
    assert _permit(world).state == "active"
    assert _permit(world).captured[-1].bad


def test_good_gas_on_paper_meets_nothing_and_supersedes_nothing(world: World) -> None:
    rounds = _permit(world).rounds
    world.must("chu", "capture_entry", _line(world, "gas", wrote="zhou", readings=_gas(world)))
    assert _permit(world).rounds == rounds
    assert not _permit(world).captured[-1].bad


def test_it_heals_no_failing_round(world: World) -> None:
    world.must("zhou", "record_round", {"readings": world.readings("3")})
    assert _permit(world).state == "paused"
    world.must("chu", "capture_entry", _line(world, "gas", wrote="zhou", ago=1, readings=_gas(world)))
    assert "gas" in {c.kind for c in _permit(world).causes}


@pytest.mark.parametrize(("what", "cause"), [("stop", "stopped"), ("guard_round", "anomaly")])
def test_a_stop_or_an_anomaly_on_paper_stops_and_the_break_began_then(
    world: World, what: str, cause: str
) -> None:
    body = _line(world, what) if what == "stop" else _line(world, what, good=False)
    world.must("chu", "capture_entry", body)
    permit = _permit(world)
    assert {c.kind for c in permit.causes} == {cause}
    assert permit.pause is not None
    assert permit.pause.began_at == world.now - timedelta(minutes=20)


def test_a_stop_from_before_the_start_is_history(world: World) -> None:
    assert _permit(world).started_at is not None
    world.must("chu", "capture_entry", _line(world, "stop", ago=600))
    assert _permit(world).state == "active"
    assert _permit(world).captured[-1].bad


def test_the_minute_of_the_start_is_not_before_it(world: World) -> None:
    started = _permit(world).started_at
    assert started is not None
    world.must("chu", "capture_entry", {**_line(world, "stop"), "written_at": iso(started.replace(second=0))})
    assert _permit(world).state == "paused"


def test_a_break_that_stood_by_meanwhile_hides_no_stop(world: World) -> None:
    world.must("li", "pause", {"cause": "break"})
    world.must("li", "confirm_stopped")
    world.must("wang", "stand_by")
    world.must("chu", "capture_entry", _line(world, "stop", ago=10))
    assert {c.kind for c in _permit(world).causes} == {"break", "stopped"}


def test_a_stop_before_the_start_keeps_it_from_starting() -> None:
    world = walk(World(type="hot"), "issued")
    world.must("li", "print_sheet", {"purpose": "fill"})
    world.later(minutes=5)
    world.must("chu", "capture_entry", _line(world, "stop", ago=2, wrote="zhao"))
    assert _permit(world).state == "paused"


def test_a_bad_line_of_the_same_minute_is_another_line(world: World) -> None:
    world.must("chu", "capture_entry", _line(world, "guard_round", good=True))
    world.must("chu", "capture_entry", _line(world, "guard_round", good=False))
    assert _permit(world).state == "paused"
    assert _codes(world, "chu", "capture_entry", _line(world, "guard_round", good=False)) == [
        "paper_entry_twice"
    ]


def test_a_time_to_come_is_refused(world: World) -> None:
    assert _codes(world, "chu", "capture_entry", _line(world, "guard_round", ago=-1, good=True)) == [
        "paper_in_future"
    ]


def test_a_line_older_than_its_sheet_is_refused(world: World) -> None:
    assert _codes(world, "chu", "capture_entry", _line(world, "guard_round", ago=42, good=True)) == [
        "paper_before_print"
    ]


def test_who_was_not_there_wrote_nothing(world: World) -> None:
    assert _codes(world, "chu", "capture_entry", _line(world, "guard_round", wrote="sun", good=True)) == [
        "paper_writer_not_there"
    ]


def test_who_has_no_duty_here_enters_nothing(world: World) -> None:
    assert _codes(world, "sun", "capture_entry", _line(world, "guard_round", good=True)) == ["not_your_duty"]


@pytest.mark.parametrize("number", [2, 99])
def test_a_sheet_nobody_printed_is_refused(world: World, number: int) -> None:
    assert _codes(world, "chu", "capture_entry", _line(world, "guard_round", sheet=number, good=True)) == [
        "paper_sheet_unknown"
    ]


def test_the_form_itself_is_no_record_sheet(world: World) -> None:
    world.must("li", "print_sheet", {"purpose": "form"})
    body = _line(world, "guard_round", sheet=2, ago=0, good=True)
    assert _codes(world, "chu", "capture_entry", body) == ["paper_sheet_unknown"]


def test_a_replayed_line_is_refused_even_if_it_is_bad(world: World) -> None:
    world.must("chu", "capture_entry", _line(world, "stop"))
    assert _codes(world, "chu", "capture_entry", _line(world, "stop")) == ["paper_entry_twice"]
    assert _codes(world, "feng", "capture_entry", _line(world, "stop")) == ["paper_entry_twice"]


def test_bad_news_is_kept_whatever_speaks_against_the_paper(world: World) -> None:
    world.must("chu", "capture_entry", _line(world, "stop", sheet=99, photos=["f" * 64]))
    assert _permit(world).state == "paused"
    told = world.history[-2].data if world.history[-1].type != "PaperCaptured" else world.history[-1].data
    assert told["doubts"] == ["paper_sheet_unknown", "photo_unknown"]


def test_half_an_entry_is_refused(world: World) -> None:
    assert _codes(world, "chu", "capture_entry", _line(world, "gas")) == ["paper_entry_incomplete"]


def test_a_round_of_which_nobody_says_that_it_was_good_stops_the_work(world: World) -> None:
    world.must("chu", "capture_entry", _line(world, "guard_round"))
    assert _permit(world).state == "paused"


def test_back_dating_undoes_no_overrun(world: World) -> None:
    end = _permit(world).window.end
    world.now = end + timedelta(minutes=3)
    world.must(None, "tick")
    assert _permit(world).state == "voided"
    world.must("chu", "capture_entry", _line(world, "stop", ago=10))
    permit = _permit(world)
    assert (permit.state, permit.clearance, permit.finished_at) == ("voided", "open", None)


@pytest.mark.parametrize("who", ["chu", "wang"])
def test_nobody_checks_what_he_wrote_or_entered(world: World, who: str) -> None:
    world.must("chu", "capture_entry", _line(world, "guard_round", good=True))
    assert _codes(world, who, "confirm_capture", {"entry": 1, "agrees": True}) == ["paper_own_entry"]


def test_a_second_person_who_disagrees_raises_an_alarm(world: World) -> None:
    world.must("chu", "capture_entry", _line(world, "guard_round", good=True))
    events = world.must("feng", "confirm_capture", {"entry": 1, "agrees": False})
    assert [e.data["kind"] for e in events if e.type == "AlarmRaised"] == ["paper_doubtful"]
    assert _codes(world, "li", "confirm_capture", {"entry": 1, "agrees": True}) == ["paper_checked_already"]
    assert _codes(world, "li", "confirm_capture", {"entry": 7, "agrees": True}) == ["paper_entry_unknown"]


def test_nothing_is_accepted_while_an_entry_is_unchecked(world: World) -> None:
    world.must("chu", "capture_entry", _line(world, "exit"))
    walk(world, "finished")
    world.later(minutes=31)
    world.must("wang", "check_residual_fire", {"photo": world.shot(), "clear": True})
    items = [row["id"] for row in world.facts().rulebook.template["acceptance"]]
    body = {"items": items, "photos": [world.shot()], "signature": "[[[0,0],[9,9]]]"}
    assert "paper_unchecked" in _codes(world, "wei", "accept", body)
    world.must("feng", "confirm_capture", {"entry": 1, "agrees": True})
    world.must("wei", "accept", body)


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
        _line(world, what, ago=ago, good=True)
        if what != "gas"
        else _line(world, "gas", wrote="zhou", ago=ago, readings=_gas(world))
        for what, ago in lines
    ]
    if bad:
        over = _line(world, "gas", wrote="zhou", ago=40, readings=_gas(world, "3"))
        bodies.insert(min(bad_at, len(bodies)), over)
    for body in bodies:
        world.must("chu", "capture_entry", body)
    if not bad:  # another state asks other things
        assert _met(world) <= before
    assert (_permit(world).state == "paused") is bad


def _met(world: World) -> set[str]:
    return {r.id for r, judged in standing(_permit(world), world.facts()) if judged.passes}


START = _filled()

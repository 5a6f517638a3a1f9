"""Work that was approved to go on without signal reports by radio; a call that does not come stops it
(S17)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from davy_core.outcome import Refused
from davy_core.permits.calling import CALLS, call_every
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World
from davy_core.permits.todo import todo

DETECTOR = {"detector": "4-118"}
WELL = {"person": "wang", "well": True}


def _away() -> World:
    """At work, out of reach."""
    world = World(type="height")
    world.must("li", "draft", world.request(untethered=DETECTOR))
    walk(world, "active")
    world.contact_age = None
    return world


def _causes(world: World) -> set[str]:
    assert world.permit is not None
    return {c.kind for c in world.permit.causes}


def _codes(world: World, who: str, kind: str, body: dict[str, object]) -> list[str]:
    outcome = world.give(who, kind, body)
    assert isinstance(outcome, Refused)
    return [r.code for r in outcome.reasons]


def test_silence_of_the_phone_does_not_stop_it_and_a_missed_call_does() -> None:
    world = _away()
    world.later(minutes=14)
    world.must(None, "tick")
    assert _causes(world) == set()
    world.later(minutes=2)
    world.must(None, "tick")
    assert _causes(world) == {"call_missed"}


def test_a_call_lasts_a_quarter_of_an_hour() -> None:
    world = _away()
    for _ in range(5):
        world.later(minutes=15)
        world.must(None, "tick")
        assert _causes(world) == set()
        world.must("chu", "record_call", WELL)
    world.later(minutes=15, seconds=1)
    world.must(None, "tick")
    assert _causes(world) == {"call_missed"}


def test_a_call_that_says_something_is_wrong_stops_it() -> None:
    world = _away()
    world.must("feng", "record_call", {"person": "li", "well": False, "notes": "脚手板松动"})
    assert _causes(world) == {"anomaly"}


def test_only_guardian_and_responsible_person_report_and_only_who_hears_records() -> None:
    world = _away()
    assert _codes(world, "chu", "record_call", {"person": "qian", "well": True}) == ["person_not_on_permit"]
    for who in ("li", "wang", "qian", "sun"):
        assert _codes(world, who, "record_call", WELL) == ["not_your_duty"]


def test_a_call_is_nothing_where_the_phone_must_be_heard() -> None:
    world = walk(World(type="height"), "active")
    assert _codes(world, "chu", "record_call", WELL) == ["not_untethered"]
    world.contact_age = None
    for _ in range(2):
        world.later(minutes=6)
        world.must(None, "tick")
    assert "guardian_contact" in _causes(world)


@pytest.mark.parametrize("kind", ["hot", "confined"])
def test_where_gas_is_measured_nobody_works_without_signal(kind: str) -> None:
    world = World(type=kind)
    world.must("li", "draft", world.request(untethered=DETECTOR))
    outcome = world.give("li", "submit")
    assert isinstance(outcome, Refused)
    assert "untethered.allowed" in {r.missing["requirement"] for r in outcome.reasons if r.missing}
    world.must("li", "amend", {"untethered": False})
    world.must("li", "submit")


def test_what_is_asked_for_changes_nothing_and_is_gone_when_it_is_done_or_stopped() -> None:
    world = walk(World(type="hot"), "active")
    world.must("li", "pause", {"cause": "break"})
    world.must("li", "ask_for", {"what": "resume"})
    assert world.permit is not None
    assert world.permit.state == "paused"
    assert [a.what for a in world.permit.asked] == ["resume"]
    world.must("wang", "stand_by")
    assert [a.what for a in world.permit.asked] == ["resume"]
    walk(world, "active")
    assert world.permit.asked == ()
    world.must("wang", "pause", {"cause": "break"})
    world.must("li", "ask_for", {"what": "resume"})
    world.must("qian", "pause", {"cause": "anomaly"})
    assert world.permit.asked == ()


def test_nobody_asks_for_what_he_may_not_do() -> None:
    world = _away()
    assert _codes(world, "qian", "ask_for", {"what": "resume"}) == ["not_your_duty"]
    assert _codes(world, "wang", "ask_for", {"what": "resume"}) == ["not_your_duty"]
    assert _codes(world, "wang", "ask_for", {"what": "finish"}) == ["unknown_command"]


def test_the_task_is_due_when_the_rule_says_and_not_by_a_figure_of_its_own() -> None:
    world = _away()
    book = world.facts().rulebook
    assert call_every(book) == timedelta(minutes=15)
    tightened = tuple(
        replace(r, params={**r.params, "every": replace(r.params["every"], value=timedelta(minutes=10))})
        if r.id == CALLS
        else r
        for r in book.requirements
    )
    every = call_every(replace(book, requirements=tightened))
    assert every == timedelta(minutes=10)
    assert world.permit is not None
    started = world.permit.started_at
    assert started is not None
    (task,) = todo(world.permit, "chu", frozenset({"control"}), world.now, calls=every)
    assert (task.command, task.due) == ("record_call", started + timedelta(minutes=10))

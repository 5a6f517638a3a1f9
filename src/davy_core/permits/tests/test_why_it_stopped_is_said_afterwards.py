"""The stop waits for no voice; why is said after it, by whoever stopped, and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from davy_core.explosion.terminal import STRANGER, Terminal
from davy_core.outcome import Refused
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World


def _stopped_by(who: str) -> World:
    world = walk(World(type="hot"), "active")
    world.must(who, "stop")
    return world


def test_a_bystander_stops_without_a_word_and_says_why_later() -> None:
    world = _stopped_by("sun")
    before, voice = world.permit, world.shot()
    said = world.must("sun", "add_voice", {"voice": voice, "about": "stop"})
    assert [(e.type, e.data["voice"], e.data["cause"]) for e in said] == [("VoiceAdded", voice, "stopped")]
    assert world.permit == before


def test_what_somebody_else_says_is_not_the_reason_of_the_stop() -> None:
    world = _stopped_by("sun")
    said = world.must("li", "add_voice", {"voice": world.shot(), "about": "stop"})
    assert "cause" not in said[0].data


def test_a_stop_carries_no_voice() -> None:
    """Nothing of the recording is asked for where work is stopped (S15)."""
    world = walk(World(type="hot"), "active")
    events = world.must("sun", "stop", {"voice": "f" * 64})
    assert "WorkPaused" in {event.type for event in events}
    assert all("voice" not in event.data for event in events)


def test_one_that_never_arrived_is_refused_and_the_stop_stands() -> None:
    world = _stopped_by("sun")
    outcome = world.give("sun", "add_voice", {"voice": "f" * 64, "about": "stop"})
    assert isinstance(outcome, Refused)
    assert [reason.code for reason in outcome.reasons] == ["voice_unknown"]
    assert world.permit is not None
    assert world.permit.state == "paused"


@pytest.mark.parametrize(
    ("terminal", "code"), [(Terminal(known=True), "terminal_not_ex"), (STRANGER, "terminal_unknown")]
)
def test_an_unmarked_phone_records_nothing_in_an_ex_zone(terminal: Terminal, code: str) -> None:
    """S26 holds for the recording; it never held for the stop."""
    world = _stopped_by("sun")
    world.ground = replace(world.ground, ex_zone="1")
    outcome = world.give("sun", "add_voice", {"voice": world.shot(), "about": "stop"}, terminal=terminal)
    assert isinstance(outcome, Refused)
    assert [reason.code for reason in outcome.reasons] == [code]


def test_the_applicant_says_what_it_is_about() -> None:
    world = walk(World(type="hot"), "submitted")
    said = world.must("li", "add_voice", {"voice": world.shot(), "about": "request"})
    assert said[0].data["about"] == "request"


def _said(world: World, ago: float, clock: str = "device_synced") -> object:
    then = world.now - timedelta(minutes=ago)
    body = {"voice": world.shot(), "about": "stop"}
    return world.must("wang", "add_voice", body, occurred_at=then, clock=clock)[0].data.get("cause")


def test_it_goes_to_the_stop_after_which_it_was_spoken() -> None:
    """The phone kept all of it: two stops, and what was said between them."""
    world = walk(World(type="hot"), "active")
    world.later(minutes=30)
    for kind, ago in (("anomaly", 20), ("break", 10)):
        then = world.now - timedelta(minutes=ago)
        world.must("wang", "pause", {"cause": kind}, occurred_at=then, clock="device_synced")
    assert [_said(world, ago) for ago in (25, 20, 15, 10, 0)] == [
        None,
        "anomaly",
        "anomaly",
        "break",
        "break",
    ]


def test_a_clock_nobody_set_tells_of_no_stop_where_there_are_two() -> None:
    world = walk(World(type="hot"), "active")
    world.must("wang", "pause", {"cause": "anomaly"})
    assert _said(world, 0, "device_free") == "anomaly"
    world.must("wang", "pause", {"cause": "break"})
    assert _said(world, 0, "device_free") is None

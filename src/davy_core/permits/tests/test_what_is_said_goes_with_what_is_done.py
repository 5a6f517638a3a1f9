"""A recording stands beside the briefing and the round by its hash, once it arrived; nothing needs one."""

from __future__ import annotations

from typing import Any

import pytest

from davy_core.outcome import Refused
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World

NEVER_ARRIVED = "f" * 64


def _given(kind: str, voice: str | None) -> tuple[World, str, dict[str, Any]]:
    """The world just before this command, who gives it, and its body."""
    said = {} if voice is None else {"voice": voice}
    world = World(type="hot")
    if kind == "guard_round":
        walk(world, "active")
        world.later(minutes=10)
        return world, "wang", said
    walk(world, "issued")
    template = world.facts("wu").rulebook.template
    return world, "wu", {"items": [item["id"] for item in template["briefing"]["items"]], **said}


@pytest.mark.parametrize("kind", ["guard_round", "give_briefing"])
def test_the_event_names_the_recording(kind: str) -> None:
    world, who, body = _given(kind, None)
    voice = world.shot()
    events = world.must(who, kind, {**body, "voice": voice})
    assert events[0].data["voice"] == voice


@pytest.mark.parametrize("kind", ["guard_round", "give_briefing"])
def test_without_one_it_is_as_before(kind: str) -> None:
    world, who, body = _given(kind, None)
    assert "voice" not in world.must(who, kind, body)[0].data


@pytest.mark.parametrize("kind", ["guard_round", "give_briefing"])
def test_one_that_never_arrived_is_refused(kind: str) -> None:
    world, who, body = _given(kind, NEVER_ARRIVED)
    outcome = world.give(who, kind, body)
    assert isinstance(outcome, Refused)
    assert [reason.code for reason in outcome.reasons] == ["voice_unknown"]

"""4.14, 5.2.14, S13: what ends a permit is shown by photos taken then, not by those of the morning."""

from __future__ import annotations

from typing import Any

import pytest

from davy_core.outcome import Refused
from davy_core.permits.tests.walk import CLEAR, SIGNED, walk
from davy_core.permits.tests.world import PHOTO, SHOTS, World


def _finished() -> World:
    world = walk(World(), "finished")
    world.later(minutes=31)
    return world


def _accept(world: World, photo: str) -> dict[str, Any]:
    items = [a["id"] for a in world.facts().rulebook.template["acceptance"]]
    return {"items": items, "photos": [photo], **SIGNED}


def _codes(outcome: object) -> list[str]:
    assert isinstance(outcome, Refused)
    return [reason.code for reason in outcome.reasons]


def test_the_photo_of_the_request_shows_no_cold_place() -> None:
    refused = _finished().give("wang", "check_residual_fire", {"photo": PHOTO, "clear": True})
    assert _codes(refused) == ["photo_reused"]


def test_the_photo_of_the_fire_watch_accepts_nothing() -> None:
    world = _finished()
    shot = world.shot()
    world.must("wang", "check_residual_fire", {"photo": shot, "clear": True})
    assert _codes(world.give("wei", "accept", _accept(world, shot))) == ["photo_reused"]
    world.must("wei", "accept", _accept(world, world.shot()))


def test_a_photo_shown_in_vain_may_be_shown_again() -> None:
    world = _finished()
    shot = world.shot()
    assert "photo_reused" not in _codes(world.give("wei", "accept", _accept(world, shot)))
    world.must("wang", "check_residual_fire", {"photo": SHOTS[-1], "clear": True})
    world.must("wei", "accept", _accept(world, shot))


@pytest.mark.parametrize("photo", [PHOTO, None])
def test_a_place_is_cleared_with_a_new_photo_only(photo: str | None) -> None:
    world = walk(World(type="confined"), "active")
    world.must("zhao", "void", {"reason": "r"})
    outcome = world.give("feng", "confirm_clear", {**CLEAR, "photo": photo or world.shot()})
    assert isinstance(outcome, Refused) == (photo == PHOTO)

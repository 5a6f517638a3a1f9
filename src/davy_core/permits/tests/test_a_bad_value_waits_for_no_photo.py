"""A value out of its limits is kept at once, whatever else speaks against it; a good one is not (S15)."""

from __future__ import annotations

from typing import Any

import pytest

from davy_core.permits.tests.paper import codes, permit_of
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World

NEVER_CAME = "f" * 64


@pytest.fixture
def world() -> World:
    return walk(World(type="leak_sealing"), "active")


def value(amount: str, **photo: Any) -> dict[str, Any]:
    return {"record": "wall", "value": amount, **photo}


@pytest.mark.parametrize(
    ("photo", "code"), [({"photo": NEVER_CAME}, "photo_unknown"), ({}, "record_photo_missing")]
)
def test_the_photo_that_is_missing_is_told_and_holds_nothing_up(
    world: World, photo: dict[str, str], code: str
) -> None:
    told = world.must("wang", "record_value", value("1.9", **photo))
    assert (told[0].type, told[0].data["ok"]) == ("ValueRecorded", False)
    assert told[0].data["doubts"] == [code]
    newest = permit_of(world).newest("wall")
    assert newest is not None
    assert not newest.ok


@pytest.mark.parametrize(
    ("photo", "code"), [({"photo": NEVER_CAME}, "photo_unknown"), ({}, "record_photo_missing")]
)
def test_a_good_value_is_nothing_without_its_photo(world: World, photo: dict[str, str], code: str) -> None:
    assert code in codes(world, "wang", "record_value", value("6.2", **photo))


def test_what_is_no_value_says_nothing(world: World) -> None:
    assert codes(world, "wang", "record_value", value("1..9")) == ["record_wrong"]

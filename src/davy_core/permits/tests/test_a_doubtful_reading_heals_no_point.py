"""A point that failed is good again by a good reading, not by one of a clock nobody vouches for (S4)."""

from __future__ import annotations

import pytest

from davy_core.permits.facts import Clock
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World
from davy_core.permits.view_gas import failing_points


@pytest.mark.parametrize(("quality", "heals"), [("device_free", False), ("server", True)])
def test_only_a_reading_that_passes_takes_the_failure_back(quality: Clock, *, heals: bool) -> None:
    world = walk(World(type="hot"), "active")
    world.must("zhou", "record_round", {"readings": world.readings("3")})
    assert world.permit is not None
    failed = failing_points(world.permit)
    assert failed
    world.later(minutes=5)
    world.must("zhou", "record_round", {"readings": world.readings()}, clock=quality)
    assert failing_points(world.permit) == (frozenset() if heals else failed)

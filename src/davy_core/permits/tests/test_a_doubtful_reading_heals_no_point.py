"""A point that failed is good again by a good reading, not by one of a clock nobody vouches for (S4)."""

from __future__ import annotations

import pytest

from davy_core.instants import iso
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


def test_another_substance_measured_good_there_takes_no_failure_back() -> None:
    world = walk(World(type="confined"), "issued")
    whole = world.readings()
    burns = next(row for row in whole if row["substance"] != "oxygen")
    world.later(minutes=1)
    bad = {**burns, "value": {**burns["value"], "value": "3"}, "sampled_at": iso(world.now)}
    world.must("zhou", "record_round", {"readings": [bad]})
    assert world.permit is not None
    assert failing_points(world.permit) == {burns["point"]}
    world.later(minutes=1)
    air = [r for r in whole if r["substance"] == "oxygen" and r["point"] == burns["point"]]
    world.must("zhou", "record_round", {"readings": [{**air[0], "sampled_at": iso(world.now)}]})
    assert failing_points(world.permit) == {burns["point"]}
    world.later(minutes=1)
    world.must("zhou", "record_round", {"readings": [{**burns, "sampled_at": iso(world.now)}]})
    assert failing_points(world.permit) == frozenset()

"""A permit goes into its row and comes back the same, whatever state it is in."""

import json

import pytest

from davy_core.permits.plain import from_plain, to_plain
from davy_core.permits.state import Permit
from davy_core.permits.tests.walk import step
from davy_core.permits.tests.world import World


@pytest.mark.parametrize("work_type", ["hot", "confined"])
def test_after_every_step_the_row_reads_back_as_the_permit(work_type: str) -> None:
    world = World(type=work_type)
    steps = 0
    while (found := step(world)) is not None:
        world.later(minutes=31 if found[1] == "check_residual_fire" else 1)
        world.must(*found)
        kept = json.loads(json.dumps(to_plain(world.permit)))
        assert from_plain(Permit, kept) == world.permit
        steps += 1
    assert steps > 30


def test_a_row_of_an_earlier_release_reads_with_what_it_has() -> None:
    world = World()
    world.must("li", "draft", world.request())
    kept = to_plain(world.permit)
    del kept["reminders"], kept["unknown_since"], kept["place_handed_to"]
    assert from_plain(Permit, kept) == world.permit


def test_a_row_without_its_place_is_no_permit() -> None:
    world = World()
    world.must("li", "draft", world.request())
    kept = to_plain(world.permit)
    del kept["place"]
    with pytest.raises(TypeError):
        from_plain(Permit, kept)

"""或签 会签 依次: who signs, in which order, and when a stage is complete."""

from davy_core.permits.tests.signing import codes, ready, sign, stage
from davy_core.permits.tests.world import World

LAST = stage("last", "leader", on_site=True)
BOTH = ("area_head", "safety_dept")


def _current(world: World) -> str | None:
    assert world.permit is not None
    found = world.permit.stage()
    return found.id if found else None


def test_any_of_the_posts_is_enough() -> None:
    world = ready(stage("first", *BOTH), LAST)
    assert codes(sign(world, "zheng")) == set()
    assert _current(world) == "last"


def test_all_of_the_posts_sign_in_whatever_order() -> None:
    world = ready(stage("first", *BOTH, mode="all"), LAST)
    assert codes(sign(world, "zheng")) == set()
    assert _current(world) == "first"
    assert codes(sign(world, "zheng")) == {"signed_already"}
    assert codes(sign(world, "zhao")) == set()
    assert _current(world) == "last"


def test_in_a_sequence_each_waits_for_the_one_before() -> None:
    world = ready(stage("first", *BOTH, mode="sequence"), LAST)
    assert codes(sign(world, "zheng")) == {"not_your_turn"}
    assert codes(sign(world, "zhao")) == set()
    assert codes(sign(world, "zheng")) == set()
    assert _current(world) == "last"


def test_two_posts_in_one_hand_are_one_signature_and_not_two() -> None:
    world = World(type="hot")
    world.posts["safety_dept"] = world.posts["area_head"]
    ready(stage("first", *BOTH, mode="all"), LAST, world=world)
    assert codes(sign(world, "zhao")) == set()
    assert codes(sign(world, "zhao")) == {"signed_already"}
    assert _current(world) == "first"


def test_the_last_signature_issues_and_no_earlier_one() -> None:
    world = ready(
        stage("first", "area_head"), stage("last", "leader", "safety_dept", mode="all", on_site=True)
    )
    for who, state in (("zhao", "submitted"), ("chen", "submitted"), ("zheng", "issued")):
        assert codes(sign(world, who)) == set()
        assert world.permit is not None
        assert world.permit.state == state


def test_a_running_permit_keeps_the_route_it_started_with() -> None:
    world = ready(stage("first", "area_head"), LAST)
    assert [s.id for s in (world.permit.stages if world.permit else ())] == ["first", "last"]
    # The shipped table says area and safety department today; this permit was submitted under another.
    assert codes(sign(world, "zhao")) == set()
    assert codes(sign(world, "zheng")) == {"not_your_duty"}
    assert codes(sign(world, "chen")) == set()
    assert world.permit is not None
    assert world.permit.state == "issued"

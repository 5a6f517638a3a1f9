"""Vacant post → deputy → superior at the moment of signing; if nobody is left, why, and who sees to it."""

from davy_core.permits.entitled import stuck
from davy_core.permits.facts import Delegate, Person, Post
from davy_core.permits.tests.signing import codes, may_sign, ready, sign, stage
from davy_core.permits.tests.world import World

ROUTE = (stage("area", "area_head"), stage("leader", "leader", on_site=True))
AWAY = Post(holder="zhao", superior="safety_dept")


def _ready() -> World:
    return ready(*ROUTE)


def _frozen(world: World, *people: str) -> None:
    for person in people:
        world.people[person] = Person(person, "frozen")


def test_the_one_who_signs_is_found_when_he_signs() -> None:
    world = _ready()
    world.posts["area_head"] = Post("zhao", "sun", "safety_dept")
    assert may_sign(world) == {"zhao", "sun"}
    _frozen(world, "zhao")
    assert may_sign(world) == {"sun"}
    _frozen(world, "sun")
    assert may_sign(world) == {"zheng"}
    assert codes(sign(world, "zheng")) == set()


def test_who_works_on_the_permit_is_passed_over() -> None:
    world = _ready()
    world.posts["area_head"] = Post("li", None, "safety_dept")
    assert may_sign(world) == {"zheng"}
    assert codes(sign(world, "li")) == {"separation_of_duties"}


def test_a_stage_with_nobody_above_is_stuck_and_says_whose_business_that_is() -> None:
    world = _ready()
    world.posts["area_head"] = Post(None)
    permit = world.permit
    assert permit is not None
    found = stuck(permit, permit.stages[0], world.facts())
    assert found is not None
    assert (found.stage, found.post, found.reason) == ("area", "area_head", "vacant")
    assert (found.owner, found.people) == ("safety_dept", ("zheng",))
    world.posts |= dict.fromkeys(("safety_dept", "production_head", "leader"), Post(None))
    found = stuck(permit, permit.stages[0], world.facts())
    assert found is not None
    assert found.owner is None


def test_a_stage_whose_only_holder_has_signed_already_is_stuck_too() -> None:
    world = _ready()
    world.posts["leader"] = Post("zhao")
    sign(world, "zhao")
    permit = world.permit
    assert permit is not None
    found = stuck(permit, permit.stages[1], world.facts())
    assert found is not None
    assert (found.post, found.reason) == ("leader", "conflict")


def test_a_stage_that_somebody_can_sign_is_not_stuck() -> None:
    world = _ready()
    permit = world.permit
    assert permit is not None
    assert stuck(permit, permit.stages[0], world.facts()) is None
    world.posts["area_head"] = AWAY
    _frozen(world, "zhao")
    assert stuck(permit, permit.stages[0], world.facts()) is None


def _sent(by: str, *types: str) -> Post:
    return Post(holder="zhao", delegates=(Delegate("sun", by, "d1", types),))


def test_a_delegate_signs_and_his_signature_says_so() -> None:
    world = _ready()
    world.posts["area_head"] = _sent("zhao")
    assert codes(sign(world, "sun")) == set()
    assert [e.data for e in world.history if e.type == "StageSigned"][-1]["delegation"] == "d1"


def test_who_holds_the_post_signs_in_his_own_name() -> None:
    world = _ready()
    world.posts["area_head"] = _sent("zhao")
    sign(world, "zhao")
    assert "delegation" not in [e.data for e in world.history if e.type == "StageSigned"][-1]


def test_a_delegation_for_other_work_entitles_to_nothing() -> None:
    world = _ready()
    world.posts["area_head"] = _sent("zhao", "confined")
    assert codes(sign(world, "sun")) == {"not_your_duty"}


def test_nobody_approves_his_own_work_through_a_delegate() -> None:
    world = _ready()
    world.posts["area_head"] = Post(
        holder="li", delegates=(Delegate("sun", "li", "d1"),), superior="safety_dept"
    )
    assert may_sign(world) == {"zheng"}


def test_a_delegate_who_is_frozen_signs_nothing() -> None:
    world = _ready()
    world.posts["area_head"] = _sent("zhao")
    _frozen(world, "sun")
    assert may_sign(world) == {"zhao"}

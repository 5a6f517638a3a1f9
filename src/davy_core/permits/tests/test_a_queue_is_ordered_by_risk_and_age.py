"""The order of an approval queue: urgent repair, colour, level, age. It decides nothing."""

from __future__ import annotations

from dataclasses import replace

from davy_core.permits.facts import Delegate, Post
from davy_core.permits.queueing import asked_of, hindrances, rank
from davy_core.permits.state import Permit
from davy_core.permits.tests.signing import codes, ready, sign, stage
from davy_core.permits.tests.world import World

ROUTE = (stage("area", "area_head"), stage("leader", "leader", on_site=True))
HOT = ("special", "first", "second")


def _permit(world: World) -> Permit:
    assert world.permit is not None
    return world.permit


def test_the_gravest_comes_first_and_of_equals_the_oldest() -> None:
    permit = replace(_permit(ready(*ROUTE)), risk_grade="yellow", level="second")
    since = permit.stage_since
    assert since is not None
    urgent = rank(replace(permit, urgent=True, risk_grade="blue"), HOT, since)
    red = rank(replace(permit, risk_grade="red"), HOT, since)
    special = rank(replace(permit, level="special"), HOT, since)
    older = rank(permit, HOT, since.replace(year=2025))
    newer = rank(permit, HOT, since)
    flat = rank(replace(permit, level="none"), HOT, since)
    assert urgent < red < special < older < newer < flat


def test_what_nobody_graded_counts_as_the_gravest() -> None:
    permit = replace(_permit(ready(*ROUTE)), risk_grade="orange", level="special")
    since = permit.stage_since
    assert rank(replace(permit, risk_grade=None), HOT, since) < rank(permit, HOT, since)
    assert rank(replace(permit, level="unheard_of"), HOT, since) <= rank(permit, HOT, since)


def test_it_is_the_business_of_who_signs_and_of_who_holds_the_post() -> None:
    world = ready(*ROUTE)
    area = _permit(world).stages[0]
    world.posts["area_head"] = Post("zhao", "sun", "safety_dept", (Delegate("chen", "zhao", "d1"),))
    found = {
        who: asked_of(_permit(world), area, who, world.facts()) for who in ("zhao", "sun", "chen", "zheng")
    }
    assert {who: one.standing for who, one in found.items() if one} == {
        "zhao": "holder", "sun": "deputy", "chen": "delegate",
    }  # fmt: skip
    assert found["chen"] is not None
    assert found["chen"].sent_by == "zhao"
    world.posts["area_head"] = Post("li", None, "safety_dept")
    own = asked_of(_permit(world), area, "li", world.facts())
    above = asked_of(_permit(world), area, "zheng", world.facts())
    assert own is not None
    assert above is not None
    assert (own.standing, above.standing) == ("holder", "superior")


def test_who_has_signed_waits_for_others() -> None:
    world = ready(stage("both", "area_head", "safety_dept", mode="all"), ROUTE[1])
    assert codes(sign(world, "zhao")) == set()
    assert asked_of(_permit(world), _permit(world).stages[0], "zhao", world.facts()) is None


def test_what_stands_in_the_way_is_what_the_door_would_say() -> None:
    world = ready(*ROUTE)
    assert hindrances(_permit(world), "zhao", world.facts()) == ()
    assert {r.code for r in hindrances(_permit(world), "li", world.facts())} == codes(sign(world, "li"))
    bare = replace(_permit(world), rounds=())
    told = hindrances(bare, "zhao", world.facts())
    assert {r.code for r in told} == {"requirement_not_met"}
    assert all(r.missing and r.missing["clause"] for r in told)


def test_nothing_is_asked_of_anybody_once_it_is_decided() -> None:
    world = ready(*ROUTE)
    assert [r.code for r in hindrances(replace(_permit(world), state="issued"), "zhao", world.facts())] == [
        "wrong_state"
    ]

"""A plant of 40 posts with vacancies, deputies and delegations: random routes, random hands, any order.

Nothing is issued without every required signature of distinct entitled persons, nobody signs his own work,
and what cannot go on says why and whose business that is.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from davy_core.approvals.route import MODES
from davy_core.outcome import Accepted
from davy_core.permits.apply_route import stage_of
from davy_core.permits.entitled import awaited, entitled, post_of, signers, stuck
from davy_core.permits.facts import Delegate, Facts, Person, Post
from davy_core.permits.state import Permit
from davy_core.permits.tests.signing import ready, sign, stage
from davy_core.permits.tests.world import CREW, World

DEPTH = int(os.environ.get("DAVY_DEPTH", "100"))
ROUTES = max(100, min(4 * DEPTH, 10_000))
AREAS = 12
STAFF = [f"p{n:02d}" for n in range(60)]
CREW_NAMES = ["li", "wang", "qian", "zhou", "wu"]
SEEN: Counter[str] = Counter()


def _plant(dice: Any) -> dict[str, Post]:
    """40 posts: of 12 areas its head, its engineer and its shift leader, and the four of the plant. Somebody
    may hold several, or none; a chain may lead nowhere."""
    top = ["leader", "production_head", "safety_dept", "equipment_dept"]
    posts: dict[str, Post] = {}
    for code in top + [f"{kind}_{n}" for n in range(AREAS) for kind in ("head", "engineer", "shift")]:
        above = dice.choice([*top, None]) if code in top else dice.choice([*top, *top, None])
        posts[code] = Post(
            holder=_somebody(dice, 0.7),
            deputy=_somebody(dice, 0.3),
            superior=None if above == code else above,
            delegates=_sent(dice),
        )
    assert len(posts) == 40
    return posts


def _somebody(dice: Any, often: float) -> str | None:
    if dice.random() > often:
        return None
    return str(dice.choice(CREW_NAMES if dice.random() < 0.1 else STAFF))


def _sent(dice: Any) -> tuple[Delegate, ...]:
    if dice.random() > 0.15:
        return ()
    by = dice.choice([*STAFF, *CREW_NAMES])
    return (
        Delegate(dice.choice([*STAFF, *CREW_NAMES]), by, "d", dice.choice([(), ("hot",), ("confined",)])),
    )


@cache
def _prepared() -> World:
    return ready()


def _world(dice: Any) -> World:
    """A permit that lacks only signatures, on a route made of these posts."""
    world = _prepared().copy()
    world.posts = {**world.posts, **_plant(dice)}
    world.people |= {name: Person(name, dice.choice(["active"] * 9 + ["frozen"])) for name in STAFF}
    codes = sorted(_plant(dice))
    stages = []
    for n in range(dice.randint(1, 5)):
        found = dice.sample(codes, dice.choice([1, 1, 1, 2, 3]))
        stages.append(stage(f"s{n}", *found, mode=dice.choice(MODES)))
    pinned = [{**s, "deadline_s": 7200, "covers": []} for s in stages]
    permit = world.permit
    assert permit is not None
    world.permit = replace(permit, stages=tuple(stage_of(row) for row in pinned), signatures=())
    return world


def _step(world: World, dice: Any) -> None:
    """Somebody does something with the decision: mostly who may, sometimes anybody; now and then a post
    changes hands."""
    permit, facts = world.permit, world.facts()
    assert permit is not None
    current = permit.stage()
    assert current is not None
    mine = [p for post in awaited(permit, current) for p in signers(permit, current, post, facts)]
    who = dice.choice(mine) if mine and dice.random() < 0.7 else dice.choice([*STAFF, *CREW_NAMES])
    why = {"reason": "r"}
    match dice.choices(["sign", "add", "hand", "back", "staff"], [12, 1, 2, 1, 1])[0]:
        case "sign":
            _signed(world, who, facts)
        case "add":
            _count("add", world.give(who, "add_signer", {"post": dice.choice(sorted(world.posts)), **why}))
        case "hand":
            post = dice.choice(current.posts)
            to = dice.choice([*entitled(permit, post, facts), *STAFF[:3]])
            _count("hand", world.give(who, "transfer_decision", {"to": to, **why}))
        case "back":
            to = dice.choice([s.id for s in permit.stages])
            _count("back", world.give(who, "return_to_stage", {"stage": to, **why}))
        case _:
            code = dice.choice(sorted(world.posts))
            world.posts[code] = replace(world.posts[code], holder=_somebody(dice, 0.6))


def _count(what: str, outcome: object) -> None:
    SEEN[what] += isinstance(outcome, Accepted)


def _signed(world: World, who: str, facts: Facts) -> None:
    before = world.permit
    assert before is not None
    current = before.stage()
    assert current is not None
    post = post_of(before, current, who, facts)
    if isinstance(sign(world, who), Accepted):
        SEEN["signed"] += 1
        assert post is not None, "signed by somebody who was not entitled"
        assert who not in before.own_work(), "signed his own work"
        assert who not in {s.person for s in before.signatures}, "signed twice"
        assert post in awaited(before, current), "signed out of turn"
    else:
        assert world.permit == before


def _issued_by_all(permit: Permit) -> None:
    for one in permit.stages:
        given = [s for s in permit.signatures if s.stage == one.id]
        assert {s.post for s in given} <= set(one.posts)
        assert {s.post for s in given} == set(one.posts) or one.mode == "any", f"{one.id} lacks a signature"
        assert given, f"{one.id} was signed by nobody"
    people = [s.person for s in permit.signatures]
    assert len(people) == len(set(people)), "one person stands for two"
    assert not set(people) & permit.own_work()


def _says_why(world: World) -> None:
    """What waits either has somebody who may sign it, or a reason and an owner."""
    permit, facts = world.permit, world.facts()
    assert permit is not None
    current = permit.stage()
    assert current is not None
    hands = [p for post in awaited(permit, current) for p in signers(permit, current, post, facts)]
    found = stuck(permit, current, facts)
    if found is None:
        assert hands, "nobody can sign, and nobody says so"
        return
    SEEN[found.reason] += 1
    assert found.post in awaited(permit, current)
    assert not signers(permit, current, found.post, facts)
    assert found.reason in {"vacant", "conflict"}
    assert found.people or found.owner is None
    SEEN["registrar"] += found.owner is None


@settings(
    max_examples=ROUTES,
    deadline=None,
    derandomize=DEPTH <= 100,
    suppress_health_check=list(HealthCheck),
)
@given(dice=st.randoms(use_true_random=True))
def _one_route(dice: Any) -> None:
    world = _world(dice)
    for _ in range(40):
        assert world.permit is not None
        if world.permit.state != "submitted":
            break
        _says_why(world)
        _step(world, dice)
    assert world.permit is not None
    SEEN[world.permit.state] += 1
    if world.permit.state == "issued":
        _issued_by_all(world.permit)


def test_no_route_of_a_whole_plant_is_issued_unsigned_or_stuck_in_silence() -> None:
    SEEN.clear()
    assert set(CREW_NAMES) >= {CREW["responsible"], CREW["guardian"]}
    _one_route()
    met = {"signed", "add", "hand", "back", "issued", "submitted", "vacant", "conflict", "registrar"}
    assert all(SEEN[what] for what in met), SEEN

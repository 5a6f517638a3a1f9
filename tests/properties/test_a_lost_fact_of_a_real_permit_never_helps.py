"""S1 on real permits: whatever fact of a permit's own view is lost, what stood in the way goes on standing.

The vectors of the packs are written by hand; here the facts are those that `view` makes of permits on their
way, good ones and spoilt ones, so that a fact that only the code knows is tried too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from davy_core.permits.command import Command
from davy_core.permits.facts import Neighbour, Special
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import PERMIT, World
from davy_core.permits.view import view
from davy_core.rules.erasure import without_each
from davy_core.rules.evaluate import judge, judge_all


def _nothing(world: World) -> None:
    """As it is."""


def _old(world: World) -> None:
    world.later(minutes=45)


def _next_day(world: World) -> None:
    world.later(hours=20)


def _windy_and_silent(world: World) -> None:
    world.wind, world.contact_age, world.clock_ok = 6, timedelta(minutes=9), False


def _unknown(world: World) -> None:
    world.wind, world.contact_age, world.calendar_set = None, None, False
    world.ground = replace(world.ground, area_class=None, fence_m=None)


def _crowded(world: World) -> None:
    live = Neighbour("other", "hot", "sun", "DH-2", "active", "none", same_point=True, overlaps=True)
    left = Neighbour("third", "hot", "sun", "DH-3", "voided", "open", same_point=True, overlaps=False)
    world.neighbours = (live, left)
    world.specials = (Special("night", world.now - timedelta(hours=1), world.now + timedelta(hours=9)),)


def _unfit(world: World) -> None:
    for who, status in (("qian", "frozen"), ("wang", "left")):
        world.people[who] = replace(world.people[who], status=status, certificates=(), live_guarded=1)


SPOILT: Mapping[str, Callable[[World], None]] = {
    "good": _nothing, "old": _old, "next day": _next_day, "windy and silent": _windy_and_silent,
    "unknown": _unknown, "crowded": _crowded, "unfit": _unfit,
}  # fmt: skip
PLACES = {
    "draft": ("submit",),
    "submitted": ("sign_stage", "issue"),
    "issued": ("verify_ticket", "start"),
    "active": ("enter_space", "finish"),
    "paused": ("resume",),
    "finished": ("accept",),
}


def _in(work_type: str, state: str) -> World:
    world = World(type=work_type)
    if state == "draft":
        world.must("li", "draft", world.request())
        return world
    walk(world, "active" if state == "paused" else state)
    if state == "paused":
        world.must("feng", "stop")
        world.later(minutes=40)
    return world


@pytest.mark.parametrize("spoilt", SPOILT)
@pytest.mark.parametrize("state", PLACES)
@pytest.mark.parametrize("work_type", ["hot", "confined"])
def test_no_fact_lost_lets_a_refused_permit_pass(work_type: str, state: str, spoilt: str) -> None:
    world = _in(work_type, state)
    SPOILT[spoilt](world)
    book = world.facts().rulebook
    for kind in PLACES[state]:
        assert world.permit is not None
        facts = view(world.permit, Command("c", kind, PERMIT), world.facts("li"))
        for r in book.requirements:
            if (kind in r.at or state in r.states) and not judge(r, facts, world.now).passes:
                # No other group of facts can matter to it than those its expressions name.
                read = {name: value for name, value in facts.items() if f"{name}." in f"{r.holds} {r.when}"}
                for path, lesser in without_each(read):
                    assert not judge(r, lesser, world.now).passes, f"without {path}, {r.id} lets {kind} pass"


def test_the_spoilt_permits_are_refused_for_many_reasons() -> None:
    found: set[str] = set()
    for state, kinds in PLACES.items():
        for spoil in SPOILT.values():
            world = _in("hot", state)
            spoil(world)
            assert world.permit is not None
            facts = view(world.permit, None, world.facts("li"))
            asked = [r for r in world.facts().rulebook.requirements if r.at & set(kinds) or state in r.states]
            found |= {j.requirement for j in judge_all(asked, facts, world.now) if not j.passes}
    assert len(found) > 25, sorted(found)

"""A permit that lacks nothing but signatures, on any route, and the hands that sign it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from davy_core.outcome import Outcome, Refused
from davy_core.permits.entitled import signers
from davy_core.permits.tests.book import rulebook
from davy_core.permits.tests.walk import SIGNED, step
from davy_core.permits.tests.world import World

STAGE: Mapping[str, Any] = {
    "mode": "any",
    "on_site": False,
    "radius_m": 5,
    "deadline": "7200s",
    "superior": "leader",
}


def stage(name: str, *posts: str, **over: Any) -> dict[str, Any]:
    """A stage as a route table has it."""
    return {**STAGE, "id": name, "title": {"zh": name, "en": name}, "posts": list(posts), **over}


def ready(*stages: Mapping[str, Any], world: World | None = None, **request: Any) -> World:
    """A hot work permit whose route is these stages (none: the shipped one), prepared up to the first
    signature."""
    found = world or World(type="hot")
    found.must("li", "draft", found.request(**request))
    row = {"id": "t", "clause": "t", "when": {"type": found.type}, "stages": list(stages)}
    over = {"rulebook": replace(rulebook(found.type), routes=(row,))} if stages else {}
    found.must("li", "submit", {}, **over)
    while (next_step := step(found)) is not None and next_step[1] != "sign_stage":
        found.must(*next_step)
    return found


def sign(world: World, who: str, **over: Any) -> Outcome:
    """His signature on the current stage."""
    assert world.permit is not None
    current = world.permit.stage()
    assert current is not None
    template = world.facts().rulebook.template
    seen = [*template.get("critical", ()), *(m.id for m in world.permit.measures if m.critical and m.applies)]
    return world.give(who, "sign_stage", {"stage": current.id, "confirmed": seen, **SIGNED}, **over)


def codes(outcome: Outcome) -> set[str]:
    """Why it was refused; empty when it was not."""
    return {r.code for r in outcome.reasons} if isinstance(outcome, Refused) else set()


def may_sign(world: World) -> set[str]:
    """Who may sign the current stage now."""
    assert world.permit is not None
    current = world.permit.stage()
    assert current is not None
    return {p for post in current.posts for p in signers(world.permit, current, post, world.facts())}

"""A record sheet that was filled by hand: what its lines look like when they are entered."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from davy_core.instants import iso
from davy_core.outcome import Refused
from davy_core.permits.state import Permit
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import SHOTS, World


def filled() -> World:
    """At work with a record sheet that was printed forty minutes ago."""
    world = walk(World(type="hot"), "active")
    world.must("li", "print_sheet", {"purpose": "fill"})
    world.later(minutes=40)
    return world


def line(world: World, what: str, *, ago: int = 20, **over: Any) -> dict[str, Any]:
    """A line that 王班 wrote so many minutes ago."""
    at = iso(world.now - timedelta(minutes=ago))
    return {"sheet": 1, "what": what, "wrote": "wang", "written_at": at, "photos": [SHOTS[-1]], **over}


def gas(world: World, amount: str | None = None) -> list[dict[str, Any]]:
    """Readings as they stand on paper: without a time of their own."""
    return [{k: v for k, v in row.items() if k != "sampled_at"} for row in world.readings(amount)]


def permit_of(world: World) -> Permit:
    """The permit as it stands."""
    assert world.permit is not None
    return world.permit


def codes(world: World, who: str, kind: str, body: dict[str, Any], **over: Any) -> list[str]:
    """Why the door refuses it."""
    outcome = world.give(who, kind, body, **over)
    assert isinstance(outcome, Refused)
    return [r.code for r in outcome.reasons]

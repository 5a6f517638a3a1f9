"""Permits for the clock: a plant on a Monday morning, and permits of it that run or wait."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant
from davy.db import rows, tenant

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai


def submitted(plant: Plant) -> Hands:
    """A permit that waits for its first signature."""
    hands = Hands(plant)
    journeys.draft_hot(hands)
    return hands


def active(plant: Plant) -> Hands:
    """Hot work that goes on."""
    hands = submitted(plant)
    journeys.get_to_work(hands)
    return hands


def ticks(plant: Plant, permit: UUID | None = None) -> int:
    """How many ticks the door carried out, for one permit or all of the plant."""
    with tenant.company(plant.company):
        found = rows.one(
            "SELECT count(*) AS n FROM door_command"
            " WHERE kind = 'tick' AND (%s::uuid IS NULL OR stream_id = %s)",
            (permit, permit),
        )
    assert found is not None
    return int(found["n"])


def row(hands: Hands) -> dict[str, Any]:
    """What the clock and the board know of the permit."""
    with tenant.company(hands.plant.company):
        found = rows.one(
            "SELECT state, clearance, version, next_check_at, causes, doc->>'ended_at' AS ended_at"
            " FROM permits_permit WHERE id = %s",
            (hands.permit,),
        )
    assert found is not None
    return found


def events(hands: Hands) -> list[str]:
    """The types of the permit's events, in order."""
    with tenant.company(hands.plant.company):
        found = rows.many(
            "SELECT type FROM evidence_event WHERE kind = 'permit' AND stream_id = %s ORDER BY seq",
            (hands.permit,),
        )
    return [e["type"] for e in found]

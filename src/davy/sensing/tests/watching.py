"""A permit that goes on, and a meter that serves it: calibrated, bump-tested and bound as people do it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant
from davy.db import rows, tenant
from davy.door.envelope import parse, seal
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.evidence import queries as evidence
from davy.ids import uuid7
from davy.instruments import queries
from davy_core.instants import iso

__all__ = ["MORNING", "bind", "causes", "episodes", "live", "ready", "release", "retire", "take_off", "wear"]

MORNING = datetime(2026, 11, 16, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai


def live(plant: Plant) -> Hands:
    """Hot work that goes on, on a line that held methanol."""
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def ready(plant: Plant, instrument: UUID) -> None:
    """郑工 calibrates it, 周工 bump-tests it."""
    _give(plant, "zheng", instrument, "calibrate_instrument", {"on": iso(clock.now() - timedelta(days=1))})
    _give(plant, "zhou", instrument, "bump_test_instrument", {"passed": True})


def bind(hands: Hands, instrument: UUID) -> None:
    """李工 scans its code: it serves his permit."""
    with tenant.company(hands.plant.company):
        code = queries.code_of(hands.plant.company, instrument)
    body = {"code": code, "permit": str(hands.permit), "point": "representative"}
    _give(hands.plant, "li", instrument, "bind_instrument", body)


def wear(plant: Plant, who: str, instrument: UUID) -> None:
    """He scans its code and puts it on."""
    with tenant.company(plant.company):
        code = queries.code_of(plant.company, instrument)
    _give(plant, who, instrument, "bind_instrument", {"code": code, "person": plant.person(who)})


def take_off(plant: Plant, who: str, instrument: UUID) -> None:
    """He takes it off."""
    _give(plant, who, instrument, "release_instrument", {})


def release(hands: Hands, instrument: UUID) -> None:
    """He takes it away."""
    _give(hands.plant, "li", instrument, "release_instrument", {})


def retire(hands: Hands, instrument: UUID) -> None:
    """郑工 takes it out of the register."""
    _give(hands.plant, "zheng", instrument, "retire_instrument", {"reason": "传感器失效"})


def causes(hands: Hands) -> tuple[str, list[str]]:
    """The state of the permit, and why it is paused."""
    with tenant.company(hands.plant.company):
        found = rows.one("SELECT state, causes FROM permits_permit WHERE id = %s", (hands.permit,))
    assert found is not None
    return found["state"], sorted(found["causes"])


def episodes(hands: Hands) -> list[str]:
    """What the permit was told of its instruments, in order: step and rule."""
    with tenant.company(hands.plant.company):
        told = evidence.events(hands.plant.company, "permit", hands.permit)
    found = [e for e in told if e.type.startswith("Episode")]
    rules = {e.data["episode"]: e.data["rule"] for e in found if "rule" in e.data}
    return [f"{e.type} {rules[e.data['episode']]}" for e in found]


def _give(plant: Plant, who: str, instrument: UUID, kind: str, body: dict[str, Any]) -> None:
    member = plant.people[who]
    data = {
        "v": 1,
        "id": str(uuid7()),
        "company": str(plant.company),
        "stream": f"instrument/{instrument}",
        "kind": kind,
        "base_version": None,
        "body": body,
        "occurred_at": iso(clock.now()),
        "app": "test",
    }
    answer = execute(parse(seal(data)), Sender("person", member.person, member.account))
    assert answer["verdict"] == "accepted", answer

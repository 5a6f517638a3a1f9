"""Gives commands for the simulated people, through the door like everybody's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.building.hands import envelope
from davy.demo.cast import Cast, Spot
from davy.demo.dice import Dice
from davy.demo.scene import CLOCK, Act
from davy.door.execute import execute, execute_in
from davy.door.streams import Sender
from davy_core.signatures.ways import PASSWORD

__all__ = ["APP", "Hand"]

APP = "demo/1"
"""How the personas call themselves; whatever else calls itself otherwise is somebody real."""

SIGNS = frozenset({"sign_stage", "verify_ticket", "sign_shift", "accept", "confirm_clear"})
STRICT = frozenset({"amend", "submit", "sign_stage", "accept", "confirm_clear"})
METRES_TO_DEGREES = 1 / 111_195


class Hand:
    """Sends commands in real time, or with `at` in the simulated past, inside a block of its company."""

    def __init__(self, cast: Cast) -> None:
        """The hand of everybody in the cast."""
        self.cast = cast

    def permit(
        self, permit: str, spot: Spot, act: Act, version: int, at: datetime | None = None
    ) -> Mapping[str, Any]:
        """One command on a permit; the door's answer. Raises DoorBusyError."""
        extra: dict[str, Any] = {"position": here(spot, f"{permit} {version}")}
        if act.kind in STRICT or act.kind == "draft":
            extra["base_version"] = version
        return self._send("permit", permit, act, at, extra)

    def alarm(self, alarm: str, act: Act, at: datetime | None = None) -> Mapping[str, Any]:
        """One command on an alarm; the door's answer. Raises DoorBusyError."""
        return self._send("alarm", alarm, act, at, {})

    def _send(
        self, stream: str, stream_id: str, act: Act, at: datetime | None, extra: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        sent = envelope(
            self.cast.company,
            UUID(stream_id),
            act.kind,
            act.body,
            occurred_at=at or clock.now(),
            stream_kind=stream,
            app=APP,
            **extra,
        )
        sender = self._sender(act, at)
        # The past is played in blocks of one transaction; the present commits every command by itself.
        return execute(sent, sender) if at is None else execute_in([sent], sender)[0]

    def _sender(self, act: Act, at: datetime | None) -> Sender:
        if act.who == CLOCK:
            return Sender(CLOCK, simulated_at=at)
        person = self.cast.people[act.who]
        proof = PASSWORD if act.kind in SIGNS else None
        return Sender("person", UUID(person.id), person.account, proof, at, device=person.phone)


def here(spot: Spot, occasion: str) -> dict[str, float]:
    """A position at the point, a step aside."""
    dice = Dice(spot.id)
    aside = [dice.of(occasion, axis).uniform(-0.6, 0.6) * METRES_TO_DEGREES for axis in ("lat", "lon")]
    return {
        "lat": round(spot.lat + aside[0], 8),
        "lon": round(spot.lon + aside[1], 8),
        "accuracy_m": 3.0,
    }

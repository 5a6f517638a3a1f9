"""Hands that give commands through the door, as a person on a phone would."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.building.envelopes import AT_POINT, envelope
from davy.building.phones import marked
from davy.building.plant import Member, Plant
from davy.clock import beat
from davy.door.envelope import Envelope
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy_core.permits.command import Command
from davy_core.permits.terminals import functions
from davy_core.signatures.ways import PASSWORD

__all__ = ["AT_POINT", "Hands", "RefusedError", "envelope"]

TRIES = 20


class RefusedError(AssertionError):
    """A command that was to be accepted was refused; says why."""


def _patiently(sent: Envelope, sender: Sender) -> Mapping[str, Any]:
    """Send the same command again while somebody else is at the permit, as a phone does. Raises DoorBusyError
    when the door stays busy."""
    for _ in range(TRIES - 1):
        try:
            return execute(sent, sender)
        except DoorBusyError:
            continue
    return execute(sent, sender)


@dataclass
class Hands:
    """Gives commands on one permit. `version` follows what the door answered. `ex`: what needs a camera or a
    scanner in an Ex area is done with a phone of one's own that carries a mark (S26)."""

    plant: Plant
    permit: UUID = field(default_factory=uuid7)
    version: int = 0
    at: datetime | None = None
    ex: bool = True

    def give(
        self, who: str, kind: str, body: Mapping[str, Any] | None = None, **extra: Any
    ) -> Mapping[str, Any]:
        """Send one command as this person, standing at the point unless told otherwise; the door's answer."""
        member: Member = self.plant.people[who]
        beat.strike(jumped=False)  # the watching clock runs while hands work
        sender = Sender(
            "person",
            member.person,
            member.account,
            extra.pop("proof", PASSWORD),
            self.at,
            device=self.phone(who, kind, body or {}),
        )
        extra.setdefault("position", AT_POINT)
        extra.setdefault("base_version", self.version)
        now = self.at or clock.now()
        sent = envelope(
            self.plant.company,
            self.permit,
            kind,
            body or {},
            occurred_at=extra.pop("occurred_at", now),
            **extra,
        )
        return self._answered(_patiently(sent, sender))

    def phone(self, who: str, kind: str, body: Mapping[str, Any]) -> UUID | None:
        """The marked phone of this person, where the command uses something of it in a classed area."""
        used = functions(Command("", kind, str(self.permit), body))
        return marked(self.plant, who) if used and self.ex and self.plant.ex_zone != "none" else None

    def tick(self) -> Mapping[str, Any]:
        """Let the clock look at the permit."""
        now = self.at or clock.now()
        sent = envelope(self.plant.company, self.permit, "tick", {}, occurred_at=now)
        return self._answered(execute(sent, Sender("clock", simulated_at=self.at)))

    def must(
        self, who: str, kind: str, body: Mapping[str, Any] | None = None, **extra: Any
    ) -> Mapping[str, Any]:
        """Send and insist. Raises RefusedError with the reasons."""
        answer = self.give(who, kind, body, **extra)
        if answer["verdict"] != "accepted":
            told = [
                (r["code"], (r.get("missing") or {}).get("requirement"), r["values"])
                for r in answer["reasons"]
            ]
            raise RefusedError(f"{kind} by {who}: {told}")
        return answer

    def _answered(self, answer: Mapping[str, Any]) -> Mapping[str, Any]:
        self.version = max(self.version, int(answer["version"]))
        return answer

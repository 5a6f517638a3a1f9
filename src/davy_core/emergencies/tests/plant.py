"""An emergency in memory: facts that fit, commands by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.emergencies.apply import apply
from davy_core.emergencies.book import EmergencyBook
from davy_core.emergencies.decide import decide
from davy_core.emergencies.facts import EmergencyCommand, EmergencyFacts
from davy_core.emergencies.state import Emergency, Present
from davy_core.outcome import Accepted, Outcome

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
ID, PERMIT, AREA, SITE, ALARM, OTHER = (f"01a1ffd7-0000-7000-8000-0000000000{n}" for n in range(10, 16))
POSTS = {"kong": {"control_room"}, "zheng": {"safety_dept"}, "ding": {"shift_leader"}}


def read(*path: str) -> Any:
    """A contract as it is kept."""
    return yaml.safe_load(resources.files("davy_law").joinpath("contracts", *path).read_text("utf-8"))


@cache
def book() -> EmergencyBook:
    """The contract in force."""
    return EmergencyBook.load(read("emergencies.yaml"), read("lifecycle", "emergencies.yaml"))


@dataclass
class Plant:
    """钱焊工 (qian) is in a tank, 李工 (li) leads, 王班 (wang) guards; 孙某 (sun) is a stranger."""

    emergency: Emergency | None = None
    now: datetime = MORNING
    present: tuple[Present, ...] = (Present("qian", PERMIT, inside=True), Present("li", PERMIT, inside=False))
    types: frozenset[str] = frozenset({"confined"})
    told: tuple[str, ...] = ("wang", "kong")
    seen: list[str] = field(default_factory=list)

    def later(self, minutes: int) -> Plant:
        """Let time pass."""
        self.now += timedelta(minutes=minutes)
        return self

    def give(self, who: str, kind: str, body: Mapping[str, Any] | None = None) -> Outcome:
        """Give a command as `who` ("davy" for an alarm), and fold what comes of it."""
        person = None if who == "davy" else who
        facts = EmergencyFacts(
            now=self.now,
            book=book(),
            sender="driver" if person is None else "person",
            person=person,
            posts=frozenset(POSTS.get(who, ())),
            present=self.present,
            types=self.types,
            told=self.told,
            number="YJ-20261123-0001",
        )
        done = decide(self.emergency, EmergencyCommand(ID, kind, body or {}), facts)
        for event in done.events:
            if self.emergency is not None or event.type == "EmergencyOpened":
                self.emergency = apply(self.emergency, event.type, event.data)
        self.seen += [event.type for event in done.events]
        return done

    def open(self, alarm: str = ALARM, kind: str = "sos") -> Emergency:
        """An alarm opens it, or joins."""
        body = {"alarm": alarm, "kind": kind, "site": SITE, "area": AREA, "permit": PERMIT}
        assert isinstance(self.give("davy", "open_emergency", body), Accepted)
        assert self.emergency is not None
        return self.emergency

    def codes(self, who: str, kind: str, body: Mapping[str, Any] | None = None) -> list[str]:
        """The codes of the refusal, none when it is accepted."""
        done = self.give(who, kind, body)
        return [] if isinstance(done, Accepted) else [reason.code for reason in done.reasons]

"""A work point with a relay, a fan, a siren and a gate, and everybody who may do something there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.actuation.apply import apply
from davy_core.actuation.book import ActuationBook
from davy_core.actuation.decide import decide
from davy_core.actuation.facts import ActuationCommand, ActuationFacts, InstrumentSeen, PermitSeen
from davy_core.actuation.state import Actuation
from davy_core.explosion.marks import Zone
from davy_core.instants import iso
from davy_core.outcome import Accepted, Outcome
from davy_core.permits.facts import Fix

POINT, SITE, PERMIT = "point", "site", "permit"
T0 = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
RELAY, FAN, SIREN, GATE = "relay", "fan", "siren", "gate"
INSTRUMENTS: Mapping[str, InstrumentSeen] = {
    RELAY: InstrumentSeen("SN-R", "cutoff_relay", SITE, gateway=True),
    FAN: InstrumentSeen("SN-F", "fan", SITE, gateway=True, ex="Ex db IIC T6 Gb"),
    SIREN: InstrumentSeen("SN-S", "beacon", SITE, gateway=True),
    GATE: InstrumentSeen("SN-G", "gate", SITE, gateway=True),
}
ROWS: Sequence[Mapping[str, Any]] = (
    {"cause": "as_asked", "effect": "cut_energy", "instrument": RELAY, "feeds": ["welding"]},
    {"cause": "any_stop", "effect": "cut_energy", "instrument": RELAY, "feeds": ["welding"]},
    {"cause": "gas", "effect": "start_ventilation", "instrument": FAN, "position": "人孔 M1 旁"},
    {"cause": "man_down", "effect": "sound_siren", "instrument": SIREN},
    {"cause": "man_down", "effect": "close_entry", "instrument": GATE},
)
ASKS = {"o2_low": frozenset({"power", "siren"}), "lel_rising": frozenset({"siren"})}
SHOWN = {
    RELAY: ({"on": "0"}, {"on": "1"}),
    FAN: ({"running": "1", "flow": "300"}, {"running": "0", "flow": "0"}),
    SIREN: ({"sounding": "1"}, {"sounding": "0"}),
    GATE: ({"open": "0"}, {"open": "1"}),
}
"""What each shows when its effect holds, and when it does not."""


@cache
def book() -> ActuationBook:
    """The shipped contract."""
    text = resources.files("davy_law").joinpath("actuation", "effects.yaml").read_text(encoding="utf-8")
    return ActuationBook.load(yaml.safe_load(text))


class Place:
    """The work point as its events make it. `now` moves on by hand; `permits` are those of the place."""

    def __init__(self) -> None:
        self.state: Actuation | None = None
        self.now = T0
        self.events: list[str] = []
        self.permits: dict[str, PermitSeen] = {
            PERMIT: PermitSeen("DH-1", on_place=True, duties=frozenset({"responsible"}))
        }
        self.facts = ActuationFacts(
            now=T0, occurred_at=T0, book=book(), sender="person", person="li", active=True, site=SITE,
            zone=Zone("1"), instruments=INSTRUMENTS, asks=ASKS, fix=Fix(3.0, 5.0), fence_m=50.0,
        )  # fmt: skip
        self._named = 0

    def give(self, sender: str, kind: str, body: Mapping[str, Any] | None = None, **facts: Any) -> Outcome:
        """What comes of a command: of a person (his name) or of Davy (`driver`, `watch`, `clock`)."""
        self._named += 1
        who = {"sender": sender} if sender in {"driver", "watch", "clock"} else {"person": sender}
        known = {**who, "proposes": True, "approves": True, "fresh": f"{self._named:032x}", **facts}
        snapshot = replace(
            self.facts, now=self.now, **{"occurred_at": self.now, "permits": dict(self.permits), **known}
        )
        outcome = decide(self.state, ActuationCommand(POINT, kind, body or {}), snapshot)
        if isinstance(outcome, Accepted):
            for event in outcome.events:
                self.events.append(event.type)
                self.state = apply(self.state, event.type, event.data)
        return outcome

    def later(self, seconds: float) -> None:
        """Time passes."""
        self.now += timedelta(seconds=seconds)

    def in_force(self, rows: Sequence[Mapping[str, Any]] = ROWS) -> Place:
        """冯 proposes the table, 郑 approves it."""
        assert isinstance(self.give("feng", "propose_table", {"rows": list(rows)}), Accepted)
        assert self.state is not None
        told = {"version": self.state.versions}
        assert isinstance(self.give("zheng", "approve_table", told), Accepted)
        return self

    def happens(self, kind: str, code: str = "", permit: str = PERMIT) -> Outcome:
        """The permit tells of a pause, a rule, an alarm."""
        body = {"permit": permit, "told": [{"kind": kind, "code": code}]}
        return self.give("driver", "request_effects", body)

    def shows(self, instrument: str, values: Mapping[str, str]) -> Outcome:
        """A reading of now."""
        body = {"instrument": instrument, "values": dict(values), "taken": iso(self.now)}
        return self.give("watch", "note_reading", body)

    def answers(self, instrument: str, did: str) -> Outcome:
        """The device echoes the order that holds."""
        order = self.last(instrument)
        return self.give("watch", "note_answer", {"order": order, "instrument": instrument, "did": did})

    def last(self, instrument: str) -> str:
        """The id of the order that holds."""
        found = self.state.last(instrument) if self.state else None
        assert found is not None
        return found.id


def codes(outcome: Outcome) -> list[str]:
    """The reasons of a refusal, or nothing."""
    return [] if isinstance(outcome, Accepted) else [reason.code for reason in outcome.reasons]


def types(outcome: Outcome) -> list[str]:
    """The events of an acceptance."""
    assert isinstance(outcome, Accepted), outcome
    return [event.type for event in outcome.events]

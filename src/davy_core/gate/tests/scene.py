"""Permits and people as gates see them, real and invented."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from importlib import resources
from typing import Any

import yaml
from hypothesis import strategies as st

from davy_core.gate.apply import apply
from davy_core.gate.book import GateBook
from davy_core.gate.decide import decide
from davy_core.gate.facts import GateCommand, GateFacts
from davy_core.gate.seen import PermitSeen, PersonSeen
from davy_core.gate.state import Gate
from davy_core.outcome import Accepted, Event

NOON = datetime(2026, 11, 16, 4, tzinfo=UTC)
BOOK = GateBook.load(
    yaml.safe_load(resources.files("davy_law").joinpath("gate", "passes.yaml").read_text(encoding="utf-8"))
)
FIT = PersonSeen("active", {"worker": "valid", "guardian": "valid"})
HOUR = timedelta(hours=1)


def permit(name: str = "p1", **more: Any) -> PermitSeen:
    """Work of 李 (worker) and 王 (guardian) from 11:00 to 15:00 in the tank area, going on at noon."""
    same: dict[str, Any] = {
        "id": name,
        "number": name.upper(),
        "state": "active",
        "site": "s",
        "area": "a",
        "start": NOON - HOUR,
        "end": NOON + 3 * HOUR,
        "duties": {"li": frozenset({"worker"}), "wang": frozenset({"guardian"})},
        "people": {"li": FIT, "wang": FIT},
    }
    return PermitSeen(**{**same, **more})


class Door:
    """Gives commands to one gate and folds what comes of them."""

    def __init__(self) -> None:
        self.gate: Gate | None = None
        self.told: list[Event] = []
        self.count = 0

    def give(
        self,
        kind: str,
        body: Mapping[str, Any] | None = None,
        *,
        now: datetime = NOON,
        permits: tuple[PermitSeen, ...] = (),
        **more: Any,
    ) -> list[str]:
        """The events of the command."""
        self.count += 1
        same: dict[str, Any] = {"sender": "clock", "code": "G", "fresh": f"f{self.count}", **more}
        facts = GateFacts(now=now, book=BOOK, permits=permits, **same)
        outcome = decide(self.gate, GateCommand("g", kind, body or {}), facts)
        assert isinstance(outcome, Accepted)
        for event in outcome.events:
            self.gate = apply(self.gate, event.type, event.data)
        self.told += outcome.events
        return [event.type for event in outcome.events]

    def judge(self, *permits: PermitSeen, now: datetime = NOON, **more: Any) -> list[str]:
        """Judge with these permits."""
        return self.give("judge_passes", now=now, permits=permits, **more)

    def shown(
        self, found: Mapping[str, Any], left: Mapping[str, Any] | None = None, **more: Any
    ) -> list[str]:
        """The gate shows a list."""
        foreign = more.pop("foreign", 0)
        body = {"found": _rows(found), "left": _rows(found if left is None else left), "foreign": foreign}
        return self.give("note_answer", body, **more)

    def right(self) -> dict[str, tuple[datetime, datetime]]:
        """The list as it should be."""
        return {one.name: (one.start, one.end) for one in self.gate.live()} if self.gate else {}


def _rows(shown: Mapping[str, Any]) -> list[dict[str, str]]:
    return [
        {"name": name, "from": start.isoformat(), "until": end.isoformat()}
        for name, (start, end) in shown.items()
    ]


PEOPLE = st.sampled_from(["li", "wang", "sun"])
DUTY = st.sampled_from(["worker", "guardian", "responsible", "analyst"])
STATES = st.sampled_from(
    ["draft", "submitted", "issued", "active", "paused", "finished", "closed", "voided", "withdrawn"]
)
CAUSES = st.lists(st.sampled_from(["break", "gas", "stopped", "area_frozen"]), max_size=2).map(tuple)
VERDICTS = st.sampled_from(["valid", "not_needed", "missing", "expired", "mismatch", "unknown"])


@st.composite
def permits(draw: st.DrawFn) -> PermitSeen:
    """Any permit whatever, around noon."""
    duties = draw(st.dictionaries(PEOPLE, st.frozensets(DUTY, min_size=1, max_size=2), max_size=3))
    people = {
        who: PersonSeen(
            draw(st.sampled_from(["active", "frozen", "left"])), {duty: draw(VERDICTS) for duty in held}
        )
        for who, held in duties.items()
        if draw(st.booleans()) or draw(st.booleans())
    }
    start = NOON + timedelta(minutes=draw(st.integers(-600, 600)))
    state = draw(STATES)
    return PermitSeen(
        id=draw(st.sampled_from(["p1", "p2", "p3", "p4"])),
        number="N",
        state=state,
        site="s",
        area="a",
        start=start,
        end=start + timedelta(minutes=draw(st.integers(1, 600))),
        causes=draw(CAUSES) if state == "paused" else (),
        frozen=draw(st.booleans()),
        duties=duties,
        people=people,
    )

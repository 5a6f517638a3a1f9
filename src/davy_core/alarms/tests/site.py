"""A live permit with its people and posts, the contract of alarms, and short ways to give commands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from davy_core.alarms.book import AlarmBook
from davy_core.alarms.decide import AlarmCommand, AlarmFacts, decide
from davy_core.alarms.state import Alarm, apply
from davy_core.outcome import Accepted, Outcome
from davy_core.permits.parts import Crew, Place, Stage, Window
from davy_core.permits.state import Permit

CONTRACTS = Path(__file__).parents[3] / "davy_law" / "contracts"
BEGIN = datetime(2026, 11, 21, 0, 30, tzinfo=UTC)
LI, WANG, ZHAO, CHEN, HE = (f"0193a000-0000-7000-8000-00000000000{n}" for n in "12345")
SHIFT, CONTROL, BOSS = (f"0193a000-0000-7000-8000-00000000000{n}" for n in "678")
PERMIT, ALARM = "0193a100-0000-7000-8000-000000000001", "0193a200-0000-7000-8000-000000000001"
HELD: Mapping[str, tuple[str, ...]] = {
    "shift_leader": (SHIFT,),
    "control_room": (CONTROL,),
    "area_head": (ZHAO,),
    "leader": (BOSS,),
}


def at(minutes: float) -> datetime:
    return BEGIN + timedelta(minutes=minutes)


def holders(post: str) -> tuple[str, ...]:
    return HELD.get(post, ())


def live_permit(**changed: Any) -> Permit:
    """李工 responsible, 王班 guardian, two workers; the area head signs, the leader above him."""
    values: dict[str, Any] = {
        "id": PERMIT,
        "type": "hot",
        "place": Place("site", "area", "point"),
        "window": Window(at(90), at(570)),
        "crew": Crew(applicant=LI, responsible=LI, guardian=WANG, workers=(CHEN, HE), confirmers=(HE,)),
        "drafted_at": BEGIN,
        "state": "active",
        "number": "20261121-0001",
        "stages": (Stage("area_head", ("area_head",), superior="leader"),),
    }
    return Permit(**{**values, **changed})


def parsed(*path: str) -> Any:
    return yaml.safe_load(CONTRACTS.joinpath(*path).read_text(encoding="utf-8"))


@cache
def book() -> AlarmBook:
    return AlarmBook.load(parsed("alarms.yaml"), parsed("lifecycle", "alarms.yaml"))


def body(**changed: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "permit": PERMIT,
        "number": "20261121-0001",
        "kind": "gas_limit",
        "code": None,
        "subject": "middle",
        "episode": 1,
        "at": "2026-11-21T00:31:00.000Z",
        "by": LI,
        "tell": [WANG, SHIFT],
    }
    return {**values, **changed}


def give(
    alarm: Alarm | None,
    kind: str,
    given: Mapping[str, Any] | None = None,
    *,
    sender: str = "person",
    person: str | None = SHIFT,
    duties: tuple[str, ...] = ("shift_leader",),
    minutes: float = 1,
) -> Outcome:
    """The outcome of one command, one minute after the begin unless said otherwise."""
    facts = AlarmFacts(at(minutes), book(), sender, person, frozenset(duties))
    return decide(alarm, AlarmCommand(ALARM, kind, given or {}), facts)


def then(alarm: Alarm | None, outcome: Outcome) -> Alarm:
    """The alarm after an accepted command."""
    assert isinstance(outcome, Accepted), outcome
    for event in outcome.events:
        alarm = apply(alarm, event.type, event.data)
    assert alarm is not None
    return alarm


def raised(minutes: float = 1, **changed: Any) -> Alarm:
    return then(None, give(None, "raise_alarm", body(**changed), sender="driver", minutes=minutes))

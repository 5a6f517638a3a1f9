"""Every code of table A.4 is rung by the law itself, and reaches the authority in the row of its alarm.

A decision in which a requirement is not met raises the alarm that the requirement carries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from davy_core.alarms.from_permit import raised
from davy_core.alarms.tests.site import ALARM, book, give, holders, live_permit, then
from davy_core.exchange.alarm import alarm_row
from davy_core.permits.gates import alarm
from davy_core.rules.requirement import Requirement
from tests.contracts.decisions import Vector, requirements, vectors

# Table A.4 of AQ 3064.2-2025, copied by hand.
TABLE_A4 = (
    "01", "02", "03", "04", "05", "10", "20", "30", "31", "40", "41", "42", "43", "50", "51", "52",
    "60", "61", "62", "70", "80", "90",
)  # fmt: skip
# The kinds that a command brings about itself, with the test of it.
BY_COMMAND = {"10": "expired", "30": "approver_away", "31": "guardian_away"}
NOW = datetime(2026, 11, 21, 0, 31, tzinfo=UTC)


@dataclass
class Clock:
    """As much of the facts as the stamp of an alarm asks for."""

    now: datetime = NOW

    @property
    def actor(self) -> Any:
        return type("Actor", (), {"person": None, "kind": "clock"})


def _producing(code: str) -> list[tuple[Vector, Requirement]]:
    """The vectors in which a requirement with this code stands in the way, each judged anew."""
    found = []
    for vector in vectors():
        known = requirements(vector.work)
        coded = {one.id: one for one in known if one.alarm == code and one.id in vector.missing}
        for judgement in vector.judge(known) if coded else ():
            one = coded.get(judgement.requirement)
            if one is not None and not judgement.passes:
                found.append((vector, one))
    return found


def _row(requirement: Requirement) -> dict[str, Any]:
    """The authority's row of the alarm that this requirement raises."""
    (body,) = raised([alarm(requirement, Clock())], live_permit(), holders, book())  # type: ignore[arg-type]
    rung = then(None, give(None, "raise_alarm", {**body, "episode": 1}, sender="driver"))
    return dict(alarm_row(rung, None, at=NOW, by="clock"))


def test_the_table_of_codes_is_whole() -> None:
    assert tuple(book().codes) == TABLE_A4


@pytest.mark.parametrize("code", TABLE_A4)
def test_a_code_is_produced_and_reaches_the_authority(code: str) -> None:
    produced = _producing(code)
    assert produced, f"nothing that Davy judges raises {code}"
    rows = {one.id: _row(one) for _, one in produced}
    assert {row["ALARM_TYPE"] for row in rows.values()} == {code}
    assert {row["ID"] for row in rows.values()} == {ALARM}


@pytest.mark.parametrize(("code", "kind"), BY_COMMAND.items())
def test_a_code_of_a_kind_is_that_of_the_table(code: str, kind: str) -> None:
    assert book().kind(kind).code == code


@pytest.mark.parametrize("kind", ["gas_limit", "approval_overdue"])
def test_what_the_table_has_no_code_for_is_raised_without_one(kind: str) -> None:
    """G-06 and T-03 of the rules: an alarm all the same, its row without ALARM_TYPE."""
    assert book().kind(kind).code is None
    body = {"permit": None, "number": None, "kind": kind, "code": None, "subject": "x", "episode": 1}
    told: dict[str, Any] = {**body, "at": "2026-11-21T00:31:00.000Z", "by": "clock", "tell": []}
    rung = then(None, give(None, "raise_alarm", told, sender="driver"))
    assert alarm_row(rung, None, at=NOW, by="clock")["ALARM_TYPE"] is None

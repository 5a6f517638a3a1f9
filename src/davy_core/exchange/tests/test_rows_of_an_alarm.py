"""The row of table A.3 through the life of an alarm, as reviewed by hand in golden/alarm.json."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from davy_core.alarms.state import Alarm, Step
from davy_core.exchange.alarm import alarm_row
from davy_core.exchange.codes import ALARM
from davy_core.exchange.tests.people import HOT, LI, WANG, ZHAO, after

GOLDEN: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "golden" / "alarm.json").read_text(encoding="utf-8")
)
RAISED = Alarm(
    id="0193a200-0000-7000-8000-000000000001",
    permit=HOT,
    number="20261121-0001",
    kind="watch",
    code="05",
    subject="confined.gas.record",
    severity="red",
    owner="responsible",
    episode=1,
    raised_at=after(220),
    last_at=after(220),
)
ACKNOWLEDGED = replace(RAISED, state="acknowledged", acknowledged=Step(after(221), LI))
HANDLED = replace(ACKNOWLEDGED, state="handled", handled=Step(after(230), LI))
CLOSED = replace(HANDLED, state="closed", closed=Step(after(240), ZHAO))
NOTE = "重新检测合格"
CASES: dict[str, dict[str, Any]] = {
    "raised": alarm_row(RAISED, None, at=after(220), by="clock"),
    "acknowledged": alarm_row(ACKNOWLEDGED, None, at=after(221), by=LI),
    "handled": alarm_row(HANDLED, NOTE, at=after(230), by=LI),
    "closed": alarm_row(CLOSED, NOTE, at=after(240), by=ZHAO),
    "raised without a code": alarm_row(
        replace(RAISED, code=None, kind="gas_limit"), None, at=after(220), by=WANG
    ),
}


@pytest.mark.parametrize("case", sorted(CASES))
def test_the_row_is_the_reviewed_one(case: str) -> None:
    assert CASES[case] == GOLDEN[case]


def test_every_case_is_reviewed_and_has_the_columns_of_the_table_in_its_order() -> None:
    assert set(GOLDEN) == set(CASES)
    assert all(list(row) == list(ALARM) for row in CASES.values())


def test_an_alarm_without_a_code_is_told_without_one_rather_than_not_at_all() -> None:
    assert CASES["raised without a code"]["ALARM_TYPE"] is None

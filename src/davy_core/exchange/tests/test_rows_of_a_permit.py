"""The row of table A.1 in every state of both work types, as reviewed by hand in golden/ticket.json."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from davy_core.exchange.codes import TICKET, TICKET_STATUS, TICKET_TYPE, local
from davy_core.exchange.tests.people import (
    AROUND,
    CHEN,
    HE,
    LI,
    after,
    drafted,
    gas_round,
    in_state,
    reading,
)
from davy_core.exchange.ticket import ticket_row

GOLDEN: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "golden" / "ticket.json").read_text(encoding="utf-8")
)
CONTRACTS = Path(__file__).parents[3] / "davy_law" / "contracts"
STATES: dict[str, dict[str, Any]] = yaml.safe_load(
    (CONTRACTS / "lifecycle" / "states.yaml").read_text(encoding="utf-8")
)
KINDS: dict[str, Any] = {"str": str, "datetime": str, "num": (int, float)}


def row_of(work_type: str, state: str) -> dict[str, Any]:
    permit = in_state(work_type, state)
    around = AROUND
    if state == "withdrawn":
        around = replace(around, cancelled_cause="大风")
    return ticket_row(permit, around, STATES[state]["aq"], at=after(400), by=LI)


@pytest.mark.parametrize("case", sorted(GOLDEN))
def test_the_row_is_the_reviewed_one(case: str) -> None:
    work_type, _, state = case.partition("/")
    assert row_of(work_type, state) == GOLDEN[case]


def test_every_state_of_both_work_types_is_reviewed() -> None:
    assert set(GOLDEN) == {f"{t}/{s}" for t in ("hot", "confined") for s in STATES}


@pytest.mark.parametrize("case", sorted(GOLDEN))
def test_the_columns_are_those_of_the_table_in_its_order_and_types(case: str) -> None:
    work_type, _, state = case.partition("/")
    row = row_of(work_type, state)
    assert list(row) == list(TICKET)
    for column, kind in TICKET.items():
        may_be_null = kind.endswith("?") or (column == "TICKET_TYPE" and state == "draft")
        assert (row[column] is None and may_be_null) or isinstance(row[column], KINDS[kind.rstrip("?")]), (
            column
        )


def test_every_state_has_a_status_of_the_table() -> None:
    assert {row["aq"] for row in STATES.values()} == set(TICKET_STATUS)


def test_paused_is_six_and_returns_to_two() -> None:
    assert row_of("hot", "paused")["TICKET_STATUS"] == "6"
    assert row_of("hot", "active")["TICKET_STATUS"] == "2"


# Table A.2 as it stands in AQ 3064.2-2025, copied by hand. Of work at height first is Ⅰ, the lowest band, and
# fourth the highest; of lifting first is the heaviest.
TABLE_A2 = {
    "01": ("hot", "special"),
    "02": ("hot", "first"),
    "03": ("hot", "second"),
    "10": ("power", "none"),
    "21": ("height", "first"),
    "22": ("height", "second"),
    "23": ("height", "third"),
    "24": ("height", "fourth"),
    "30": ("digging", "none"),
    "40": ("road", "none"),
    "50": ("blind", "none"),
    "61": ("lifting", "first"),
    "62": ("lifting", "second"),
    "63": ("lifting", "third"),
    "70": ("confined", "none"),
}


@pytest.mark.parametrize("code", TABLE_A2)
def test_the_level_lives_in_the_type(code: str) -> None:
    work_type, level = TABLE_A2[code]
    permit = replace(in_state("hot", "issued"), type=work_type, level=level)
    row = ticket_row(permit, AROUND, "1", at=after(0), by=LI)
    assert (row["TICKET_TYPE"], row["TICKET_STATUS"]) == (code, "1")


def test_the_table_of_types_is_whole() -> None:
    assert {code: key for key, code in TICKET_TYPE.items()} == TABLE_A2


def test_the_decisive_reading_is_the_worst_of_the_latest_whole_round() -> None:
    bad = reading("hydrogen_sulfide", "12.5", "mg/m3", "fail")
    whole = gas_round(reading("oxygen", "20.9", "%vol"), bad)
    half = gas_round(reading("combustible", "0.01", "%vol"), complete=False)
    row = ticket_row(
        replace(in_state("confined", "active"), rounds=(whole, half)), AROUND, "2", at=after(0), by=LI
    )
    assert (row["GAS_NAME"], row["GAS_VALUE"]) == ("硫化氢(mg/m3)", 12.5)


def test_an_erased_person_leaves_no_name() -> None:
    around = replace(AROUND, people={p: n for p, n in AROUND.people.items() if p != CHEN})
    row = ticket_row(in_state("hot", "active"), around, "2", at=after(0), by=LI)
    assert row["WORKER_NAME"] == AROUND.people[HE].name


def test_a_comma_inside_a_name_does_not_become_two_names() -> None:
    around = replace(AROUND, people={**AROUND.people, CHEN: replace(AROUND.people[CHEN], name="陈,焊")})
    row = ticket_row(in_state("hot", "active"), around, "2", at=after(0), by=LI)
    assert row["WORKER_NAME"] == "陈，焊,何焊"


def test_what_was_voided_before_it_began_keeps_its_approved_times() -> None:
    permit = replace(in_state("hot", "issued"), state="voided", ended_at=after(200))
    row = ticket_row(permit, AROUND, "4", at=after(200), by="clock")
    assert (row["START_TIME"], row["END_TIME"]) == (local(permit.window.start), local(permit.window.end))


def test_a_draft_without_a_level_names_no_type() -> None:
    assert ticket_row(drafted("hot"), AROUND, "0", at=after(0), by=LI)["TICKET_TYPE"] is None

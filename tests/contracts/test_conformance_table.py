"""The conformance tables name what exists, and nothing in the packs is without its clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from davy_core.rules.requirement import Requirement
from tests.contracts.decisions import WORKS, read, requirements

ROOT = Path(__file__).parents[2]
FILES = ("gb30871-clauses.yaml", "aq3064-clauses.yaml", "gb46768-clauses.yaml")
FOUND: Mapping[str, Requirement] = {r.id: r for work in WORKS for r in requirements(work)}


def _table(name: str) -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load(
        (ROOT / "docs" / "conformance" / name).read_text(encoding="utf-8")
    )
    return parsed


ROWS: Sequence[Mapping[str, Any]] = [
    row for name in FILES for part in ("clauses", "own", "rules") for row in _table(name).get(part, ())
]
RULES: Sequence[Mapping[str, Any]] = _table("aq3064-clauses.yaml")["rules"]
EACH_ROW = pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.get("clause", row.get("rule"))))


@EACH_ROW
def test_a_row_names_only_what_exists(row: Mapping[str, Any]) -> None:
    assert set(row.get("requirements", ())) <= set(FOUND)
    for path in (*row.get("held_by", ()), *row.get("tests", ())):
        assert (ROOT / path).exists(), path
    for path in row.get("templates", ()):
        work, part, *rest = path.split(".")
        assert part in read("templates", f"{work}.yaml")
        assert not rest or rest[0] in _rows_of(work, part)


@EACH_ROW
def test_a_row_that_is_held_says_by_what(row: Mapping[str, Any]) -> None:
    assert row.get("status", "held") in {"held", "partly", "later", "outside"}
    if row.get("status", "held") in {"held", "partly"}:
        assert any(row.get(key) for key in ("requirements", "templates", "held_by"))
    if row.get("status") in {"partly", "later", "outside"}:
        assert row["note"]


@pytest.mark.parametrize("name", FILES)
def test_no_clause_stands_twice(name: str) -> None:
    clauses = [row["clause"] for row in _table(name)["clauses"]]
    assert len(set(clauses)) == len(clauses)


def test_every_requirement_has_its_clause() -> None:
    named = {one for row in ROWS for one in row.get("requirements", ())}
    assert not set(FOUND) - named


@pytest.mark.parametrize("row", RULES, ids=lambda row: str(row["rule"]))
def test_the_requirements_of_a_rule_carry_its_alarm_code(row: Mapping[str, Any]) -> None:
    assert {FOUND[name].alarm for name in row["requirements"]} <= {row.get("alarm")}


def test_every_alarm_code_of_a_requirement_belongs_to_a_rule() -> None:
    coded = {name for name, found in FOUND.items() if found.alarm}
    assert coded == {name for row in RULES if row.get("alarm") for name in row["requirements"]}


def test_the_rules_are_all_there() -> None:
    gas = [f"G-0{n}" for n in range(1, 7)]
    rest = ["T-01", "T-03", "P-01", "P-02", "E-01", "E-02", "E-03", "E-04", "C-01", "C-02", "C-03"]
    last = ["L-01", "L-02", "L-03", "S-01", "S-02", "S-03", "V-01", "W-01"]
    assert [row["rule"] for row in RULES] == [*gas, *rest, *last]


def _rows_of(work: str, part: str) -> set[str]:
    found = read("templates", f"{work}.yaml")[part]
    rows = found["items"] if part == "briefing" else found
    return {row.get("id", row.get("purpose")) for row in rows}

"""The conformance tables name what exists, every mandatory clause that is held has a test, and nothing in the
packs is without its clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from davy_core.rules.requirement import Requirement
from tests.contracts.decisions import WORKS, read, requirements
from tools import clauses

FOUND: Mapping[str, Requirement] = {r.id: r for work in WORKS for r in requirements(work)}
TABLES = clauses.tables()
ROWS: Sequence[Mapping[str, Any]] = [
    row for table in TABLES.values() for part in ("clauses", "own", "rules") for row in table.get(part, ())
]
CLAUSES = [(key, row) for key, table in TABLES.items() for row in table["clauses"]]
RULES: Sequence[Mapping[str, Any]] = TABLES["aq3064"]["rules"]
CHINESE = clauses.read(clauses.FOLDER / "zh.yaml")
EACH_ROW = pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.get("clause", row.get("rule"))))
EACH_CLAUSE = pytest.mark.parametrize(
    ("standard", "row"), CLAUSES, ids=lambda x: str(x if isinstance(x, str) else x["clause"])
)


@EACH_ROW
def test_a_row_names_only_what_exists(row: Mapping[str, Any]) -> None:
    assert set(row.get("requirements", ())) <= set(FOUND)
    for path in row.get("held_by", ()):
        assert (clauses.ROOT / path).exists(), path
    assert clauses.missing(row) == []
    for path in row.get("templates", ()):
        work, part, *rest = path.split(".")
        assert part in read("templates", f"{work}.yaml")
        assert not rest or rest[0] in _rows_of(work, part)


@EACH_ROW
def test_a_row_that_is_held_says_by_what(row: Mapping[str, Any]) -> None:
    assert clauses.state(row) in {"held", "part", "open", "outside"}
    if clauses.state(row) in {"held", "part"}:
        assert any(row.get(key) for key in ("requirements", "templates", "held_by"))
    else:
        assert row["note"]
    if clauses.state(row) == "part":
        assert row["note"]


@EACH_CLAUSE
def test_a_mandatory_clause_that_is_held_has_a_test(standard: str, row: Mapping[str, Any]) -> None:
    assert clauses.kind(row) in clauses.KINDS
    if clauses.kind(row) == "hard" and clauses.state(row) in {"held", "part"}:
        assert clauses.tests(row), f"{standard} {row['clause']}: which test fails when it is not held?"


@EACH_CLAUSE
def test_an_inspector_reads_it_in_chinese(standard: str, row: Mapping[str, Any]) -> None:
    assert row["clause"] in CHINESE[standard], "its topic is missing in docs/conformance/zh.yaml"
    assert row.get("note", "") in {"", *CHINESE["notes"]}, "its note is missing in docs/conformance/zh.yaml"


@pytest.mark.parametrize("standard", TABLES)
def test_no_clause_stands_twice(standard: str) -> None:
    found = [row["clause"] for row in TABLES[standard]["clauses"]]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("chapter", range(4, 13))
def test_every_chapter_of_gb30871_is_there(chapter: int) -> None:
    assert any(str(row["clause"]).startswith(f"{chapter}.") for row in TABLES["gb30871"]["clauses"])


@pytest.mark.parametrize("chapter", range(1, 14))
def test_every_function_of_aq3064_is_there(chapter: int) -> None:
    found = [str(row["clause"]) for row in TABLES["aq3064"]["clauses"]]
    assert any(one == f"5.{chapter}" or one.startswith(f"5.{chapter}.") for one in found)


def test_a_row_with_a_test_that_does_not_exist_is_found() -> None:
    gone = {
        "clause": "4.1",
        "tests": ["tests/contracts/test_nothing.py", "tests/contracts/decisions.py::never"],
    }
    assert clauses.missing(gone) == gone["tests"]
    assert (
        clauses.missing({"tests": ["tests/contracts/test_conformance_table.py::test_no_clause_stands_twice"]})
        == []
    )


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
    rest = ["T-01", "T-02", "T-03", "P-01", "P-02", "E-01", "E-02", "E-03", "E-04", "C-01", "C-02", "C-03"]
    last = ["L-01", "L-02", "L-03", "S-01", "S-02", "S-03", "V-01", "W-01", "D-01", "K-01"]
    assert [row["rule"] for row in RULES] == [*gas, *rest, *last]


def _rows_of(work: str, part: str) -> set[str]:
    found = read("templates", f"{work}.yaml")[part]
    rows = found["items"] if part == "briefing" else found
    return {row.get("id", row.get("purpose")) for row in rows}

"""Every rule pack loads, every expression compiles, and nothing in it points at what does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from davy_core.rules.pack import PackError, load
from davy_core.rules.requirement import Requirement
from tests.contracts.decisions import STANDARDS, WORKS, pack_files, packs, read, requirements

# AQ 3064.2-2025 table A.4
ALARM_CODES = frozenset(
    (
        "01",
        "02",
        "03",
        "04",
        "05",
        "10",
        "20",
        "30",
        "31",
        "40",
        "41",
        "42",
        "43",
        "50",
        "51",
        "52",
        "60",
        "61",
    )
) | {"62", "70", "80", "90"}
MARKS = frozenset({"(j)", "not_from_gb30871", "to_confirm"})
GRADED = frozenset({"hot", "height", "lifting"})
CHINESE = re.compile("[\u4e00-\u9fff]")
HALF_WIDTH = re.compile("[,;:()!?]")
PATH = re.compile(r"\b([a-z]+)\.([a-z_]+)(?:\.([a-z_]+))?(?!\()")
ALL = sorted({r.id: r for work in WORKS for r in requirements(work)}.items())
EACH = pytest.mark.parametrize("found", [r for _, r in ALL], ids=[name for name, _ in ALL])


@pytest.mark.parametrize(("standard", "part"), pack_files())
def test_a_pack_file_loads_without_a_fault(standard: str, part: str) -> None:
    try:
        found = load(read("rulepacks", standard, f"{part}.yaml"))
    except PackError as error:
        pytest.fail("\n".join(error.faults))
    assert found.id == f"{standard}/{part}"
    assert found.work == (None if part == "every" else part)


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_parts_of_a_pack_are_of_one_version(standard: str) -> None:
    about = read("rulepacks", standard, "pack.yaml")
    assert about["id"] == standard
    for part in about["files"]:
        assert read("rulepacks", standard, f"{part}.yaml")["version"] == about["version"]


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_pack_lists_all_its_files(standard: str) -> None:
    folder = resources.files("davy_law").joinpath("rulepacks", standard)
    there = {entry.name.removesuffix(".yaml") for entry in folder.iterdir()}
    # How long records are kept is no requirement of a work: davy.keeping reads it of every pack.
    assert there - {"keeping"} == {"pack", *read("rulepacks", standard, "pack.yaml")["files"]}


@pytest.mark.parametrize("work", WORKS)
def test_the_packs_of_a_work_go_together(work: str) -> None:
    standards = {pack.id.partition("/")[0] for pack in packs(work)}
    assert {"gb30871-2022", "aq3064.2-2025"} <= standards
    assert len(requirements(work)) > 30


@EACH
def test_a_requirement_stands_at_commands_that_exist(found: Requirement) -> None:
    commands = read("contracts", "lifecycle", "commands.yaml")
    assert found.at <= {"issue", *commands}
    assert not [name for name in found.at if commands.get(name, {}).get("stops")]


@EACH
def test_a_pause_has_a_cause_that_somebody_may_close(found: Requirement) -> None:
    causes = read("contracts", "lifecycle", "causes.yaml")
    assert found.cause is None or found.cause in causes


@EACH
def test_alarm_codes_and_marks_are_known(found: Requirement) -> None:
    assert found.alarm is None or found.alarm in ALARM_CODES
    assert set(found.marks) <= MARKS
    assert found.needs
    assert found.group
    assert found.evidence


@EACH
def test_what_is_not_from_the_standard_says_so(found: Requirement) -> None:
    clause = found.clause
    assert re.match(r"(GB 30871-2022|GB 46768-2025|AQ 3064\.2-2025|Davy [SA]\d)", clause)
    assert ("not_from_gb30871" in found.marks) == clause.startswith("Davy")
    if "Davy" in clause and found.pack.startswith("gb30871"):
        assert "(j)" in found.marks or "GB 30871" in clause


@EACH
def test_a_requirement_is_a_noun_phrase_in_both_languages(found: Requirement) -> None:
    assert CHINESE.search(found.says.zh)
    assert not HALF_WIDTH.search(found.says.zh)
    assert not CHINESE.search(found.says.en)
    assert not found.says.en.endswith(".")
    assert len(found.says.zh) <= 30


@EACH
def test_an_expression_reads_only_facts_that_the_schema_knows(found: Requirement) -> None:
    known = read_json("facts.json")["properties"]
    for root, first, second in _paths(found):
        if root in {"work", "body", "params", "records"}:
            continue
        fact = known[root]["properties"][first]
        if second and "properties" in fact:
            assert second in fact["properties"], f"{root}.{first}.{second}"


@pytest.mark.parametrize("work", WORKS)
def test_an_expression_reads_only_fields_and_measures_of_the_template(work: str) -> None:
    template = read("templates", f"{work}.yaml")
    fields = {f["id"] for f in template["fields"]}
    measures = {m["id"] for m in template["measures"]}
    for found in requirements(work):
        if found.pack.endswith("/every"):
            assert not [first for root, first, _ in _paths(found) if root == "work"]
            continue
        assert {first for root, first, _ in _paths(found) if root == "work"} <= fields
        assert set(_measures_named(found)) <= measures


@pytest.mark.parametrize("work", WORKS)
def test_an_expression_reads_only_records_of_the_template_and_every_record_is_read(work: str) -> None:
    records = {r["id"] for r in read("templates", f"{work}.yaml").get("records", ())}
    named = {first for found in requirements(work) for root, first, _ in _paths(found) if root == "records"}
    assert named == records


@pytest.mark.parametrize("work", WORKS)
def test_a_level_rule_reads_only_fields_of_the_template(work: str) -> None:
    fields = {f["id"] for f in read("templates", f"{work}.yaml")["fields"]}
    rules = [rule for pack in packs(work) if pack.levels for rule in pack.levels.rules]
    named = {first for rule in rules for root, first, _ in PATH.findall(rule.when) if root == "work"}
    assert named <= fields
    assert bool(rules) == (read("templates", f"{work}.yaml")["type"] in GRADED)


def read_json(name: str) -> Any:
    """A schema, parsed."""
    return read("contracts", "schemas", name)


def _paths(found: Requirement) -> Iterator[tuple[str, str, str]]:
    """The facts that a requirement reads: (root, key, key below or empty)."""
    known = read_json("facts.json")["properties"]
    for source in filter(None, (found.holds, found.when, found.until)):
        for root, first, second in PATH.findall(re.sub(r"'[^']*'", "''", source)):
            if root in known:
                yield root, first, second


def _measures_named(found: Requirement) -> Iterator[str]:
    for source in filter(None, (found.holds, found.when)):
        for one, several in re.findall(r"m\.id (?:== '([a-z_]+)'|in \[([^\]]+)\])", source):
            yield from [one] if one else re.findall(r"'([a-z_]+)'", several)

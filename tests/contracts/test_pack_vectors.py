"""The packs decide every vector as it is written; no requirement and no boundary is without its vectors."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest

from davy_core.permits.levels import minimum_level
from tests.contracts.decisions import WORKS, Vector, base, changed, packs, read, requirements, vectors

LEVELS = read("contracts", "vectors", "decisions", "levels.yaml")


@pytest.mark.parametrize("vector", vectors(), ids=lambda v: v.name)
def test_a_vector_comes_out_as_written(vector: Vector) -> None:
    found = vector.judge(requirements(vector.work))
    outcomes = {j.requirement: j.outcome.value for j in found}
    in_the_way = {name: outcome for name, outcome in outcomes.items() if outcome in {"failed", "unknown"}}
    assert in_the_way == vector.missing
    assert {name: outcomes.get(name) for name in vector.met} == dict.fromkeys(vector.met, "met")
    assert {name: outcomes.get(name) for name in vector.idle} == dict.fromkeys(vector.idle, "not_applicable")
    lapses = {j.requirement: j.until for j in found}
    assert {name: lapses[name] for name in vector.until} == {
        name: datetime.fromisoformat(at) for name, at in vector.until.items()
    }


def test_every_requirement_is_met_once_failed_once_and_unknown_once() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for vector in vectors():
        for judgement in vector.judge(requirements(vector.work)):
            seen[judgement.requirement].add(judgement.outcome.value)
    wanted = {"met", "failed", "unknown"}
    lacking = {
        r.id: sorted(wanted - seen[r.id]) for work in WORKS for r in requirements(work) if wanted - seen[r.id]
    }
    assert not lacking


def test_names_of_vectors_are_not_used_twice() -> None:
    names = [vector.name for vector in vectors()]
    assert len(set(names)) == len(names)
    assert len(names) > 300


@pytest.mark.parametrize("row", LEVELS, ids=lambda row: row["name"])
def test_the_lowest_level_is_the_one_written(row: Mapping[str, Any]) -> None:
    good = base(row.get("base", "hot.submit"))
    facts = changed(good["facts"], row.get("set", {}), row.get("drop", ()))
    levels = next(pack.levels for pack in packs(good["work"]) if pack.levels)
    assert minimum_level(levels, facts, datetime.fromisoformat(good["now"])) == row["level"]


def test_every_level_of_every_graded_work_has_a_vector() -> None:
    for work in WORKS:
        for levels in (pack.levels for pack in packs(work) if pack.levels):
            rows = [row for row in LEVELS if base(row.get("base", "hot.submit"))["work"] == work]
            assert {row["level"] for row in rows} == set(levels.order)


@pytest.mark.parametrize(
    ("figure", "boundaries"),
    [
        ("analysis age", ["exactly 30 minutes old", "30 minutes and a second old"]),
        ("break 30", ["break of exactly 30 minutes", "break of 30 minutes and a second"]),
        ("break 60", ["break of 60 minutes asks", "break of 60 minutes and a second"]),
        ("span 8 h", ["8 hours exactly", "8 hours and a second"]),
        ("span 72 h", ["72 hours exactly", "72 hours and a second"]),
        ("span 24 h", ["24 hours exactly", "24 hours and a second"]),
        ("record 2 h", ["record exactly 2 hours old", "record 2 hours and a second old"]),
    ],
)
def test_both_sides_of_every_boundary_have_a_vector(figure: str, boundaries: list[str]) -> None:
    for words in boundaries:
        assert [v for v in vectors() if re.search(re.escape(words), v.name)], figure

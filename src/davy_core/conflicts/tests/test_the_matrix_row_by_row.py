"""4.7, 5.2.8, 5.2.9, 6.7, 7.6, 7.10, 8.2.8, 9.2: every row of the shipped matrix finds what it must, and no
more."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from davy_core.conflicts.judge import between
from davy_core.conflicts.matrix import Row
from davy_core.conflicts.tests.jobs import LAW, job, matrix, read

VECTORS: list[dict[str, Any]] = read("contracts", "vectors", "conflicts", "matrix.yaml")
EACH = pytest.mark.parametrize("vector", VECTORS, ids=lambda v: v["name"])


def _rows(vector: dict[str, Any], rows: tuple[Row, ...]) -> list[str]:
    one, other = job("one", vector["one"], "other"), job("other", vector["other"], "one")
    return [c.row.id for c in between(replace(matrix(), rows=rows), one, other)]


@EACH
def test_a_vector_comes_out_as_written(vector: dict[str, Any]) -> None:
    assert _rows(vector, matrix().rows) == vector["rows"]


def test_taking_a_row_away_is_seen() -> None:
    for row in matrix().rows:
        left = tuple(r for r in matrix().rows if r is not row)
        assert any(_rows(v, left) != v["rows"] for v in VECTORS), row.id


def test_every_row_has_a_vector_in_which_it_stands_and_one_in_which_it_does_not() -> None:
    for row in matrix().rows:
        types = [(v["one"]["type"], v["other"]["type"], v["rows"]) for v in VECTORS]
        asked = {t for kinds in (row.first, row.second) for kind in kinds for t in kind.types}
        assert any(row.id in found for _, _, found in types), row.id
        assert any(row.id not in found and {a, b} <= asked for a, b, found in types), row.id


def test_the_shipped_matrix_has_its_shape() -> None:
    schema = json.loads(LAW.joinpath("contracts/schemas/conflicts.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(read("rulepacks", "conflicts", "matrix.yaml"))


def test_what_a_row_says_is_told_in_both_languages_with_its_clause() -> None:
    for row in matrix().rows:
        assert row.clause.startswith("GB 30871-2022"), row.id
        assert set(row.says) == set(row.then) == {"zh", "en"}, row.id

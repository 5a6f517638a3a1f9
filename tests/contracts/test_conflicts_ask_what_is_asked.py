"""Every question that the conflict matrix reads is asked by the templates of its work: else every answer is
missing, and each such work stands in the way of everybody (S23: unknown is not yes)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from davy_core.conflicts.matrix import Sharing
from davy_core.conflicts.tests.jobs import matrix
from tests.contracts.decisions import WORKS, read

MATRIX = matrix()


def _questions() -> Iterator[tuple[str, str, tuple[object, ...]]]:
    """(work type, field, answers) of everything the matrix reads of a request."""
    for row in MATRIX.rows:
        for kind in (*row.first, *row.second):
            yield from (
                (t, field, answers) for t in sorted(kind.types) for field, answers in kind.asks.items()
            )
        names = [where.answer for where in row.where if isinstance(where, Sharing) and where.answer]
        sides = sorted({t for kind in (*row.first, *row.second) for t in kind.types})
        yield from ((t, name, ()) for t in sides for name in names)
    yield from ((t, reach.field, ()) for t, reach in MATRIX.reach.items())


ASKED = sorted(
    {(w, f, a) for w in WORKS for t, f, a in _questions() if read("templates", f"{w}.yaml")["type"] == t}
)


@pytest.mark.parametrize(("work", "field", "answers"), ASKED, ids=[f"{w}.{f}" for w, f, _ in ASKED])
def test_a_question_of_the_matrix_must_be_answered(
    work: str, field: str, answers: tuple[object, ...]
) -> None:
    template: Mapping[str, Any] = read("templates", f"{work}.yaml")
    found = next((f for f in template["fields"] if f["id"] == field), None)
    assert found is not None, f"{work} does not ask {field}"
    assert found.get("required"), f"{work}.{field} may be left open"
    offered = {c["id"] for c in found.get("choices", ())} | (
        {True, False} if found["kind"] == "bool" else set()
    )
    assert set(answers) <= offered


@pytest.mark.parametrize("work", WORKS)
def test_no_work_reaches_farther_than_the_matrix_looks(work: str) -> None:
    template: Mapping[str, Any] = read("templates", f"{work}.yaml")
    rule = MATRIX.reach.get(template["type"])
    said = [f for f in template["fields"] if rule is not None and f["id"] == rule.field]
    assert all(rule is not None and float(f["most"]) <= rule.most_m for f in said)

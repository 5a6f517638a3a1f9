"""No requirement is there for show: take one out of its pack, and a vector notices."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from davy_core.rules.requirement import Requirement
from tests.contracts.decisions import WORKS, Vector, requirements, vectors

FOUND = {r.id: r for work in WORKS for r in requirements(work)}
IDS = sorted(FOUND)
GATES = [name for name in IDS if FOUND[name].at]


@pytest.mark.parametrize("taken", IDS)
def test_without_a_requirement_a_vector_fails(taken: str) -> None:
    assert [vector.name for vector in _in_the_way_of(taken) if not _as_written(vector, taken)]


@pytest.mark.parametrize("taken", GATES)
def test_without_a_gate_something_passes_that_must_not(taken: str) -> None:
    let_through = [v.name for v in _in_the_way_of(taken) if not _left(v, _without(v.work, taken))]
    assert let_through, f"{taken} never stands alone in the way"


@cache
def _in_the_way_of(taken: str) -> tuple[Vector, ...]:
    return tuple(v for v in vectors() if taken in v.missing)


def _without(work: str, taken: str) -> list[Requirement]:
    return [r for r in requirements(work) if r.id != taken]


def _left(vector: Vector, rest: Sequence[Requirement]) -> dict[str, str]:
    return {j.requirement: j.outcome.value for j in vector.judge(rest) if not j.passes}


def _as_written(vector: Vector, taken: str) -> bool:
    return _left(vector, _without(vector.work, taken)) == vector.missing

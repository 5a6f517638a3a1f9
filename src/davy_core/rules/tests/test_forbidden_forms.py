"""Forms in which an empty list or a missing fact would read as yes are found, and only those."""

from __future__ import annotations

from typing import Any

import pytest

from davy_core.rules import cel, lint
from davy_core.rules.tests.vectors import cases


@pytest.mark.parametrize("case", cases("forms.json"), ids=lambda c: c["expression"])
def test_the_form_is_judged_as_the_vector_says(case: dict[str, Any]) -> None:
    cel.compiled(case["expression"])
    found = lint.faults(case["expression"], exists_marked=case["any"])
    assert (not found) is case["allowed"], found


def test_the_fault_names_the_list_and_the_guard() -> None:
    (fault,) = lint.faults("gas.points.all(p, p.ok == true)", exists_marked=False)
    assert fault == "gas.points.all() has no `size(gas.points) > 0 &&` beside it"


def test_several_faults_are_all_told() -> None:
    found = lint.faults("has(gas.x) && !gas.points.all(p, p.ok == true)", exists_marked=False)
    assert len(found) == 3


def test_parameters_are_found_by_name() -> None:
    found = lint.parameters("gas.a < params.low && duration(params.age) > gas.params.x")
    assert found == frozenset({"low", "age"})


@pytest.mark.parametrize("expression", ["params['low'] > 1", "size(params) > 0", "params == work"])
def test_parameters_read_in_another_way_cannot_be_checked(expression: str) -> None:
    assert lint.parameters(expression) is None

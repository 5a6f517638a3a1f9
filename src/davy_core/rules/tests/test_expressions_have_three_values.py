"""Expressions are judged as the shared vectors say, and what cannot be told is never yes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest

from davy_core.rules import cel
from davy_core.rules.cel import Tri
from davy_core.rules.tests.vectors import cases

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)


def value_of(expression: str, **facts: object) -> Tri:
    return cel.evaluate(cel.compiled(expression), cel.bind(facts, NOW))


@pytest.mark.parametrize("case", cases("language.json"), ids=lambda c: c["id"])
def test_the_language_agrees_with_the_vector(case: dict[str, Any]) -> None:
    now = datetime.fromisoformat(case.get("now", "2026-11-21T08:00:00Z"))
    try:
        expression = cel.compiled(case["expression"])
    except cel.ExpressionError:
        assert case["want"] == "refused"
        return
    if case["want"] == "refused":
        assert expression.returns != "BOOL"
    else:
        assert cel.evaluate(expression, cel.bind(case["facts"], now)).value == case["want"]


@pytest.mark.parametrize("case", cases("instants.json"), ids=lambda c: c["id"])
def test_an_until_yields_an_instant_or_nothing(case: dict[str, Any]) -> None:
    bound = cel.bind(case["facts"], datetime.fromisoformat(case["now"])).with_params(case["params"])
    found = cel.instant(cel.compiled(case["expression"]), bound)
    wanted = case["want"] and datetime.fromisoformat(case["want"])
    assert found == wanted


def test_there_are_all_forty_cases_of_the_engine_comparison() -> None:
    assert len([c for c in cases("language.json") if c["id"][:2].isdigit()]) == 40


def test_a_truth_is_no_instant() -> None:
    assert cel.instant(cel.compiled("true"), cel.bind({}, NOW)) is None


def test_the_error_value_of_the_engine_is_truthy_and_still_not_yes() -> None:
    expression = cel.compiled("gas.o2 > 1.0")
    raw = expression.program.eval(data={"gas": {}}).value()
    assert bool(raw) is True
    assert cel.evaluate(expression, cel.bind({"gas": {}}, NOW)) is Tri.UNKNOWN


def test_an_expression_that_iterates_too_long_is_unknown() -> None:
    nested = "body.l.all(a, body.l.all(b, body.l.all(c, a + b + c >= 0)))"
    assert value_of(nested, body={"l": list(range(200))}) is Tri.UNKNOWN
    loop = cel.compiled("timestamp(body.l.map(a, body.l.map(b, body.l.map(c, '')))[0][0][0])")
    assert cel.instant(loop, cel.bind({"body": {"l": list(range(300))}}, NOW)) is None


def test_every_kind_of_fact_arrives() -> None:
    class Level(StrEnum):
        FIRST = "一级"

    facts = {
        "o2": Decimal("20.9"), "at": NOW - timedelta(minutes=5), "age": timedelta(minutes=30),
        "level": Level.FIRST, "who": UUID(int=1), "points": ({"ok": True}, {"ok": True}),
        "set": frozenset({"b", "a"}), "none": None, "day": NOW.date(),
    }  # fmt: skip
    assert value_of("body.o2 <= 21.0 && body.o2 > 20.8", body=facts) is Tri.TRUE
    assert value_of("now - timestamp(body.at) <= duration(body.age)", body=facts) is Tri.TRUE
    assert value_of("body.level == '一级' && body.who.startsWith('0000')", body=facts) is Tri.TRUE
    assert value_of("size(body.points) == 2 && body.points.all(p, p.ok == true)", body=facts) is Tri.TRUE
    assert value_of("body.set == ['a', 'b'] && body.none == null", body=facts) is Tri.TRUE
    assert value_of("body.day == '2026-11-21'", body=facts) is Tri.TRUE


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity"), float("nan"), 2**63])
def test_what_is_no_number_is_refused_before_it_could_compare(number: object) -> None:
    with pytest.raises(ValueError, match="not a number"):
        cel.bind({"gas": {"o2": number}}, NOW)


@pytest.mark.parametrize("value", [b"bytes", object()])
def test_a_fact_of_a_foreign_type_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be"):
        cel.bind({"gas": {"o2": [value]}}, NOW)


def test_a_name_that_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match="not a text"):
        cel.bind({"gas": {1: 2}}, NOW)


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        cel.bind({"gas": {"at": datetime(2026, 11, 21)}}, NOW)  # noqa: DTZ001 - the point of the test
    with pytest.raises(ValueError, match="no time zone"):
        cel.bind({}, datetime(2026, 11, 21))  # noqa: DTZ001 - the point of the test


def test_an_undeclared_fact_is_refused() -> None:
    with pytest.raises(ValueError, match="undeclared facts: params, wether"):
        cel.bind({"wether": {}, "params": {}}, NOW)


def test_an_endless_expression_does_not_compile() -> None:
    with pytest.raises(cel.ExpressionError, match="longer"):
        cel.compiled("true && " * 300 + "true")


def test_an_expression_is_compiled_once() -> None:
    assert cel.compiled("gas.o2 > 19.5") is cel.compiled("gas.o2 > 19.5")

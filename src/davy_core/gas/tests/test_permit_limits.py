"""The permit limits of the law, at their boundaries, and the shipped substances against them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

from davy_core.gas.limits import LimitTable, combustible_limit, toxic_limit
from davy_core.gas.plan import Work, plan_for
from davy_core.gas.substances import Substance
from davy_core.gas.tests.cases import NOW, cases, reading, shipped, substance
from davy_core.gas.verdict import Verdict, judge_reading

WEIGHTS = {
    "H": "1.008", "C": "12.011", "N": "14.007", "O": "15.999", "F": "18.998", "S": "32.06", "Cl": "35.45"
}  # fmt: skip


def alone(made_up: Substance) -> LimitTable:
    """The shipped figures with one made-up substance and no added levels."""
    table = shipped()
    work = {
        name: replace(rule, always=tuple(d for d in rule.always if d.substance == "combustible"))
        for name, rule in table.work.items()
    }
    return replace(
        table, substances=MappingProxyType({made_up.code: made_up}), levels=(), work=MappingProxyType(work)
    )


def judged(table: LimitTable, code: str, case: dict[str, Any]) -> Verdict:
    asked = Work(
        kind=case.get("work", "hot"), arrangement="single", substances=(code,),
        oxygen_rich=case.get("oxygen_rich", False), oxygen_equipment=case.get("oxygen_equipment", False),
    )  # fmt: skip
    sent = {"point": "representative", "substance": code, "value": case["value"], "unit": case["unit"]}
    return judge_reading(reading(sent), plan_for(asked, table), table, now=NOW)


@pytest.mark.parametrize("case", cases("limits.json"), ids=lambda c: c["id"])
def test_a_value_at_the_boundary_is_judged_as_the_vector_says(case: dict[str, Any]) -> None:
    made_up = substance(case["substance"])
    assert judged(alone(made_up), made_up.code, case).outcome == case["want"]


@pytest.mark.parametrize("code", shipped().substances)
def test_a_shipped_substance_is_judged_as_the_vectors_say(code: str) -> None:
    for case in cases("substances.json"):
        if case["substance"] == code:
            verdict = judged(shipped(), code, case)
            unjudged = case["want"] == "unjudged"
            assert verdict.outcome == ("unknown" if unjudged else case["want"]), case
            assert verdict.reason == ("gas_limit_missing" if unjudged else case.get("reason")), case


def test_every_shipped_substance_has_a_vector_that_fails_and_one_that_passes() -> None:
    for wanted in ("pass", "fail"):
        assert {c["substance"] for c in cases("substances.json") if c["want"] == wanted} == set(
            shipped().substances
        )


def test_the_permit_limit_decides_below_the_added_levels() -> None:
    """S3: for every substance whose permit limit is the stricter one, a reading between the two fails."""
    between = [c for c in cases("substances.json") if c.get("below_brief")]
    assert len({c["substance"] for c in between}) >= 25
    figures = shipped().figures
    lenient = replace(figures.combustible_high, value=Decimal(99))
    generous = replace(
        figures, combustible_high=lenient, combustible_low=lenient, oxygen_high=figures.oxygen_rich_high
    )
    for case in between:
        assert judged(replace(shipped(), levels=()), case["substance"], case).outcome == "fail"
        relaxed = judged(replace(shipped(), figures=generous), case["substance"], case)
        assert relaxed.reason != "gas_over_added_level"


def test_an_added_level_only_adds() -> None:
    bare = replace(shipped(), levels=())
    for case in cases("substances.json"):
        if judged(bare, case["substance"], case).outcome == "fail":
            assert judged(shipped(), case["substance"], case).outcome == "fail"


def test_the_limit_that_decided_is_told_in_its_own_unit() -> None:
    verdict = judged(shipped(), "benzene", {"work": "confined", "value": "2", "unit": "ppm"})
    assert verdict.limit is not None
    assert verdict.value is not None
    assert (verdict.limit.basis, verdict.limit.high) == ("GBZ 2.1-2019 PC-STEL", Decimal(6))
    assert verdict.value.unit == verdict.limit.unit == "mg/m3"
    assert round(verdict.value.value, 3) == Decimal("6.499")


def test_the_clause_comes_with_the_limit() -> None:
    methane = shipped().substances["methane"]
    assert combustible_limit(methane, shipped().figures).basis == "GB 30871-2022 5.3.2"


def test_a_substance_without_figures_has_no_limit() -> None:
    with pytest.raises(ValueError, match="no LEL"):
        combustible_limit(shipped().substances["chlorine"], shipped().figures)
    with pytest.raises(ValueError, match="no occupational limit"):
        toxic_limit(shipped().substances["methane"])


def test_molar_masses_follow_from_the_formulas() -> None:
    for known in shipped().substances.values():
        if known.formula is None:
            assert known.molar_mass is None
        else:
            atoms = re.findall(r"(Cl|[HCNOFS])(\d*)", known.formula)
            assert known.molar_mass == sum(Decimal(WEIGHTS[a]) * int(n or 1) for a, n in atoms)


def test_registry_numbers_carry_a_right_check_digit() -> None:
    for known in shipped().substances.values():
        digits = [int(d) for d in (known.cas or "").replace("-", "")]
        assert sum(n * d for n, d in enumerate(reversed(digits[:-1]), 1)) % 10 == digits[-1], known.code

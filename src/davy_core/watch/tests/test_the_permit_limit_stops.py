"""S3: work stops at the limit of the permit, for every substance; it never waits for the figure of
the brief."""

from decimal import Decimal

import pytest

from davy_core.gas.limits import combustible_limit, toxic_limit
from davy_core.gas.units import GasError, Quantity, convert, quantity
from davy_core.gas.verdict import Reading as Measured
from davy_core.gas.verdict import judge_reading
from davy_core.instants import instant
from davy_core.watch.permit_limits import permit_bounds
from davy_core.watch.reading import Reading
from davy_core.watch.setting import Bound
from davy_core.watch.step import step
from davy_core.watch.tests.rig import DAY, book, bound, setting, table
from davy_core.watch.tick import began

NOW = instant("2026-11-22T08:00:00Z")
BURNING = sorted(s.code for s in table().substances.values() if s.burns)
POISONS = sorted(s.code for s in table().substances.values() if s.poisons)
BRIEF_LEL = book().rules["lel_high"].figures["above"]
BRIEF_CO = book().rules["co_high"].figures["above"]


def _first(work: str, code: str, channel: str, value: Decimal, unit: str) -> list[tuple[str, str | None]]:
    known = setting({"channels": {channel: unit}, "permit": {"work": work, "substances": [code]}})
    reading = Reading("i1", "b", 1, DAY + 1000, DAY + 1000, {channel: (value, unit)})
    _, happened = step(began(known), reading, known)
    return [(h.rule, h.asks.pause if h.asks else None) for h in happened]


@pytest.mark.parametrize("code", BURNING)
def test_combustible_gas_just_over_its_limit_stops_at_once(code: str) -> None:
    substance = table().substances[code]
    limit = combustible_limit(substance, table().figures)
    at = convert(Quantity(limit.high, limit.unit), "%LEL", substance).value
    over = _first("hot", code, "lel", round(at, 6) + Decimal("0.00001"), "%LEL")
    assert ("permit_limit.lel", "gas") in over
    assert at >= BRIEF_LEL or ("lel_high", "gas") not in over  # the permit came first
    assert ("permit_limit.lel", "gas") not in _first(
        "hot", code, "lel", round(at, 6) - Decimal("0.00001"), "%LEL"
    )


def test_some_limits_lie_below_the_figures_of_the_brief() -> None:
    lower = [c for c in BURNING if permit_bounds("combustible", *_plan(c))["%LEL"].high < BRIEF_LEL]  # type: ignore[operator]  # combustible bounds have an upper end
    assert {"ammonia", "carbon_monoxide"} <= set(lower)
    co = permit_bounds("carbon_monoxide", *_plan("carbon_monoxide", "confined"))["ppm"].high
    assert co is not None
    assert co < BRIEF_CO


def _plan(code: str, work: str = "hot"):  # type: ignore[no-untyped-def]  # two things of a Bound that are there
    found: Bound = bound(work, [code])
    return found.plan, found.limits


@pytest.mark.parametrize("code", POISONS)
def test_a_poison_is_held_to_its_occupational_limit(code: str) -> None:
    plan, limits = _plan(code, "confined")
    high = permit_bounds(code, plan, limits)["mg/m3"].high
    assert high is not None
    assert high <= toxic_limit(table().substances[code]).high


@pytest.mark.parametrize("code", [*BURNING, "combustible"])
@pytest.mark.parametrize("unit", ["%vol", "%LEL", "ppm", "mg/m3"])
def test_an_instrument_is_judged_as_a_round_is(code: str, unit: str) -> None:
    named = "methane" if code == "combustible" else code
    plan, limits = _plan(named)
    bounds = permit_bounds(code, plan, limits).get(unit)
    for value in ("0", "0.1", "0.19", "0.2", "0.21", "0.5", "0.51", "5", "9.9", "10", "10.1", "60", "2000"):
        try:
            measured = Measured("r", "representative", code, quantity(value, unit), NOW, "qian")
        except GasError:
            continue
        verdict = judge_reading(measured, plan, limits, now=NOW)
        permit = verdict.limit is not None and verdict.limit.source == "permit"
        if bounds is None:
            assert verdict.outcome != "pass"
        elif verdict.outcome == "fail" and permit:
            assert bounds.side(Decimal(value)) is not None
        elif verdict.outcome == "pass":
            assert bounds.whole
            assert bounds.side(Decimal(value)) is None

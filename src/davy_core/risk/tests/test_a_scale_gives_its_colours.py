"""Every boundary of every shipped scale, and that no worse factor ever gives a better colour."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davy_core.permits.tests.book import read
from davy_core.risk.grades import GRADES
from davy_core.risk.scale import Scale, better, grade, load_scale
from davy_core.risk.tighten import LooserError, tightened

RAW = {one["id"]: one for one in read("risk/scales.yaml")["scales"]}
SCALES = {name: load_scale(one) for name, one in RAW.items()}
VECTORS = [
    pytest.param(name, row, id=f"{name}: {row['name']}")
    for name in RAW
    for row in read("contracts/vectors/risk/grades.json")[name]
]


@st.composite
def _chosen(draw: st.DrawFn) -> tuple[Scale, dict[str, str], str, str]:
    """A scale with values for every factor, one factor, and a worse value of it."""
    scale = draw(st.sampled_from(list(SCALES.values())))
    chosen = {f.id: str(draw(st.sampled_from(f.values))) for f in scale.factors}
    factor = draw(st.sampled_from(scale.factors))
    worse = [v for v in factor.values if v >= Decimal(chosen[factor.id])]
    return scale, chosen, factor.id, str(draw(st.sampled_from(worse)))


@pytest.mark.parametrize(("name", "row"), VECTORS)
def test_a_vector_comes_to_its_colour(name: str, row: dict[str, Any]) -> None:
    found = grade(SCALES[name], row["chosen"])
    assert found.grade == row["grade"]
    assert found.score == (None if row["score"] is None else Decimal(row["score"]))


@pytest.mark.parametrize("name", SCALES)
def test_the_vectors_stand_on_both_sides_of_every_band(name: str) -> None:
    """No score that the scale can make lies nearer to a band than those of the vectors."""
    scale, scores = SCALES[name], set()
    for values in product(*(f.values for f in scale.factors)):
        score = Decimal(1)
        for value in values:
            score *= value
        scores.add(score)
    told = {Decimal(r["score"]) for r in read("contracts/vectors/risk/grades.json")[name] if r["score"]}
    for band in scale.bands:
        assert min(s for s in scores if s >= band.start) in told
        assert max(s for s in scores if s < band.start) in told


@given(_chosen())
def test_a_worse_factor_never_gives_a_better_colour(case: tuple[Scale, dict[str, str], str, str]) -> None:
    scale, chosen, factor, worse = case
    before, after = grade(scale, chosen), grade(scale, {**chosen, factor: worse})
    assert GRADES.index(after.grade) <= GRADES.index(before.grade)
    assert not better({**chosen, factor: worse}, chosen)


@given(_chosen())
def test_a_lost_factor_is_the_worst(case: tuple[Scale, dict[str, str], str, str]) -> None:
    scale, chosen, factor, _ = case
    assert grade(scale, {k: v for k, v in chosen.items() if k != factor}).grade == "red"


@given(_chosen(), st.data())
def test_a_tightened_scale_never_gives_a_better_colour(
    case: tuple[Scale, dict[str, str], str, str], data: st.DataObject
) -> None:
    scale, chosen, _, _ = case
    lower = {b.grade: str(data.draw(st.integers(1, int(b.start)))) for b in scale.bands}
    try:
        strict = load_scale(tightened(RAW[scale.id], lower))
    except LooserError:
        return
    assert GRADES.index(grade(strict, chosen).grade) <= GRADES.index(grade(scale, chosen).grade)


@pytest.mark.parametrize(
    ("starts", "wrong"),
    [
        ({"red": "321"}, "red"),
        ({"yellow": "70.01"}, "yellow"),
        ({"orange": "60"}, "yellow"),
        ({"blue": "1"}, "blue"),
        ({"red": "many"}, "red"),
        ({"red": "NaN"}, "red"),
        ({"yellow": "0"}, "yellow"),
    ],
)
def test_a_scale_is_never_loosened(starts: dict[str, str], wrong: str) -> None:
    with pytest.raises(LooserError) as refused:
        tightened(RAW["lec"], starts)
    assert refused.value.grade == wrong


def test_a_scale_may_stay_as_it_is_or_be_stricter() -> None:
    assert load_scale(tightened(RAW["lec"], {})) == SCALES["lec"]
    strict = load_scale(tightened(RAW["lec"], {"red": "300", "yellow": "60"}))
    assert grade(strict, {"L": "10", "E": "2", "C": "15"}).grade == "red"
    assert grade(strict, {"L": "10", "E": "6", "C": "1"}).grade == "yellow"


@pytest.mark.parametrize("change", ["bands", "order", "values", "zero"])
def test_a_scale_on_which_worse_may_look_better_is_no_scale(change: str) -> None:
    raw: dict[str, Any] = {**RAW["ls"], "bands": list(RAW["ls"]["bands"])}
    if change == "bands":
        raw["bands"][1] = {"grade": "orange", "from": 25}
    if change == "order":
        raw["bands"].reverse()
    if change == "values":
        first, *rest = raw["factors"]
        raw["factors"] = [{**first, "values": first["values"][::-1]}, *rest]
    if change == "zero":
        raw["bands"][2] = {"grade": "yellow", "from": 0}
    with pytest.raises(ValueError, match=r"fall|band"):
        load_scale(raw)

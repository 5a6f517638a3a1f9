"""Readings merge by union: neither order nor repetition matters, and none improves a complete round."""

from __future__ import annotations

import os

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from davy_core.gas.plan import SamplingPlan, Work, plan_for
from davy_core.gas.rounds import RoundVerdict, judge_round, merge
from davy_core.gas.tests.cases import NOW, reading, shipped
from davy_core.gas.verdict import RANK, Reading

DEPTH = int(os.environ.get("DAVY_DEPTH", "100"))
PLANS = (
    plan_for(Work("hot", "single", substances=("methane",)), shipped()),
    plan_for(Work("hot", "horizontal", substances=("methane",)), shipped()),
    plan_for(Work("confined", "single", plant=("methane", "benzene")), shipped()),
)
ANYWHERE = ("representative", "left", "middle", "right", "far")
_COMMON = ("oxygen", "20.9", "%vol"), ("combustible", "0", "%LEL"), ("hydrogen_sulfide", "0", "ppm")
_SENT = [
    *_COMMON, ("carbon_monoxide", "0", "ppm"), ("methane", "0.1", "%vol"), ("methane", "0.1", "%vol"),
    ("methane", "0.6", "%vol"), ("combustible", "12", "%LEL"), ("oxygen", "19.4", "%vol"),
    ("benzene", "1", "ppm"),
    ("benzene", "1", "%LEL"), ("chlorine", "9", "ppm"), ("mystery", "1", "%LEL"), ("oxygen", "1", "ppm"),
]  # fmt: skip


@st.composite
def readings(draw: st.DrawFn, points: tuple[str, ...] = ANYWHERE) -> Reading:
    """A reading, mostly sound and within its limits."""
    sent, odd = draw(st.sampled_from(_SENT)), draw(st.integers(0, 9))
    return reading(
        {
            "point": draw(st.sampled_from(points)), "substance": sent[0], "value": sent[1], "unit": sent[2],
            "minute": draw(st.integers(-2, 5)) if odd == 1 else draw(st.integers(0, 5)),
            "clock": "device_free" if odd == 2 else "server", "sensor": "flat" if odd == 3 else "ok",
            "by": "li" if odd == 4 else "wang", "bound": odd == 5,
            "device": draw(st.sampled_from(["d1", "d2", None])),
        },
        f"r{draw(st.integers(0, 30))}",
    )  # fmt: skip


@st.composite
def whole_rounds(draw: st.DrawFn, plan: SamplingPlan) -> list[Reading]:
    """A round in which every demand is measured at every point, and some readings more."""
    wanted = [(p, d) for p in plan.points for d in plan.demands]
    values = {
        s: (s, v, u) for s, v, u in (*_COMMON, ("carbon_monoxide", "0", "ppm"), ("methane", "0.1", "%vol"))
    }
    sound = [
        reading(dict(zip(("substance", "value", "unit"), values[d.substance], strict=True), point=p), f"s{n}")
        for n, (p, d) in enumerate(wanted)
    ]
    return sound + draw(st.lists(readings(points=(*plan.points, "far")), max_size=2))


def judged(found: list[Reading], plan: SamplingPlan) -> RoundVerdict:
    return judge_round(found, plan, shipped(), now=NOW)


@settings(max_examples=DEPTH // 4, deadline=None)
@given(st.lists(readings(), max_size=8), st.sampled_from(PLANS), st.data())
def test_neither_order_nor_repetition_matters(
    found: list[Reading], plan: SamplingPlan, data: st.DataObject
) -> None:
    turned = data.draw(st.permutations(found + found[:3]))
    assert merge(turned) == merge(found) == merge(merge(found))
    assert judged(turned, plan) == judged(found, plan)


@settings(max_examples=DEPTH // 4, deadline=None)
@given(st.lists(readings(), max_size=6), st.lists(readings(), max_size=6))
def test_merging_is_a_union(one: list[Reading], other: list[Reading]) -> None:
    assert merge([*merge(one), *other]) == merge([*other, *one])
    assert set(merge(one)) <= set(merge([*one, *other]))


@settings(max_examples=DEPTH // 3, deadline=None)
@given(st.lists(readings(), max_size=8), readings(), st.sampled_from(PLANS))
def test_a_failed_round_never_passes_again(found: list[Reading], more: Reading, plan: SamplingPlan) -> None:
    if judged(found, plan).outcome == "fail":
        assert judged([*found, more], plan).outcome == "fail"


def test_a_further_reading_never_improves_a_complete_round() -> None:
    seen: list[str] = []

    @settings(max_examples=DEPTH // 3, deadline=None, derandomize=DEPTH <= 100)
    @given(st.data(), st.sampled_from(PLANS))
    def property_holds(data: st.DataObject, plan: SamplingPlan) -> None:
        found = data.draw(whole_rounds(plan))
        before = judged(found, plan)
        assume(before.complete)
        after = judged([*found, data.draw(readings(points=(*plan.points, "far")))], plan)
        assert RANK[after.outcome] >= RANK[before.outcome]
        assert after.complete
        seen.append(before.outcome)

    property_holds()
    assert seen.count("pass") / len(seen) >= 0.2
    assert {"fail", "unknown"} <= set(seen)

"""A site may add requirements and tighten figures; whatever the pack refuses, pack and overlay refuse."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from davy_core.rules.evaluate import gate, watch
from davy_core.rules.overlay import OverlayError, apply, load_overlay
from davy_core.rules.pack import Pack, load
from davy_core.rules.tests.facts import near_good
from davy_core.rules.tests.sample import BEFORE_START, NOW, SAMPLE, good_facts, sample, with_changes

DEPTH = int(os.environ.get("DAVY_DEPTH", "100"))
TWICE: dict[str, Any] = with_changes(
    BEFORE_START, id="site.gas.twice", holds="size(gas.points) >= 2", until=..., params=..., evidence=...
)
OVERLAY: dict[str, Any] = {
    "id": "site-east", "version": "3", "pack": "sample/hot", "title": {"zh": "东区", "en": "East site"},
    "requirements": [TWICE],
    "parameters": [
        {"requirement": "hot.gas.before_start", "param": "max_age", "value": "900s"},
        {"requirement": "hot.wind", "param": "too_strong", "value": 4},
        {"param": "fewest", "value": 3},
    ],
}  # fmt: skip


def overlaid(**changes: Any) -> Pack:
    return apply(sample(), load_overlay(with_changes(OVERLAY, **changes)))


def faults_of(**changes: Any) -> tuple[str, ...]:
    with pytest.raises(OverlayError) as caught:
        overlaid(**changes)
    assert str(caught.value) == "; ".join(caught.value.faults)
    return caught.value.faults


def move(param: str, value: object, requirement: object = ...) -> dict[str, Any]:
    return with_changes({}, requirement=requirement, param=param, value=value)


def test_figures_move_in_their_direction_and_requirements_are_added() -> None:
    pack = overlaid()
    by_id = {r.id: r for r in pack.requirements}
    assert by_id["hot.gas.before_start"].params["max_age"].value == timedelta(seconds=900)
    assert by_id["hot.wind"].params["too_strong"].value == 4
    assert by_id["all.briefed"].params["fewest"].value == 3
    assert pack.parameters["fewest"].value == 3
    assert by_id["site.gas.twice"].pack == "site-east"
    assert by_id["confined.gas.record"] == {r.id: r for r in sample().requirements}["confined.gas.record"]


def test_the_pack_itself_stays_as_it_was() -> None:
    before = sample()
    apply(before, load_overlay(OVERLAY))
    assert before == sample()


def test_an_equal_value_is_allowed() -> None:
    assert overlaid(parameters=[move("fewest", 2)]).parameters["fewest"].value == 2


def test_a_second_overlay_starts_from_the_first() -> None:
    looser = load_overlay(with_changes(OVERLAY, id="second", requirements=[], parameters=[move("fewest", 2)]))
    with pytest.raises(OverlayError, match="may only become higher"):
        apply(overlaid(), looser)


@pytest.mark.parametrize(
    ("moved", "fault"),
    [
        (move("max_age", "1801s", "hot.gas.before_start"), "max_age may only become lower"),
        (move("too_strong", 6, "hot.wind"), "hot.wind.too_strong may only become lower"),
        (move("fewest", 1), "parameters.fewest may only become higher"),
        (move("fewest", 3, "all.briefed"), "all.briefed.fewest does not exist"),
        (move("nothing", 3), "parameters.nothing does not exist"),
        (move("nothing", 3, "hot.wind"), "hot.wind.nothing does not exist"),
        (move("max_age", "1s", "no.such"), "no.such.max_age does not exist"),
        (move("max_age", 5, "hot.gas.before_start"), "cannot become 5"),
        (move("too_strong", "4s", "hot.wind"), "cannot become"),
        (move("too_strong", True, "hot.wind"), "cannot become True"),
        (move("too_strong", ["a"], "hot.wind"), "cannot become"),
        (move("max_age", None, "hot.gas.before_start"), "value is missing or of no known kind"),
        ({"param": "fewest", "value": 3, "tighten": "lower"}, "unknown key 'tighten'"),
    ],
)
def test_a_move_that_loosens_or_misses_is_refused(moved: dict[str, Any], fault: str) -> None:
    assert any(fault in told for told in faults_of(parameters=[moved]))


def test_a_figure_without_a_direction_cannot_be_moved() -> None:
    fixed = with_changes(BEFORE_START, params={"max_age": {"value": "1800s"}})
    pack = load(with_changes(SAMPLE, requirements=[fixed], parameters=...))
    overlay = load_overlay(
        with_changes(OVERLAY, requirements=[], parameters=[move("max_age", "60s", "hot.gas.before_start")])
    )
    with pytest.raises(OverlayError, match="cannot be moved"):
        apply(pack, overlay)


def test_everything_else_is_refused() -> None:
    assert faults_of(pack="other") == ("overlay site-east is for other, not sample/hot",)
    assert faults_of(remove=["hot.wind"]) == ("overlay: unknown key 'remove'",)
    assert (
        faults_of(parameters=[move("fewest", 3), move("fewest", 4)])[0] == "parameters.fewest is moved twice"
    )
    assert faults_of(requirements=[with_changes(BEFORE_START, holds="true", until=..., params=...)]) == (
        "requirement hot.gas.before_start is there already",
    )
    assert faults_of(requirements=[with_changes(TWICE, at=["pause"])]) == (
        "requirements[0]: nothing may be required at pause: stopping is always allowed",
    )
    assert faults_of(requirements=[with_changes(TWICE, clears="gas")]) == (
        "site.gas.twice: an overlay cannot clear a pause",
    )


OVERLAYS = st.builds(
    lambda age, wind, fewest, every, extra: load_overlay(
        with_changes(
            OVERLAY,
            requirements=[TWICE] if extra else [],
            parameters=[
                move("max_age", f"{age}s", "hot.gas.before_start"), move("too_strong", wind, "hot.wind"),
                move("fewest", fewest), move("every", f"{every}s", "confined.gas.record"),
            ],
        )
    ),
    st.integers(0, 1800), st.integers(0, 5), st.integers(2, 5), st.integers(0, 7200), st.booleans(),
)  # fmt: skip


def test_whatever_the_pack_refuses_pack_and_overlay_refuse() -> None:
    base = sample()
    accepted: list[bool] = []
    tightened: list[bool] = []

    @settings(max_examples=DEPTH // 3, deadline=None, derandomize=DEPTH <= 100)
    @given(OVERLAYS, near_good())
    def property_holds(overlay: Any, facts: dict[str, Any]) -> None:
        both = apply(base, overlay)
        for judged, command in ((gate, "start"), (watch, "active")):
            by_base = all(j.passes for j in judged(base.requirements, command, facts, NOW))
            by_both = all(j.passes for j in judged(both.requirements, command, facts, NOW))
            assert by_base or not by_both
            accepted.append(by_base)
            tightened.append(by_base and not by_both)

    property_holds()
    assert sum(accepted) / len(accepted) >= 0.2
    assert any(tightened)


def test_a_figure_whose_direction_is_written_wrongly_would_be_found() -> None:
    """The property is not empty: with the direction reversed, an overlay lets through what was refused."""
    wrong = with_changes(BEFORE_START, params={"max_age": {"value": "1800s", "tighten": "higher"}}, until=...)
    pack = load(with_changes(SAMPLE, requirements=[wrong], parameters=...))
    loosened = apply(pack, load_overlay(with_changes(OVERLAY, requirements=[], parameters=[
        move("max_age", "7200s", "hot.gas.before_start")
    ])))  # fmt: skip
    facts = good_facts()
    facts["gas"]["points"][0]["sampled_at"] = (NOW - timedelta(hours=1)).isoformat()
    assert not all(j.passes for j in gate(pack.requirements, "start", facts, NOW))
    assert all(j.passes for j in gate(loosened.requirements, "start", facts, NOW))

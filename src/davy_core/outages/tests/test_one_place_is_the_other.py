"""Whether two outages, an outage and a block, or a place and either are the same ground."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davy_core.outages.ground import common, meet

AREAS = st.lists(st.sampled_from("abc"), unique=True)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ((), (), ()),
        ((), ("a",), ("a",)),
        (("a", "b"), ("c", "b"), ("b",)),
        (("a", "b"), ("b", "a"), ("a", "b")),
        (("a",), ("b",), None),
    ],
)
def test_no_areas_are_the_whole_site(
    one: tuple[str, ...], other: tuple[str, ...], both: tuple[str, ...] | None
) -> None:
    assert meet(one, other) is (both is not None)
    if both is not None:
        assert common(one, other) == both


def test_nothing_in_common_is_not_the_whole_site() -> None:
    with pytest.raises(ValueError, match="nothing in common"):
        common(("a",), ("b",))


@given(AREAS, AREAS)
def test_it_is_the_same_both_ways_round_and_in_every_area_of_it(one: list[str], other: list[str]) -> None:
    assert meet(one, other) is meet(other, one)
    if meet(one, other):
        both = common(one, other)
        assert both == common(other, one)
        assert all(meet(one, (area,)) and meet(other, (area,)) for area in both)

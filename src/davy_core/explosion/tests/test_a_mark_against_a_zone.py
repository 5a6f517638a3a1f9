"""The mark on a plate against the zone of an area: what is not told is not known, and does not fit (S26). The
phone reads the same cases (terminals.test.ts)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davy_core.explosion.marks import ZONES, Zone, fits, ratings

CASES = Path(__file__).parents[3] / "davy_law/contracts/vectors/ex/marks.json"


@pytest.mark.parametrize("case", json.loads(CASES.read_text("utf-8")), ids=lambda case: case["name"])
def test_as_the_shared_cases_say(case: dict[str, Any]) -> None:
    zone = Zone(case["zone"], case.get("group"), case.get("temperature"))
    assert fits(case["mark"], zone) is case["fits"]


MARKS = ("Ex ib IIB T4 Gb", "Ex ia IIC T6 Ga", "Ex ic IIA T1 Gc", "Ex ib IIIC T135°C Db", "")
ASKED = st.sampled_from([None, "IIA", "IIB", "IIC", "IIIA", "IIIC"])
COOL = st.sampled_from([None, "T1", "T4", "T6", "T135"])


@given(mark=st.sampled_from(MARKS), zone=st.sampled_from([*ZONES, None]), group=ASKED, temperature=COOL)
def test_what_nobody_told_of_an_area_lets_nothing_more_in(
    mark: str, zone: str | None, group: str | None, temperature: str | None
) -> None:
    for less in (Zone(zone), Zone(zone, group), Zone(zone, None, temperature)):
        asked = Zone(zone, group or less.asked[0], temperature or less.asked[1])
        same = asked.asked[0].startswith("III") == less.least.startswith("D")
        if same and _is_told_for(less.least, asked.asked[1]) and fits(mark, less):
            assert fits(mark, asked)


def _is_told_for(level: str, temperature: str) -> bool:
    """Classes are asked of gas, degrees of dust."""
    return (len(temperature) > 2) == level.startswith("D")


@given(mark=st.sampled_from(MARKS), at=st.integers(0, 30), size=st.integers(1, 30))
def test_what_has_worn_off_a_plate_makes_it_no_better(mark: str, at: int, size: int) -> None:
    torn = mark[:at] + mark[at + size :]
    said = {rating.level for rating in ratings(torn)} - {rating.level for rating in ratings(mark)}
    assert not said & {"Ga", "Da"}


@given(st.text(max_size=60))
def test_whatever_somebody_types_is_read_or_is_no_mark(mark: str) -> None:
    for rating in ratings(mark):
        assert rating.celsius is None or rating.celsius > 0

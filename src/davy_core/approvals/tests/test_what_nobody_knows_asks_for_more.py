"""A route table asks only what a row names; of what nobody knows the row with more signatures decides."""

from typing import Any

from davy_core.approvals.route import Case, find_route, hastened

STAGE = {"id": "a", "title": {"zh": "a", "en": "a"}, "on_site": True, "radius_m": 5, "superior": "leader"}


def _row(name: str, when: dict[str, Any], *posts: str) -> dict[str, Any]:
    return {
        "id": name,
        "when": {"type": "hot", **when},
        "stages": [{**STAGE, "id": p, "posts": [p]} for p in posts],
    }


def _signs(rows: list[dict[str, Any]], **known: Any) -> list[str]:
    case = Case("hot", "second", escalated=False, contractor=False, downgraded=False)
    return [s["id"] for s in find_route(rows, Case(**{**case.__dict__, **known}))]


COLOURS = [
    _row("red", {"risk": ["red"]}, "area", "safety", "leader"),
    _row("orange", {"risk": ["orange"]}, "area", "safety"),
    _row("else", {}, "area"),
]


def test_the_colour_decides_how_deep_it_goes() -> None:
    assert _signs(COLOURS, risk="red") == ["area", "safety", "leader"]
    assert _signs(COLOURS, risk="orange") == ["area", "safety"]
    assert _signs(COLOURS, risk="blue") == ["area"]


def test_what_nobody_graded_goes_deepest() -> None:
    assert _signs(COLOURS, risk=None) == ["area", "safety", "leader"]
    assert _signs([COLOURS[1], COLOURS[0], COLOURS[2]], risk=None) == ["area", "safety", "leader"]


def test_a_row_that_surely_does_not_fit_is_no_candidate() -> None:
    other = _row("height", {"risk": ["red"], "level": ["special"]}, "a", "b", "c", "d")
    assert _signs([other, *COLOURS[1:]], risk=None) == ["area", "safety"]


def test_a_row_behind_one_that_surely_fits_is_not_asked() -> None:
    assert _signs([COLOURS[2], COLOURS[0]], risk=None) == ["area"]


def test_the_class_of_the_place_and_the_kind_of_time_are_conditions_too() -> None:
    rows = [
        _row("night", {"time": ["night", "holiday"]}, "area", "safety", "leader"),
        _row("fire", {"area_class": ["fire_explosion"]}, "area", "safety"),
        _row("else", {}, "area"),
    ]
    assert _signs(rows, time=("night",), area_class="other") == ["area", "safety", "leader"]
    assert _signs(rows, time=("rest_day",), area_class="fire_explosion") == ["area", "safety"]
    assert _signs(rows, time=(), area_class="other") == ["area"]
    assert _signs(rows, time=(), area_class=None) == ["area", "safety"]
    assert _signs(rows, time=None, area_class="other") == ["area", "safety", "leader"]


def test_signatures_are_counted_and_not_stages() -> None:
    both = {**STAGE, "posts": ["area", "safety", "leader"], "mode": "all"}
    rows = [
        _row("two", {"risk": ["red"]}, "area", "safety"),
        {"id": "all", "when": {"type": "hot", "risk": ["orange"]}, "stages": [both]},
        _row("else", {}, "area"),
    ]
    assert _signs(rows, risk=None) == ["a"]


def test_haste_shortens_a_deadline_and_never_lengthens_one() -> None:
    stages = [{"id": "a", "deadline_s": 7200}, {"id": "b", "deadline_s": 600}]
    assert hastened(stages, 7200) == [{"id": "a", "deadline_s": 3600}, {"id": "b", "deadline_s": 600}]
    assert hastened([], 7200) == []

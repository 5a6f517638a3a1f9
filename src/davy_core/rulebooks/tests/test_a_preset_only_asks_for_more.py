"""A template that builds on another may add and tighten; whatever would ask for less is refused by name."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from davy_core.permits.tests.book import read
from davy_core.rulebooks.preset import PresetError, derive

BASE = read("templates/height.yaml")
PRESETS = ("height_low", "height_mid", "height_high")
STAGE = {"id": "area", "posts": ["area_head"], "mode": "any", "on_site": True}
OTHER = {"id": "safety", "posts": ["safety_dept"], "mode": "any", "on_site": True}


def _made(**more: Any) -> dict[str, Any]:
    return derive(BASE, {"id": "mine", "version": "1", "like": "height", "title": BASE["title"], **more})


def _name(row: dict[str, Any]) -> object:
    return row.get("id", row)


@pytest.mark.parametrize("name", PRESETS)
def test_a_shipped_preset_keeps_every_row_of_its_base(name: str) -> None:
    made = derive(BASE, read(f"templates/{name}.yaml"))
    for part in ("fields", "hazards", "measures", "acceptance", "photos"):
        assert [_name(row) for row in made[part]][: len(BASE[part])] == [_name(row) for row in BASE[part]]
    for part in ("type", "letters", "gas", "duties", "five_checks", "clearance", "print"):
        assert made[part] == BASE[part]
    assert set(made["critical"]) >= set(BASE["critical"])


@pytest.mark.parametrize("name", PRESETS)
def test_a_shipped_preset_lets_no_row_go(name: str) -> None:
    made = derive(BASE, read(f"templates/{name}.yaml"))
    for part, keys in (
        ("fields", ("required",)),
        ("measures", ("photo", "critical")),
        ("acceptance", ("photo",)),
    ):
        now = {row["id"]: row for row in made[part]}
        for row in BASE[part]:
            assert all(now[row["id"]][key] or not row[key] for key in keys)


def test_what_is_added_stands_behind_what_was_there_and_the_base_stays_as_it_was() -> None:
    before = deepcopy(BASE)
    row = {"id": "mine", "zh": "多一项", "en": "One more", "controls": []}
    made = _made(
        hazards=[row], tighten={"measures": {"tools": {"photo": True}}}, critical=["briefing.signed"]
    )
    assert made["hazards"][-1]["id"] == "mine"
    assert next(m for m in made["measures"] if m["id"] == "tools")["photo"]
    assert made["critical"] == BASE["critical"]
    assert before == BASE


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"type": "hot"}, "type is the base's own"),
        ({"gas": {"required": False}}, "gas is the base's own"),
        ({"duties": {}}, "duties is the base's own"),
        ({"five_checks": []}, "five_checks is the base's own"),
        ({"print": "general"}, "print is the base's own"),
        ({"without": ["harness"]}, "without is the base's own"),
        ({"like": "hot"}, "it is like hot, not like height"),
        ({"measures": [{"id": "harness", "photo": False}]}, "measures.harness stands in the base"),
        ({"fields": [{"id": "height_m", "required": False}]}, "fields.height_m stands in the base"),
        ({"hazards": [{"id": "fall"}]}, "hazards.fall stands in the base"),
        ({"briefing": {"items": [{"id": "hooks"}]}}, "briefing.hooks stands in the base"),
        ({"briefing": {"items": [], "signed": False}}, "briefing.signed is the base's own"),
        (
            {"tighten": {"measures": {"harness": {"photo": False}}}},
            "tighten.measures.harness.photo may not be",
        ),
        (
            {"tighten": {"measures": {"harness": {"order": "any"}}}},
            "tighten.measures.harness.order may not be",
        ),
        ({"tighten": {"measures": {"wings": {"photo": True}}}}, "tighten.measures.wings is not in the base"),
        ({"tighten": {"hazards": {"fall": {"when": True}}}}, "tighten.hazards is nothing that gets stricter"),
        ({"usual": "28801s"}, "usual is longer"),
        ({"approval": {"usual": "none", "two": [], "four": []}}, "approval.usual is neither"),
        ({"approval": {"usual": "two", "two": [STAGE], "four": []}}, "approval.two does not name 2 stages"),
        ({"approval": {"usual": "two", "two": [STAGE, STAGE], "four": []}}, "stages of different posts"),
        (
            {"approval": {"usual": "two", "two": [STAGE, {**OTHER, "on_site": False}], "four": []}},
            "approval.two does not end on site",
        ),
        ({"approval": {"usual": "two", "two": [], "four": [], "none": []}}, "approval.none is unknown"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_would_be_looser_is_refused(more: dict[str, Any], fault: str) -> None:
    with pytest.raises(PresetError) as refused:
        _made(**more)
    assert any(fault in found for found in refused.value.faults)


def test_every_fault_is_told_at_once_and_a_preset_of_a_preset_is_one() -> None:
    made = _made()
    with pytest.raises(PresetError) as refused:
        derive(made, {"id": "twice", "like": "mine", "gas": {}})
    faults = refused.value.faults
    assert {
        "the base is a preset itself",
        "gas is the base's own",
        "title is missing",
        "version is missing",
    } <= set(faults)

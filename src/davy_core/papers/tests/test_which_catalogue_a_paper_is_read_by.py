"""Order 30 until 2026-05-31, order 19 since, its text to be confirmed; doubts are told and decide nothing."""

from datetime import date
from importlib import resources
from typing import Any

import pytest
import yaml

from davy_core.papers.catalogue import Catalogue, Paper, canonical, doubts, governing, later, read

TODAY = date(2026, 11, 23)
NUMBER = "11010519491231002X"


@pytest.fixture(scope="module")
def catalogues() -> tuple[Catalogue, ...]:
    folder = resources.files("davy_law").joinpath("rulepacks", "certificates")
    packs: list[Any] = [
        yaml.safe_load(entry.read_text("utf-8")) for entry in folder.iterdir() if entry.name.endswith(".yaml")
    ]
    return read(packs)


@pytest.mark.parametrize(
    ("issued", "expected", "sure"),
    [
        (date(2026, 5, 31), "certificates/order30", True),
        (date(2026, 6, 1), "certificates/order19", False),
        (None, "certificates/order19", False),
        (date(2010, 6, 30), None, None),
    ],
)
def test_the_day_of_issue_decides(
    catalogues: tuple[Catalogue, ...], issued: date | None, expected: str | None, sure: bool | None
) -> None:
    found = governing(catalogues, "special_operation", issued, TODAY)
    assert (None if found is None else found.id) == expected
    assert found is None or found.to_confirm is not sure


def test_a_kind_that_no_catalogue_knows_is_read_by_none(catalogues: tuple[Catalogue, ...]) -> None:
    assert governing(catalogues, "fishing", TODAY, TODAY) is None
    assert governing(catalogues, "special_equipment", TODAY, TODAY) is not None
    assert governing(catalogues, "guardian", TODAY, TODAY) is not None


@pytest.mark.parametrize(
    ("kind", "written", "item"),
    [
        ("special_operation", "熔化焊接与热切割", "熔化焊接与热切割作业"),
        ("special_operation", "高处安装,维护,拆除作业", "高处安装、维护、拆除作业"),
        ("special_operation", "高处安装 维护 拆除", "高处安装、维护、拆除作业"),
        ("special_equipment", "起重机司机", "Q2"),
        ("special_equipment", "起重机司机Q2", "Q2"),
        ("special_equipment", "Q1", "Q1"),
    ],
)
def test_an_item_is_found_as_people_write_it(
    catalogues: tuple[Catalogue, ...], kind: str, written: str, item: str
) -> None:
    pack = governing(catalogues, kind, TODAY, TODAY)
    assert pack is not None
    found = canonical(pack, written)
    assert found is not None
    assert found[1] == item
    assert canonical(pack, "钓鱼作业") is None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, ()),
        ({"item": "钓鱼作业"}, ("item_unlisted",)),
        ({"number": "T110105194912310011"}, ("number_not_holder",)),
        ({"identity": None, "number": "T1"}, ()),
        ({"valid_to": date(2030, 3, 2)}, ("validity_too_long",)),
        ({"review_due": None}, ("review_missing",)),
        ({"review_due": date(2030, 3, 2), "valid_to": None}, ("review_too_late",)),
    ],
)
def test_what_looks_wrong_is_named(
    catalogues: tuple[Catalogue, ...], change: dict[str, Any], expected: tuple[str, ...]
) -> None:
    sound: dict[str, Any] = {
        "kind": "special_operation",
        "number": f"T{NUMBER}",
        "item": "熔化焊接与热切割作业",
        "issued_at": date(2024, 3, 1),
        "valid_from": date(2024, 3, 1),
        "valid_to": date(2030, 3, 1),
        "review_due": date(2027, 3, 1),
        "identity": NUMBER,
    }
    pack = governing(catalogues, "special_operation", date(2024, 3, 1), TODAY)
    assert pack is not None
    assert doubts(pack, Paper(**{**sound, **change})) == expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 12, 1), 1, date(2025, 1, 1)),
        (date(2024, 3, 1), 72, date(2030, 3, 1)),
    ],
)
def test_months_are_those_of_the_calendar(day: date, months: int, expected: date) -> None:
    assert later(day, months) == expected

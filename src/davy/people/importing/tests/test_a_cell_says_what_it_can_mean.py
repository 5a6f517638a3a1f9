"""Days as people in China write them, numbers as spreadsheets spoil them, and nothing that is guessed."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davy.people.importing.cells import BadCellError, bare, guarded, read, written
from davy.people.importing.columns import column, columns, finding, guessed, words
from davy.people.importing.tests.workbooks import ID


@pytest.mark.parametrize(
    "cell",
    [
        "2026-05-01", "2026/5/1", "2026.5.1", "2026年5月1日", "2026年05月01", "2026 年 5 月 1 日", "20260501",
        20260501,
        "２０２６－０５－０１", "2026-05-01 00:00:00", 46143, 46143.0, "46143", date(2026, 5, 1),
        datetime(2026, 5, 1, 8),  # noqa: DTZ001 - a spreadsheet knows no zones
    ],
)  # fmt: skip
def test_one_day_in_many_forms(cell: object) -> None:
    assert read(column("certificate.valid_to"), cell) == "2026-05-01"


@pytest.mark.parametrize(
    ("name", "cell", "code"),
    [
        ("certificate.valid_to", "2026年5月", "day_part"),
        ("certificate.valid_to", "26.5.1", "day_part"),
        ("certificate.valid_to", "2026", "day_part"),
        ("certificate.valid_to", "长期", "day_endless"),
        ("certificate.valid_to", "2026-02-30", "day"),
        ("certificate.valid_to", "明年", "day"),
        ("certificate.valid_to", 5, "day"),
        ("certificate.valid_to", "=TODAY()", "formula"),
        ("name", "=cmd|' /C calc'!A0", "formula"),
        ("name", "#REF!", "cell_error"),
        ("name", "陈\x07电", "characters"),
        ("name", "陈" * 65, "too_long"),
        ("id_number", 110105194912310021.0, "number_rounded"),
        ("id_number", "110105194912310021", "identity"),
        ("phone", "没有", "phone"),
        ("status", "不知道", "choice"),
        ("training.hours", "八", "number"),
        ("training.hours", "-1", "number"),
        ("training.hours", "NaN", "number"),
        ("contacts", "陈母 13987654321", "contacts"),
    ],
)
def test_what_cannot_be_meant_is_named(name: str, cell: object, code: str) -> None:
    with pytest.raises(BadCellError) as refused:
        read(column(name), cell)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "cell", "expected"),
    [
        ("hr_code", 100, "100"),
        ("hr_code", 100.0, "100"),
        ("id_number", f" {ID.lower()} ", ID),
        ("id_number", "110***********002X", ""),
        ("status", "在 职", "active"),
        ("blood_group", "ab型", "AB"),
        ("training.passed", True, "yes"),
        ("training.hours", "８", "8.0"),
        ("certificate.scan", r"C:\扫描\焊工.jpg", "焊工.jpg"),
        ("contacts", "陈母/母亲/13987654321；陈父//13900000000", "陈母/母亲/13987654321; 陈父//13900000000"),
        ("name", None, ""),
    ],
)
def test_what_it_says(name: str, cell: object, expected: str) -> None:
    assert read(column(name), cell) == expected


@given(st.text())
def test_no_text_is_a_formula_in_a_csv_and_it_comes_back(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert bare(guarded(text)) == text


@given(st.one_of(st.text(), st.floats(), st.integers(), st.booleans(), st.datetimes(), st.none()))
def test_whatever_stands_in_a_cell_is_read_or_refused(cell: Any) -> None:
    for one in columns().values():
        try:
            assert isinstance(read(one, cell), str)
        except BadCellError as refused:
            finding(refused.code)


def test_every_word_of_a_choice_is_read_back() -> None:
    for one in (c for c in columns().values() if c.kind == "choice"):
        for code in words(one.of):
            assert read(one, written(one, code)) == code


def test_headings_are_known_by_many_names_and_as_the_company_said() -> None:
    headings = ["序号", "员工编号", "姓 名*", "身份证号码（18位）", "有效期至", "HR"]
    assert guessed(headings, {}) == {1: "hr_code", 2: "name", 3: "id_number", 4: "certificate.valid_to"}
    assert guessed(headings, {"hr": "hr_code"})[1] == "hr_code"
    assert guessed(["HR"], {"hr": "hr_code"}) == {0: "hr_code"}

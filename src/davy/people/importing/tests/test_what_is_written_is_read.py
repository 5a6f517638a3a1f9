"""An export read again is the same ledger, value by value, as a workbook and as a table."""

import io
import zipfile
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from davy.db import tenant
from davy.people.importing import reading, writing
from davy.people.importing.cells import read
from davy.people.importing.columns import Column, guessed, sheets, words
from davy.people.importing.exporting import lines
from davy.people.importing.tests.workbooks import (
    PAPERS,
    PEOPLE,
    carry_on,
    identity,
    picture,
    send,
    workbook,
    zipped,
)  # fmt: skip
from davy.people.models import Viewed
from tests.plant import Browser, Plant, said

_LETTERS = st.characters(whitelist_categories=("L", "N", "P", "S"), max_codepoint=0x9FFF)
_TEXT = st.text(_LETTERS, min_size=1, max_size=20).map(
    lambda t: normalize("NFC", t).replace("*", "x").replace("_x", "x")
)


PAPER = [
    "H0100",
    "陈电",
    "特种作业操作证",
    "T9",
    "低压电工作业",
    "",
    "2024-01-01",
    "2030-01-01",
    "",
    "陈电",
    "a.jpg",
]


def value(told: Column) -> st.SearchStrategy[str]:
    """A value that the ledger could have in this column."""
    made: dict[str, st.SearchStrategy[str]] = {
        "day": st.dates(min_value=_day(1970), max_value=_day(2100)).map(lambda day: day.isoformat()),
        "choice": st.sampled_from(sorted(words(told.of))) if told.kind == "choice" else st.nothing(),
        "identity": st.integers(0, 20_000).map(identity),
        "phone": st.sampled_from(["13812345678", "+86 138 1234 5678", "010-12345678"]),
        "number": st.integers(0, 990).map(lambda n: f"{n / 10:.1f}"),
        "contacts": st.just("陈母/母亲/13987654321; 陈父//13900000000"),
        "file": st.just("a1b2.jpg"),
    }
    return (
        made[told.kind]
        if told.kind in made
        else _TEXT.filter(lambda t: t == t.strip() and not t.startswith(("=", "'", "#")))
    )


def _day(year: int) -> Any:
    return date(year, 1, 2)


def again(content: bytes, sheet: Any) -> list[dict[str, str]]:
    with NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        found = reading.tables(Path(file.name))
    [table] = [one for one in found if one.name in {sheet.zh, ""}]
    meant = guessed(table.headings, {})
    told = {c.id: c for c in writing.headed(sheet)}
    rows = [
        {meant[at]: read(told[meant[at]], cell) for at, cell in enumerate(cells) if at in meant}
        for _, cells in table.rows
    ]
    return [{name: text for name, text in row.items() if text} for row in rows]


@settings(max_examples=25, deadline=None)
@given(st.data())
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_every_value_comes_back(form: str, data: st.DataObject) -> None:
    for sheet in sheets():
        line = st.fixed_dictionaries({c.id: value(c) for c in writing.headed(sheet)})
        wanted = data.draw(st.lists(line, min_size=1, max_size=3))
        out = io.BytesIO()
        if form == "csv":
            writing.table(out, sheet, wanted)
        else:
            writing.book(out, {sheet.id: wanted})
        assert again(out.getvalue(), sheet) == wanted


@pytest.fixture
def qian(plant: Plant, settings: Any, tmp_path: Path) -> Browser:
    """钱敏, who keeps the registers."""
    settings.DATA = tmp_path
    return plant.browser("qian")


def test_the_ledger_taken_away_and_entered_elsewhere_is_the_same(
    plant: Plant, neighbour: Plant, qian: Browser
) -> None:
    one = send(
        qian,
        workbook(
            人员=[PEOPLE, ["H0100", "陈电", identity(3), "13812345678", "电工", "宏安检修"]],
            证书=[PAPERS, PAPER],
        ),
        zipped({"a.jpg": picture(5)}),
    )
    carry_on(qian, plant.company.id, one)
    carry_on(qian, plant.company.id, one, "apply")
    taken = qian.get("/api/v1/people/export?clear=true&scans=true&why=换系统")
    assert taken.status_code == 200
    with tenant.company(plant.company.id):
        ours, _, people = lines(plant.company.id, clear=True, medical=True)
        assert Viewed.objects.count() == len(people)
    unzipped = _book(taken.content)
    same = send(qian, unzipped, taken.content)
    assert set(carry_on(qian, plant.company.id, same)["counts"]) == {"same"}
    sun = neighbour.browser("sun")
    other = send(sun, unzipped, taken.content)
    carry_on(sun, neighbour.company.id, other)
    carry_on(sun, neighbour.company.id, other, "apply")
    with tenant.company(neighbour.company.id):
        theirs, _, _ = lines(neighbour.company.id, clear=True, medical=True)
    theirs["person"] = [line for line in theirs["person"] if line["hr_code"] != "N0001"]
    assert theirs == ours


def test_masked_it_changes_nothing_when_it_is_read_again(plant: Plant, qian: Browser) -> None:
    qian.send(
        "POST",
        "/api/v1/people",
        {"name": "陈电", "hr_code": "H0100", "id_number": identity(3), "phone": "13812345678"},
    )
    taken = qian.get("/api/v1/people/export").content
    assert identity(3).encode() not in taken
    one = send(qian, taken)
    assert set(carry_on(qian, plant.company.id, one)["counts"]) == {"same"}


def test_in_clear_it_needs_right_and_reason(plant: Plant, qian: Browser) -> None:
    assert said(qian.get("/api/v1/people/export?clear=true"))["code"] == "import_no_reason"
    plant.accounts["wang"].roles = ["auditor"]
    plant.accounts["wang"].save()
    wang = plant.browser("wang")
    assert wang.get("/api/v1/people/export").status_code == 200
    assert wang.get("/api/v1/people/export?clear=true&why=审计").status_code == 403
    assert plant.browser("li").get("/api/v1/people/export").status_code == 403


def _book(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("人员台账.xlsx")

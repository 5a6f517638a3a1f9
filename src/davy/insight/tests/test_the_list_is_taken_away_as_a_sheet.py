"""The list of permits is taken away as CSV or XLSX: as narrowed, dates as dates, no formula, on record."""

import csv
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account, AuditRow
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.insight import api
from davy.people.models import Firm, Person

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # 08:30 in Shanghai
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def plant(step_clock: Callable[[timedelta], None]) -> Plant:
    """A hot work and a confined space; 李工, responsible for both, is of a firm with a formula for a name."""
    step_clock(MORNING - clock.now())
    plant = small_plant(simulated=True)
    with tenant.company(plant.company):
        firm = Firm.objects.create(company_id=plant.company, name='=HYPERLINK("http://x")', code="HJ")
        Person.objects.filter(id=plant.people["li"].person).update(firm_id=firm.id)
    journeys.draft_hot(Hands(plant, at=MORNING), content="@SUM(A1) 焊接")
    journeys.draft_confined(Hands(plant, at=MORNING + timedelta(minutes=1)))
    return plant


def _ask(plant: Plant, who: str = "zheng", **asked: Any) -> Any:
    client = Client()
    client.force_login(Account.objects.get(id=plant.people[who].account))
    return client.get("/api/v1/board/sheet", asked)


def _taken(plant: Plant, **asked: Any) -> bytes:
    answer = _ask(plant, **asked)
    assert answer.status_code == 200, answer.content
    return b"".join(answer.streaming_content)  # the end of it closes the file


def _csv(plant: Plant, **asked: Any) -> list[dict[str, str]]:
    text = _taken(plant, form="csv", **asked).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def _cells(made: bytes, sheet: int) -> dict[str, str]:
    """Cell → what stands in it; a date is the number that a spreadsheet takes for one."""
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        root = ET.fromstring(book.read(f"xl/worksheets/sheet{sheet}.xml"))  # noqa: S314 - as above
    assert root.find(f".//{MAIN}f") is None, "a formula"
    return {cell.attrib["r"]: "".join(cell.itertext()) for cell in root.iter(f"{MAIN}c")}


def test_a_sheet_holds_what_the_list_shows_in_its_order_and_language(plant: Plant) -> None:
    both = _csv(plant, sort="from", rising="true")
    assert [row["作业类型"] for row in both] == ["动火作业", "受限空间作业"]
    (hot,) = _csv(plant, type="hot")
    assert hot["计划开始"] == "2026-11-23 08:30"
    assert (hot["状态"], hot["级别"], hot["作业点"] != "") == ("审批中", "一级", True)
    (other,) = _csv(plant, type="hot", language="en")
    assert (other["State"], other["Type of work"]) == ("In approval", "Hot work")


def test_nothing_in_it_is_a_formula(plant: Plant) -> None:
    (hot,) = _csv(plant, type="hot")
    assert (hot["承包商"], hot["作业内容"]) == ('\'=HYPERLINK("http://x")', "'@SUM(A1) 焊接")
    cells = _cells(_taken(plant, type="hot"), 1)
    assert {"@SUM(A1) 焊接", '=HYPERLINK("http://x")'} <= set(cells.values())


def test_in_a_workbook_dates_are_dates_and_counts_numbers(plant: Plant) -> None:
    cells = _cells(_taken(plant, type="hot"), 1)
    heads = {text: re.sub(r"\d", "", cell) for cell, text in cells.items() if cell.endswith("1")}
    days = (datetime(2026, 11, 23, 8, 30) - datetime(1899, 12, 30)) / timedelta(days=1)  # noqa: DTZ001
    assert float(cells[f"{heads['计划开始']}2"]) == pytest.approx(days)
    assert int(cells[f"{heads['票上人数']}2"]) == 5


def test_a_sheet_of_its_own_says_who_took_it_when_and_narrowed_to_what(plant: Plant) -> None:
    cells = _cells(_taken(plant, type="hot", state="submitted", level="first", q="焊接"), 2)
    told = {cells[f"A{row}"]: cells.get(f"B{row}") for row in range(1, len(cells) // 2 + 1)}
    assert told["导出人"] == "郑安全 zheng"
    assert told["时间所用时区"] == "Asia/Shanghai"
    assert [told[name] for name in ("状态", "作业类型", "级别", "搜索", "张数")] == [
        "审批中", "动火作业", "一级", "焊接", "1",
    ]  # fmt: skip


def test_who_took_it_is_kept_without_the_words_he_looked_for(plant: Plant) -> None:
    _taken(plant, type="hot", q="王班")
    with tenant.company(plant.company):
        row = AuditRow.objects.get(resource="board")
    assert row.account_id == plant.people["zheng"].account
    assert row.after == {"lines": 1, "type": "hot", "q": "set"}


def test_whoever_may_not_export_takes_nothing(plant: Plant) -> None:
    assert _ask(plant, "li").status_code == 403


def test_a_list_too_long_for_a_sheet_is_refused_with_a_way_out(
    plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "MOST_EXPORTED", 1)
    answer = _ask(plant)
    assert (answer.status_code, answer.json()["code"]) == (422, "sheet_too_long")
    assert len(_csv(plant, type="hot")) == 1

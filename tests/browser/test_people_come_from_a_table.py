"""People and certificates from a table at the desk: checked first, what is wrong told with how to mend it,
what differs chosen side by side, entered, and taken back whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from davy.db import tenant
from davy.people.importing.tests.workbooks import PAPERS, PEOPLE, identity, picture, workbook, zipped
from davy.people.models import Certificate, Import, Person
from davy.people.tasks import carry_on
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _work(town: Town) -> None:
    """What the job does that the press has begun."""
    with tenant.company(town.plant.company):
        found = Import.objects.get().id
    carry_on(town.plant.company, found)


def _files(town: Town, folder: Path) -> tuple[Path, Path]:
    with tenant.company(town.plant.company):
        known = Person.objects.get(id=town.plant.people["qian"].person)
    number = identity(9)
    people = [
        PEOPLE,
        ["H0900", "陈电", number, "13812345678", "电工", ""],
        ["H0901", "错号", "110105196001010001", "", "", ""],
        [known.hr_code, known.name, "", "", "管工", ""],
    ]
    card = ["H0900", "陈电", "特种作业操作证", f"T{number}", "低压电工作业", "2024年3月1日", "2024-03-01",
            "2030.2.28", "2027-02-28", "陈电", "card.jpg"]  # fmt: skip
    table, scans = folder / "名单.xlsx", folder / "扫描件.zip"
    table.write_bytes(workbook(人员=people, 证书=[PAPERS, card]))
    scans.write_bytes(zipped({"card.jpg": picture(3)}))
    return table, scans


def _check(page: Page, table: Path, scans: Path) -> None:
    page.goto("/console/people/imports")
    page.get_by_label("表格（Excel .xlsx 或 CSV）").set_input_files(table)
    page.get_by_label("扫描件（ZIP，可不选）").set_input_files(scans)
    page.get_by_role("button", name="上传并检查").click()
    expect(page.get_by_role("heading", name="检查中")).to_be_visible()


def _counts(town: Town) -> tuple[int, int, str]:
    with tenant.company(town.plant.company):
        trade = Person.objects.get(id=town.plant.people["qian"].person).trade
        return Person.objects.count(), Certificate.objects.count(), trade


def test_a_table_is_checked_entered_and_taken_back(town: Town, tmp_path: Path) -> None:
    before = _counts(town)
    page = town.console("zheng")
    _check(page, *_files(town, tmp_path))
    _work(town)
    expect(page.get_by_role("heading", name="已检查，等确认")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="错号")).to_contain_text("身份证号")
    enter = page.get_by_role("button", name="导入 2 行")
    expect(enter).to_be_visible()
    town.photograph(page, "console-import-checked")
    page.get_by_role("button", name="用表格的", exact=True).click()
    expect(page.get_by_role("button", name="导入 3 行")).to_be_visible()
    page.get_by_role("button", name="导入 3 行").click()
    expect(page.get_by_role("heading", name="导入中")).to_be_visible()
    assert _counts(town) == before
    _work(town)
    expect(page.get_by_text("已导入 3 行")).to_be_visible()
    town.photograph(page, "console-import-entered")
    assert _counts(town) == (before[0] + 1, before[1] + 1, "管工")

    page.get_by_role("button", name="撤销这次导入").click()
    page.get_by_role("button", name="确认撤销").click()
    expect(page.get_by_role("heading", name="撤销中")).to_be_visible()
    _work(town)
    expect(page.get_by_role("heading", name="已撤销")).to_be_visible()
    assert _counts(town) == before

"""周队 hands in people by one table on his phone; 郑安全 looks at the doubts and confirms them together."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from davy.db import tenant
from davy.people import tasks
from davy.people.importing.tests.workbooks import identity, picture, workbook, zipped
from davy.people.models import Import
from tests.browser import axe
from tests.browser.test_a_firm_keeps_its_own_file import _give_login, _hire, _phone
from tests.browser.town import DESKTOP, Town

pytestmark = pytest.mark.browser

PEOPLE = ["姓名", "身份证号", "手机", "工种"]
PAPERS = ["身份证号", "证书类别", "证书编号", "操作项目", "有效期止", "证上姓名", "证书扫描件"]
MANY = {1: "钱焊工", 2: "孙架工", 3: "李电工"}


def _book() -> bytes:
    people = [[name, identity(n), f"1380000000{n}", "焊工"] for n, name in MANY.items()]
    people.append(["周普工", "110101199003070012", "13800000009", "普工"])
    ends = {1: "2099-12-31", 2: "2026-01-31", 3: "2099-12-31"}
    papers = [
        [identity(n), "监护人证", f"JH-{n}", "监护", ends[n], name, f"{n}.jpg"] for n, name in MANY.items()
    ]
    return workbook(人员=[PEOPLE, *people], 证书=[PAPERS, *papers])


def _job(town: Town) -> None:
    """Does what the worker does, for whatever waits to be done."""
    company: UUID = town.plant.company
    with tenant.company(company):
        one = Import.objects.get(state__in=["checking", "applying"])
    tasks.carry_on(company, one.id)


def _hand_in(page: Page, town: Town) -> None:
    page.get_by_role("button", name="人员", exact=True).click()
    page.get_by_role("button", name="批量导入").click()
    form = page.get_by_role("region", name="用表格一次报多人")
    table: Any = {"name": "名单.xlsx", "mimeType": "x/x", "buffer": _book()}
    form.get_by_label("表格").set_input_files(table)
    scans = zipped({f"{n}.jpg": picture(n) for n in MANY})
    packed: Any = {"name": "s.zip", "mimeType": "x/x", "buffer": scans}
    form.get_by_label("扫描件").set_input_files(packed)
    with page.expect_response(lambda told: told.url.endswith("/check")):
        form.get_by_role("button", name="上传并检查").click()
    _job(town)
    expect(form).to_contain_text("可提交 6 行，有错 1 行")
    expect(form).to_contain_text("身份证号校验不通过")
    assert axe.found(page) == []
    town.photograph(page, "firm-import-checked")
    with page.expect_response(lambda told: told.url.endswith("/apply")):
        form.get_by_role("button", name="提交 6 行").click()
    _job(town)
    expect(form).to_contain_text("已提交 6 行，等企业确认")
    expect(page.get_by_text("6 项在等企业确认")).to_be_visible()
    town.photograph(page, "firm-import-done")


def _confirm(desk: Page, town: Town) -> None:
    desk.reload()
    desk.get_by_role("button", name="宏安检修 的档案").click()
    file = desk.locator("[data-firm=C1]")
    expect(file.get_by_text("已经到期，确认了也不能上岗")).to_be_visible()
    file.get_by_role("button", name="选中没有疑点的").click()
    town.photograph(desk, "firm-doubts")
    assert axe.found(desk) == []
    file.get_by_role("button", name="确认所选 5 项").click()
    expect(file.get_by_role("listitem").filter(has_text="JH-2")).to_be_visible()
    expect(file.get_by_role("listitem").filter(has_text="JH-1")).to_have_count(0)


def test_a_table_of_people_is_handed_in_by_phone_and_confirmed_together(town: Town) -> None:
    _hire(town)
    desk = town.console("zheng")
    _give_login(desk, town)
    page = _phone(town)
    _hand_in(page, town)
    _confirm(desk, town)

    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]  # playwright's own TypedDict
    page.reload()
    page.get_by_role("button", name="人员", exact=True).click()
    expect(page.locator("[data-person=钱焊工]")).to_contain_text("JH-1")
    town.photograph(page, "firm-import-desktop")

"""郑安全 records a violation with its cost in the file of a firm; 周队 answers on his phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import axe
from tests.browser.test_a_firm_keeps_its_own_file import _give_login, _hire, _phone
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_the_firm_says_what_it_has_to_say(town: Town) -> None:
    _hire(town)
    desk = town.console("zheng")
    _give_login(desk, town)
    file = desk.locator("[data-firm=C1]")
    file.get_by_role("button", name="记一条违章").click()
    form = file.get_by_role("form", name="记一条违章")
    form.get_by_label("日期").fill("2026-11-20")
    form.get_by_label("事实").fill("罐顶不系安全带")
    form.get_by_label("依据（条款）").fill("安全管理协议 5.2")
    form.get_by_label("费用（元，没有填 0）").fill("500")
    town.photograph(desk, "violation-form")
    form.get_by_role("button", name="记录").click()
    expect(file.get_by_text("今年 1 条，500.00 元")).to_be_visible()

    page = _phone(town)
    page.get_by_role("button", name="违章").click()
    row = page.get_by_role("listitem").filter(has_text="罐顶不系安全带")
    expect(row).to_contain_text("500.00 元")
    row.get_by_role("button", name="申辩").click()
    row.get_by_label("申辩内容（只能提交一次）").fill("正在换挂点，有照片")
    assert axe.found(page) == []
    row.get_by_role("button", name="提交申辩").click()
    expect(row).to_contain_text("本单位申辩：正在换挂点，有照片")
    town.photograph(page, "violation-phone")

    desk.reload()
    desk.get_by_role("button", name="宏安检修 的档案").click()
    expect(file.get_by_text("单位申辩：正在换挂点，有照片")).to_be_visible()
    assert axe.found(desk) == []
    file.get_by_text("违章与费用").scroll_into_view_if_needed()
    town.photograph(desk, "violation-desk")

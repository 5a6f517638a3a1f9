"""At the desk: one box finds everything by keyboard, and the list is narrowed to what it found."""

import re

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_one_box_leads_to_permits_places_and_people_by_keyboard(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    page = town.console("zheng")
    page.get_by_role("navigation", name="房间").wait_for()

    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="搜索票、人、地方、设备")
    expect(box).to_be_focused()
    expect(page.get_by_text("可以搜")).to_be_visible()
    box.fill("罐区")
    found = page.get_by_role("listbox")
    expect(found.get_by_role("group", name="区域")).to_contain_text("甲醇罐区")
    expect(found.get_by_role("group", name="作业票")).to_contain_text("审批中")
    expect(found.locator("[aria-selected=true]")).to_contain_text("审批中")
    town.photograph(page, "console-search")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/permits/{hands.permit}"))

    page.keyboard.press("Control+k")
    expect(box).to_be_focused()
    box.fill("没有这样的东西")
    expect(page.get_by_text("没有找到“没有这样的东西”")).to_be_visible()
    box.fill("甲醇罐区")
    found.get_by_role("group", name="区域").get_by_role("option").click()
    expect(page).to_have_url(re.compile(f"area={town.plant.area}"))
    expect(page.locator("tr[data-state=submitted]")).to_have_count(1)
    page.keyboard.press("Control+k")
    expect(found.get_by_role("group", name="最近打开").get_by_role("option")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(box).not_to_be_visible()


def test_views_and_columns_follow_the_account_and_two_permits_stand_side_by_side(town: Town) -> None:
    first = Hands(town.plant)
    journeys.draft_hot(first)
    second = Hands(town.plant)
    journeys.draft_hot(second, content="更换阀门垫片")
    page = town.console("zheng")
    page.goto("/console/permits")
    expect(page.locator("tr[data-state=submitted]")).to_have_count(2)
    _lay_out_and_keep(page)
    _find_it_at_another_desk(town)
    _compare(town, page, first.permit, second.permit)


def _lay_out_and_keep(page: Page) -> None:
    page.get_by_role("button", name="列", exact=True).click()
    page.get_by_role("checkbox", name="监护人").uncheck()
    page.get_by_role("button", name="编号 往前移").click()
    page.get_by_role("checkbox", name="最近变动").check()
    page.locator("h1").click()
    heads = page.locator("thead th[data-column]")
    expect(heads.first).to_have_text("编号")
    expect(heads.last).to_contain_text("最近变动")
    page.get_by_role("button", name="编号", exact=True).click()
    expect(page).to_have_url(re.compile("sort=number&rising=1"))
    expect(heads.first).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("separator", name=re.compile("编号")).press("ArrowRight")
    page.get_by_role("button", name="保存视图").click()
    page.get_by_label("视图名称").fill("按编号")
    page.get_by_role("button", name="保存", exact=True).click()
    kept = page.get_by_role("button", name="按编号", exact=True)
    expect(kept).to_be_visible()
    page.get_by_role("button", name="删除视图 按编号").click()
    expect(kept).to_have_count(0)
    page.get_by_role("button", name="撤销", exact=True).click()
    expect(kept).to_be_visible()
    page.wait_for_timeout(1_000)  # widths are kept a moment after the last one was drawn


def _find_it_at_another_desk(town: Town) -> None:
    elsewhere = town._open("zheng", {"width": 1440, "height": 900}, "/console/permits", touch=False)
    expect(elsewhere.locator("thead th[data-column]").first).to_have_text("编号")
    expect(elsewhere.locator("thead th[data-column=guardian]")).to_have_count(0)
    elsewhere.get_by_role("button", name="按编号", exact=True).click()
    expect(elsewhere).to_have_url(re.compile("sort=number"))


def _compare(town: Town, page: Page, first: object, second: object) -> None:
    page.get_by_role("button", name="导出").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="CSV").click()
    assert taken.value.path().read_text(encoding="utf-8-sig").count("动火作业") == 2
    expect(page.get_by_text(re.compile("已保存 davy-permits-"))).to_be_visible()
    page.locator("h1").click()
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="帮助 · 作业")
    expect(sheet).to_contain_text("放进对比")
    page.keyboard.press("Escape")
    expect(sheet).not_to_be_visible()
    marks = page.get_by_role("checkbox", name=re.compile("来对比$"))
    page.keyboard.press("x")
    expect(marks.first).to_be_checked()
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(marks.last).to_be_checked()
    page.keyboard.press("c")
    expect(page).to_have_url(re.compile(f"a={first}&b={second}"))
    work = page.locator("tr[data-differs=true]", has_text="作业内容")
    expect(work).to_contain_text("更换阀门垫片")
    expect(page.get_by_role("rowheader", name="作业点", exact=True)).to_have_count(1)
    page.locator(".el-switch").click()
    expect(page.get_by_role("rowheader", name="作业点", exact=True)).to_have_count(0)
    expect(page.locator("tr[data-differs=false]")).to_have_count(0)
    town.photograph(page, "console-compare")

    page.goto(f"/console/permits/{second}")
    page.get_by_role("button", name="对比", exact=True).click()
    page.get_by_role("link", name="同一作业点的上一张").click()
    expect(page).to_have_url(re.compile(f"a={second}&b={first}"))

"""At the desk: one box finds everything by keyboard, and the list is narrowed to what it found."""

import re

import pytest
from playwright.sync_api import expect

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

"""At the desk: work is booked and agreed to by somebody else, and every figure leads to its permits."""

import re
from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_work_is_booked_and_somebody_else_agrees(town: Town) -> None:
    asker = town.console("zhao")
    asker.goto("/console/planning")
    expect(asker.get_by_text("这一周没有预约")).to_be_visible()
    asker.get_by_role("button", name="预约作业").click()
    asker.get_by_role("combobox", name="作业点").select_option(index=1)
    asker.get_by_text("动火作业", exact=True).click()
    asker.get_by_label("作业内容").fill("更换管线法兰")
    asker.get_by_label("申请单位").fill("甲醇车间")
    asker.get_by_label("作业单位").fill("检修中心")
    asker.get_by_role("button", name="提交预约").click()
    row = asker.locator("tbody tr")
    expect(row).to_contain_text("待确认")
    expect(asker.get_by_role("button", name="同意", exact=True)).to_have_count(0)

    other = town.console("zheng")
    other.goto("/console/planning")
    other.locator("tbody tr").click()
    town.photograph(other, "console-booking")
    other.get_by_role("button", name="同意", exact=True).click()
    expect(other.locator("tbody tr")).to_contain_text("已同意")


def test_work_of_today_is_booked_as_urgent_only(town: Town) -> None:
    page = town.console("zhao")
    page.goto("/console/planning")
    page.get_by_role("button", name="预约作业").click()
    page.get_by_role("combobox", name="作业点").select_option(index=1)
    page.get_by_text("动火作业", exact=True).click()
    for label, text in (("作业内容", "抢修"), ("申请单位", "甲醇车间"), ("作业单位", "检修中心")):
        page.get_by_label(label).fill(text)
    tomorrow = page.get_by_label("开始").input_value()
    end = page.get_by_label("结束")
    page.get_by_label("开始").fill(_day_before(tomorrow))
    end.fill(tomorrow)
    page.get_by_role("button", name="提交预约").click()
    expect(page.get_by_text(re.compile("急件"))).not_to_have_count(0)
    expect(page.locator("tbody tr")).to_have_count(0)
    page.locator(".el-switch").click()
    page.get_by_label("急件原因").fill("法兰漏了")
    page.get_by_role("button", name="提交预约").click()
    expect(page.locator("tbody tr")).to_contain_text("急件")


def _lines(page: Page) -> Locator:
    """The permits behind the first figure; asked again where the table was still the one before."""
    found = page.locator("aside a")
    for _ in range(3):
        page.locator(".counted").first.click()
        with suppress(AssertionError):
            expect(found).to_be_visible(timeout=5_000)
            break
    return found


def test_a_figure_leads_to_its_permit(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    page = town.console("zheng")
    page.goto("/console/statistics")
    hot = page.locator("tbody tr", has_text="动火作业")
    expect(hot.locator("b")).to_have_text("1")
    hot.locator(".counted").click()
    expect(page.locator("aside")).to_contain_text("审批中")
    town.photograph(page, "console-statistics")
    hot.get_by_role("button", name="动火作业").click()
    expect(page).to_have_url(re.compile("pick.type=hot"))
    _lines(page).click()
    expect(page).to_have_url(re.compile(f"/permits/{hands.permit}"))
    page.goto("/console/statistics?pick.type=confined")
    expect(page.get_by_text("这段时间里没有记录")).to_be_visible()


def _day_before(typed: str) -> str:
    return (datetime.fromisoformat(typed) - timedelta(days=1)).strftime("%Y-%m-%d %H:%M")

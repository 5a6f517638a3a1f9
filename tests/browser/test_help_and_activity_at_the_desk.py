"""The help of a room, its keys from the table that listens, and its search; what a person did, by duty."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_the_help_tells_the_room_and_finds_a_word(town: Town) -> None:
    page = town.console("zhao")
    page.goto("/console/approvals")
    expect(page.get_by_role("heading", name="审批")).to_be_visible()
    page.keyboard.press("?")
    panel = page.get_by_role("dialog", name="帮助 · 审批")
    expect(panel).to_contain_text("一次只签一张，没有全选")
    expect(panel.locator("dt", has_text=re.compile("^a$"))).to_be_visible()
    expect(panel).to_contain_text("打开签名（不会直接签）")
    town.photograph(page, "desk-help")
    panel.get_by_role("textbox", name="在帮助里找").fill("盲板")
    expect(panel.get_by_role("status")).to_contain_text("插在管道里")
    panel.get_by_role("textbox", name="在帮助里找").fill("没有这个词")
    expect(panel.get_by_role("status")).to_contain_text("帮助里没有找到")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)


def test_activity_is_read_by_himself_and_by_duty(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    number = str(journeys.state(hands).number)
    page = town.console("zheng")
    page.goto("/console/people")
    page.get_by_role("link", name="赵主任 的记录").click()
    signed = page.locator("tr[data-act=StageSigned]")
    expect(signed).to_contain_text("签批")
    expect(signed).to_contain_text("1 级")
    expect(page.get_by_text("您这次查看已记入审计")).to_be_visible()
    expect(page.get_by_role("region", name="在票上的职责")).to_contain_text("审批人")
    town.photograph(page, "desk-activity")
    signed.get_by_role("link", name=number).click()
    expect(page.locator(f"[data-permit='{number}']")).to_be_visible()

    own = town.console("li")
    own.goto("/console/people")
    expect(own.get_by_role("link", name="赵主任 的记录")).to_have_count(0)
    own.goto("/console/settings")
    own.get_by_role("link", name="我的记录").click()
    expect(own.locator("tr[data-act=PermitSubmitted]")).to_contain_text(number)
    expect(own.get_by_text("已记入审计")).to_have_count(0)

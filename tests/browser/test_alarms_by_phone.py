"""A gas alarm is seen to on phones: its owner acknowledges and handles it, 冯班长 closes it, others only
read. Nothing of that lets the work go on (S7, S27)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser import thumbs
from tests.browser.town import Town

pytestmark = pytest.mark.browser

STEPS = ("确认收到", "处置", "登记处置", "关闭报警")
GLOVE = 56
OVER = [("representative", "methanol", "0.6", "%vol")]


@pytest.fixture
def hands(town: Town) -> Hands:
    """A hot work that a gas reading has just stopped."""
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    journeys.gas_round(hands, OVER, who="wang")
    assert journeys.state(hands).state == "paused"
    return hands


def _tile(page: Page, state: str) -> Locator:
    return page.get_by_role("alert").get_by_role("button", name="气体超限").filter(has_text=state)


def _open(page: Page, state: str) -> Locator:
    """Tap the alarm that is in this state; its sheet."""
    _tile(page, state).click()
    sheet = page.get_by_role("dialog", name="气体超限")
    expect(sheet).to_contain_text("人员撤离，查明来源，置换或通风后重新检测。")
    expect(sheet).to_contain_text("确认、处置、关闭都不会让作业恢复。")
    return sheet


def _fits_a_glove(target: Locator) -> None:
    box = target.bounding_box()
    assert box is not None
    assert box["height"] >= GLOVE


def _write(page: Page, step: str, note: str) -> None:
    """The words that the step asks for, without which it is not to be pressed."""
    sheet = page.get_by_role("dialog", name=step)
    expect(sheet.get_by_role("button", name="先写清楚再登记")).to_be_disabled()
    sheet.get_by_role("textbox").fill(note)
    thumbs.press(page, step)


def _only_reads(page: Page, permit: str, state: str) -> None:
    thumbs.open_permit(page, permit)
    sheet = _open(page, state)
    expect(sheet).to_contain_text("作业负责人 李工")
    expect(sheet).to_contain_text("这条报警不归您处置。")
    for step in STEPS:
        expect(sheet.get_by_role("button", name=step)).to_have_count(0)


def _close(town: Town, hands: Hands) -> None:
    """What the owner may not close waits for 冯班长; the card no longer tells of it, and stays paused."""
    leader = town.phone("feng")
    leader.goto("/m/")
    _open(leader, "请您关闭")
    thumbs.press(leader, "关闭报警")
    _write(leader, "关闭报警", "置换完，泄漏已消除")
    expect(leader.get_by_text("这条报警已关闭。")).to_be_visible()
    thumbs.open_permit(leader, str(hands.permit))
    expect(_tile(leader, "")).to_have_count(0)
    expect(leader.get_by_text(re.compile("^已暂停")).first).to_be_visible()
    assert journeys.state(hands).state == "paused"


def test_its_owner_sees_to_it_and_the_permit_stays_paused(town: Town, hands: Hands) -> None:
    page = town.phone("li")
    page.goto("/m/")
    _fits_a_glove(_tile(page, "请您确认"))
    town.photograph(page, "alarm-tasks")
    sheet = _open(page, "请您确认")
    expect(sheet).to_contain_text("作业负责人 李工")
    for button in sheet.get_by_role("button").all():
        _fits_a_glove(button)
    town.photograph(page, "alarm-raised")
    thumbs.press(page, "确认收到")
    expect(sheet.get_by_text("已确认", exact=True)).to_be_visible()
    expect(sheet.get_by_role("button", name="确认收到")).to_have_count(0)
    town.photograph(page, "alarm-acknowledged")
    thumbs.press(page, "处置")
    town.photograph(page, "alarm-note")
    _write(page, "登记处置", "法兰泄漏，已关阀，正在置换")
    expect(sheet).to_contain_text("已处置，等当班班长、签发方或中控关闭。")
    expect(page.get_by_text("法兰泄漏，已关阀，正在置换")).to_be_visible()
    town.photograph(page, "alarm-handled")
    expect(_tile(page, "请您")).to_have_count(0)
    assert journeys.state(hands).state == "paused"
    _close(town, hands)


def test_a_bystander_is_told_whose_it_is_and_may_press_nothing(town: Town, hands: Hands) -> None:
    page = town.phone("qian")
    page.goto("/m/")
    expect(page.get_by_role("heading", name="待办")).to_be_visible()
    expect(_tile(page, "")).to_have_count(0)
    _only_reads(page, str(hands.permit), "未确认")
    town.photograph(page, "alarm-bystander")


def test_offline_it_says_so_and_still_tells_what_to_do(town: Town, hands: Hands) -> None:
    page = town.phone("li")
    thumbs.open_permit(page, str(hands.permit))
    town.photograph(page, "alarm-card")
    page.context.set_offline(True)
    sheet = _open(page, "请您确认")
    expect(sheet).to_contain_text("离线，现在不能确认、处置、关闭")
    expect(sheet.get_by_role("button", name="确认收到")).to_have_count(0)
    town.photograph(page, "alarm-offline")
    page.context.set_offline(False)
    thumbs.press(page, "重试")
    expect(sheet.get_by_role("button", name="确认收到")).to_be_enabled()
    assert journeys.state(hands).state == "paused"

"""The approval queue at the desk: judged beside the list, signed one at a time, returned with a reason, the
next one comes up; what cannot be signed says why, and what waits for others says for whom (S20)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser import thumbs
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _permit(town: Town, *, ready: bool) -> str:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    if ready:
        journeys.prepare(hands)
    return str(journeys.state(hands).number)


def _row(page: Page, number: str) -> Locator:
    return page.locator(f"[data-number='{number}']")


def _judge(town: Town, page: Page, bare: str) -> None:
    """What cannot be signed says so, and the key that opens the signature does not open it."""
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    expect(_row(page, bare)).to_have_attribute("data-chosen", "true")
    expect(page.get_by_text(re.compile("现在不能签：还有"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^签批…"))).to_be_disabled()
    page.keyboard.press("a")
    expect(page.get_by_role("status").filter(has_text="现在不能签，原因写在右边")).to_be_visible()
    expect(page.locator("canvas")).to_have_count(0)
    town.photograph(page, "desk-approvals-against")
    page.keyboard.press("k")
    page.keyboard.press("k")


def _sign(town: Town, page: Page) -> None:
    """One key opens the signature and never gives it; each item is ticked on its own."""
    page.keyboard.press("a")
    agree = page.get_by_role("button", name="同意签批")
    expect(agree).to_be_disabled()
    expect(page.locator("form input[type=checkbox]:checked")).to_have_count(0)
    thumbs.check_all(page)
    thumbs.sign_box(page)
    town.photograph(page, "desk-approvals-sign")
    agree.click()


def test_one_after_the_other_is_judged_and_decided(town: Town) -> None:
    bare = _permit(town, ready=False)
    first, second = _permit(town, ready=True), _permit(town, ready=True)
    page = town.console("zhao")
    page.goto("/console/approvals")
    expect(page.locator("[data-number]")).to_have_count(3)
    # What can be decided stands before what still waits for somebody else, and of those the oldest first.
    shown = [one.get_attribute("data-number") for one in page.locator("[data-number]").all()]
    assert shown == [first, second, bare]
    expect(_row(page, first)).to_have_attribute("data-chosen", "true")
    expect(_row(page, first)).to_contain_text("条件齐了")
    expect(page.locator(f"[data-permit='{first}']")).to_be_visible()
    expect(page.get_by_role("checkbox", name=re.compile("全选"))).to_have_count(0)
    town.photograph(page, "desk-approvals")
    _judge(town, page, bare)
    _sign(town, page)
    expect(page.get_by_text(f"已签批 {first}")).to_be_visible()
    expect(_row(page, first)).to_have_count(0)
    expect(_row(page, second)).to_have_attribute("data-chosen", "true")
    page.locator("h1").click()
    page.keyboard.press("r")
    page.get_by_role("textbox", name="原因").fill("站位没写清")
    page.get_by_role("button", name="退回修改", exact=True).click()
    expect(page.get_by_text(f"已退回 {second}")).to_be_visible()
    expect(_row(page, bare)).to_have_attribute("data-chosen", "true")
    page.get_by_role("link", name=re.compile("^等别人")).click()
    expect(_row(page, first)).to_contain_text("第 2/")
    expect(page.locator(f"[data-permit='{first}']")).to_be_visible()
    _remind(town, page)


def _remind(town: Town, page: Page) -> None:
    """The one it waits for is reminded, once for now; one permit, and the reader sees who it was."""
    page.get_by_role("button", name="催办", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="已提醒 郑安全")).to_be_visible()
    town.photograph(page, "desk-approvals-others")
    page.reload()
    page.get_by_role("button", name="催办", exact=True).click()
    expect(page.get_by_text("刚刚催过")).to_be_visible()
    expect(page.get_by_text("分钟后可以再催")).to_be_visible()
    town.photograph(page, "desk-approvals-nudged")


def test_a_row_keeps_its_place_under_the_pointer(town: Town) -> None:
    old = _permit(town, ready=True)
    page = town.console("zhao")
    page.goto("/console/approvals")
    expect(_row(page, old)).to_be_visible()
    _row(page, old).hover()
    town.wait(minutes=1)
    new = _permit(town, ready=False)
    expect(page.get_by_role("button", name=re.compile("新到 1 张"))).to_be_visible()
    expect(_row(page, new)).to_have_count(0)
    page.get_by_role("button", name=re.compile("新到 1 张")).click()
    expect(_row(page, new)).to_be_visible()

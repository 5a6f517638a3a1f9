"""消息: what somebody was told, on his phone and at his desk: what must still be acted on first, then day by
day, noted as read and taken back, older pages on demand, and without a connection what was last known."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.ids import uuid7
from davy.notify import queries, store
from davy.notify.tests.inboxes import deliver
from davy_core.instants import iso
from tests.browser import axe, thumbs
from tests.browser.town import Town

pytestmark = pytest.mark.browser

GLOVE = 56


@pytest.fixture
def hands(town: Town) -> Hands:
    """Hot work that 周工 stopped in passing; everybody was told of all that happened until then."""
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    hands.must("zhou", "stop", {"reason": "旁边在装车"})
    deliver()
    return hands


def _unread(town: Town, who: str) -> int:
    with tenant.company(town.plant.company):
        return queries.unread(town.plant.company, UUID(town.plant.person(who)))["unread"]


def _tell_before(town: Town, who: str, count: int) -> None:
    """So many more notices, of the days before."""
    for n in range(count):
        at = iso(clock.now() - timedelta(days=1, minutes=n))
        told = [{"ref": "TicketVerified.0", "group": "g", "to": [town.plant.person(who)], "at": at}]
        store.deliver(town.plant.company, permit_id=None, number=f"DH-{n}", source=uuid7(), notices=told)


def _told_so_far(page: Page) -> int:
    return page.locator("li.notice").count()


def test_a_foreman_reads_what_he_was_told_on_his_phone(town: Town, hands: Hands) -> None:
    page = town.phone("li")
    unread = _unread(town, "li")
    bell = page.get_by_role("link", name=f"消息 · {unread} 条未读 · 紧急")
    expect(bell).to_be_visible()
    town.photograph(page, "inbox-bell")
    bell.click()
    first = page.locator("li.notice").first
    expect(page.get_by_role("heading", name="还要人处理")).to_be_visible()
    expect(first).to_contain_text("叫停")
    expect(page.get_by_role("heading", name="今天")).to_be_visible()
    town.photograph(page, "inbox-phone")
    for button in page.locator("li.notice button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= GLOVE
    assert axe.found(page) == []
    thumbs.press(page, "全部已读")
    expect(page.get_by_text(f"{unread} 条标为已读")).to_be_visible()
    assert _unread(town, "li") == 0
    town.photograph(page, "inbox-undo")
    thumbs.press(page, "撤销")
    expect(page.get_by_text(f"{unread} 条未读")).to_be_visible()
    assert _unread(town, "li") == unread
    first.get_by_role("button").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("责任人")
    assert _unread(town, "li") == unread - 1


def test_older_ones_come_when_they_are_asked_for(town: Town) -> None:
    page = town.phone("li")
    page.goto("/m/inbox")
    expect(page.get_by_text("还没有消息")).to_be_visible()
    _tell_before(town, "li", 60)
    expect(page.get_by_role("heading", name="昨天")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="看更早的")).to_be_visible()
    assert _told_so_far(page) == 50
    thumbs.press(page, "看更早的")
    expect(page.get_by_text("只留 90 天")).to_be_visible()
    assert _told_so_far(page) == 60


def test_without_a_connection_it_tells_what_was_last_known(town: Town, hands: Hands) -> None:
    page = thumbs.installed(town.phone("li"))
    page.goto("/m/inbox")
    expect(page.locator("li.notice").first).to_be_visible()
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_text("手机里留的内容")).to_be_visible()
    expect(page.locator("li.notice").first).to_contain_text("叫停")
    thumbs.press(page, "全部已读")
    expect(page.get_by_text("现在离线，没有记成已读。")).to_be_visible()
    town.photograph(page, "inbox-offline")
    assert _unread(town, "li") > 0


def test_the_desk_reads_by_keyboard_and_takes_it_back(town: Town, hands: Hands) -> None:
    page = town.console("li")
    unread = _unread(town, "li")
    page.get_by_role("link", name="消息").click()
    expect(page.get_by_role("row", name="还要人处理")).to_be_visible()
    expect(page.locator(".rail").get_by_label(f"{unread} 条未读")).to_be_visible()
    town.photograph(page, "inbox-desk")
    page.keyboard.press("j")
    page.keyboard.press("m")
    expect(page.locator(".rail").get_by_label(f"{unread - 1} 条未读")).to_be_visible()
    thumbs.press(page, "撤销")
    expect(page.locator(".rail").get_by_label(f"{unread} 条未读")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="报警", exact=True)).to_be_visible()
    expect(page.locator("aside")).to_contain_text("叫停")
    assert _unread(town, "li") == unread - 1

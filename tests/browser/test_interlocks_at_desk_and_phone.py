"""联锁: 冯班长 writes the table at the desk, 郑安全 approves it; a stop cuts, the desk shows its times, and
李工 takes it back on his phone when the stop is confirmed and its cause is closed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from davy.actuation.tests.plant import Desk
from davy.building import journeys
from davy.building.hands import Hands
from davy.clock import now
from davy.sensing.tests.acting import SHOWS
from davy_core.instants import iso
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _write(page: Page) -> None:
    page.get_by_role("button", name="写联锁表").click()
    page.get_by_label("原因", exact=True).select_option(label="任何停工（自行休息除外）")
    page.get_by_label("动作", exact=True).select_option(label="断电")
    page.get_by_label("设备", exact=True).select_option(label="SN-R SN-R")
    page.get_by_label("通风", exact=True).check()
    page.get_by_role("button", name="提出", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("绝不能有它们")
    page.get_by_label("通风", exact=True).uncheck()
    page.get_by_label("焊机", exact=True).check()
    page.get_by_role("button", name="提出", exact=True).click()
    expect(page.get_by_text("待批准 · 第 1 版")).to_be_visible()


def _told(desk: Desk, kind: str, **more: object) -> None:
    order = desk.orders()[-1]
    asked: dict[str, object] = {"instrument": str(desk.relay)}
    if kind == "note_answer":
        asked |= {"order": order["id"], "did": "received"}
    else:
        shown = {name: str(value) for name, value in SHOWS[order["effect"]].items()}
        asked |= {"values": shown, "taken": iso(now())}
    assert desk.give("watch", kind, asked | more)["verdict"] == "accepted"


def test_a_table_of_two_people_cuts_and_is_taken_back_on_site(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    desk = Desk(town.plant)
    place = f"/console/places/effects?point={town.plant.point}"
    writer = town.console("feng")
    writer.goto(place)
    _write(writer)
    town.photograph(writer, "desk-effects-proposed")
    approver = town.console("zheng")
    approver.goto(place)
    approver.get_by_role("button", name="逐行看过，批准生效").click()
    expect(approver.get_by_text("生效中 · 第 1 版")).to_be_visible()
    town.photograph(approver, "desk-effects-in-force")

    hands.give("sun", "stop", {"reason": "看到明火"})
    _told(desk, "note_answer")
    _told(desk, "note_reading")
    control = town.console("chu")
    control.goto(f"/console/permits/{hands.permit}")
    expect(control.locator("[data-order=confirmed]")).to_contain_text("断电")
    town.photograph(control, "desk-effects-permit")
    phone = town.phone("li")
    phone.goto(f"/m/permits/{hands.permit}")
    order = phone.locator("[data-order=confirmed]")
    expect(order).to_contain_text("不能恢复")
    order.scroll_into_view_if_needed()
    town.photograph(phone, "phone-effects-cut")

    _take_back(town, hands, phone, desk)


def _take_back(town: Town, hands: Hands, phone: Page, desk: Desk) -> None:
    hands.give("qian", "receive_pause")
    hands.give("li", "confirm_stopped")
    hands.give("feng", "resolve_cause", {"cause": "stopped", "note": "明火已灭"})
    phone.reload()
    phone.get_by_role("button", name="恢复供电").click()
    sheet = phone.get_by_role("dialog")
    sheet.get_by_label("恢复的理由").fill("明火已灭，现场安全")
    town.photograph(phone, "phone-effects-restore")
    sheet.get_by_role("button", name="恢复供电").click()
    expect(phone.locator("[data-order=superseded]")).to_contain_text("断电")
    _told(desk, "note_reading")
    phone.reload()
    expect(phone.locator("[data-order=confirmed]")).to_contain_text("恢复供电")
    phone.locator("[data-order=confirmed]").scroll_into_view_if_needed()
    town.photograph(phone, "phone-effects-restored")

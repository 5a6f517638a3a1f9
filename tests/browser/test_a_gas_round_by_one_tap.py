"""A detector tells, somebody taps once, and the round stands at phone and desk; without a line he types."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.sensing.tests.test_a_curve_is_asked_for_before_the_start import asking
from davy.sensing.tests.watching import bind
from tests.browser import thumbs
from tests.browser.detector import Detector
from tests.browser.town import Town

pytestmark = pytest.mark.browser

TAKE = "用这台的读数"


def _issued(town: Town) -> Hands:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    return hands


def _at_the_gas(town: Town, hands: Hands, who: str = "zhou") -> Page:
    page = town.phone(who)
    page.goto(f"/m/permits/{hands.permit}/gas")
    return page


def _tile(page: Page) -> Locator:
    return page.locator("article[data-serial=SN-1]")


def test_the_detector_tells_and_one_tap_makes_the_round(town: Town) -> None:
    hands = _issued(town)
    page = _at_the_gas(town, hands)
    expect(page.get_by_text("这个部位没有绑定检测仪。")).to_be_visible()
    detector = Detector(town)
    bind(hands, detector.id)
    page.reload()
    expect(page.get_by_role("button", name="绑定后还没有读数，等它上传")).to_be_disabled()
    detector.tells("0.4")
    expect(_tile(page)).to_contain_text(re.compile("可燃气体.*0.4"))
    town.photograph(page, "take-ready")
    detector.tells("0.6")
    expect(_tile(page)).to_contain_text("0.6")
    before = len(journeys.state(hands).rounds)
    thumbs.press(page, TAKE)
    verdict = page.locator("section.verdict")
    expect(verdict).to_contain_text("合格")
    expect(verdict).to_contain_text("服务器取数 · SN-1 第 2 条")
    town.photograph(page, "take-verdict")
    found = journeys.state(hands).rounds
    assert len(found) == before + 1
    assert (found[-1].verdict, found[-1].complete) == ("pass", True)
    desk = town.console("chu")
    desk.goto(f"/console/permits/{hands.permit}")
    expect(desk.get_by_text("服务器取数 · SN-1 第 2 条").first).to_be_visible()
    desk.get_by_text("服务器取数 · SN-1 第 2 条").first.scroll_into_view_if_needed()
    town.photograph(desk, "take-desk")


def test_bad_air_is_one_tap_too(town: Town) -> None:
    hands = _issued(town)
    detector = Detector(town)
    bind(hands, detector.id)
    page = _at_the_gas(town, hands)
    expect(_tile(page)).to_be_visible()
    detector.tells("8.4")
    thumbs.press(page, TAKE)
    expect(page.locator("section.verdict")).to_contain_text("不合格 · 停止作业，撤离")
    town.photograph(page, "take-bad")
    assert journeys.state(hands).rounds[-1].verdict == "fail"


def test_an_old_reading_waits_for_the_next_and_without_a_line_one_types(town: Town) -> None:
    hands = _issued(town)
    detector = Detector(town)
    bind(hands, detector.id)
    page = _at_the_gas(town, hands)
    expect(_tile(page)).to_be_visible()
    detector.tells("0.4")
    expect(page.get_by_role("button", name=TAKE)).to_be_enabled()
    expect(page.get_by_role("button", name=re.compile(r"读数已过 1[1-9] 秒，等它上传"))).to_be_disabled(
        timeout=20_000
    )
    town.photograph(page, "take-old")
    page.context.set_offline(True)
    expect(
        page.get_by_text("现在离线，取不到检测仪的读数。这部手机没有登记，手工录入也要到有信号处。")
    ).to_be_visible()
    expect(page.get_by_role("heading", name="手工录入")).to_be_visible()
    town.photograph(page, "take-offline")


def test_the_phone_says_how_much_of_the_curve_is_left(town: Town) -> None:
    asking(town.plant)
    hands = _issued(town)
    detector = Detector(town)
    bind(hands, detector.id)
    for n in range(32):
        detector.tells(f"0.{3 + n % 3}")
        town.wait(seconds=25)
    page = _at_the_gas(town, hands)
    detector.tells("0.5")
    due = page.locator("section.due")
    expect(due).to_contain_text("开工前连续 30 分钟")
    expect(due).to_contain_text("还差 17 分钟")
    town.photograph(page, "curve-due")
    page.get_by_role("region", name="设备实时曲线").scroll_into_view_if_needed()
    town.photograph(page, "curve-due-below")
    desk = town.console("chu")
    desk.goto(f"/console/permits/{hands.permit}")
    expect(desk.locator("section.due")).to_contain_text("还差 17 分钟")
    desk.locator("section.due").scroll_into_view_if_needed()
    town.photograph(desk, "curve-due-desk")

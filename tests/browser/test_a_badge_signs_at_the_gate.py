"""A person without a phone: the gate's terminal reads his badge, takes one signature, and forgets him."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import PASSWORD
from davy.building.terminals import PIN
from davy.signatures import pins
from tests.browser.thumbs import check_all, press, sign_box
from tests.browser.town import SHIFTED_CLOCK, Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser

BADGE = "04A32F915580"
GATE = {"width": 1920, "height": 1080}
TABLET = {"width": 800, "height": 1280}


def _desk(town: Town) -> str:
    """郑安全 registers 赵主任's badge and makes a terminal; its address."""
    desk = town.console("zheng")
    desk.goto("/console/people/badges")
    desk.get_by_label("姓名、拼音或工号").fill("赵")
    desk.get_by_role("combobox", name="持卡人").select_option(index=1)
    desk.get_by_label("卡号", exact=True).fill(BADGE)
    desk.get_by_label("我的登录密码").fill(PASSWORD)
    desk.get_by_role("button", name="登记", exact=True).click()
    expect(desk.get_by_role("cell", name="…580")).to_be_visible()
    town.photograph(desk, "console-badges")
    desk.goto("/console/people/terminals")
    desk.get_by_role("combobox", name="厂区").select_option(index=1)
    desk.get_by_label("我的登录密码").fill(PASSWORD)
    desk.get_by_role("button", name="显示登记码").click()
    address = desk.locator(".code strong")
    expect(address).to_contain_text("/m/kiosk#")
    town.photograph(desk, "console-terminals")
    return address.inner_text()


def _gate(town: Town, address: str) -> Page:
    """A browser that nobody is logged in on, made a terminal by the address of an invitation."""
    context = town.browser.new_context(
        viewport=GATE,  # type: ignore[arg-type]  # playwright's own TypedDict
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        has_touch=True,
        permissions=["camera"],
        base_url=town.url,
    )
    context.set_default_timeout(30_000)
    context.add_init_script(SHIFTED_CLOCK)
    context.add_init_script(CAMERA)
    context.add_init_script(f"window.davyAhead = {town.ahead.total_seconds() * 1000}")
    town.contexts.append(context)
    page = context.new_page()
    page.goto(address)
    page.get_by_label("终端名称").fill("东门岗亭")
    town.photograph(page, "kiosk-enrol")
    press(page, "设为公用终端")
    expect(page.get_by_role("heading", name="请刷卡")).to_be_visible()
    expect(page.get_by_role("heading", name="东门岗亭")).to_be_visible()
    assert "#" not in page.url
    return page


def _read(page: Page, pin: str = PIN) -> None:
    """The reader types the number and presses Enter, as readers do; the PIN is pressed."""
    expect(page.get_by_label("卡号（读卡器自动填）")).to_be_focused()
    page.keyboard.type(BADGE)
    page.keyboard.press("Enter")
    _pin(page, pin)


def _held_before_the_camera(page: Page, pin: str = PIN) -> None:
    """The badge carries its number as a code too; first somebody holds up the code of a work point."""
    page.evaluate("window.davyCode = 'https://davy.plant/c/abcdefgh'")
    press(page, "扫工牌上的二维码")
    expect(page.get_by_role("alert")).to_contain_text("这不是工牌上的码")
    page.evaluate(f"window.davyCode = '{BADGE}'")
    _pin(page, pin)


CAMERA = """
window.BarcodeDetector = class {
  static async getSupportedFormats() { return ['qr_code'] }
  async detect() { return window.davyCode ? [{ rawValue: window.davyCode }] : [] }
}
"""
"""A browser that reads codes by itself; what stands before its camera is told by the test."""


def _pin(page: Page, pin: str = PIN) -> None:
    keys = page.get_by_role("group", name="输入 PIN（6 位数字）")
    for digit in pin:
        keys.get_by_role("button", name=digit, exact=True).click()


def _left_behind(page: Page) -> list[str]:
    """The databases of accounts that this browser still has."""
    found = page.evaluate("async () => (await indexedDB.databases()).map(({ name }) => name)")
    return [name for name in found if name not in {"davy-kiosk", "davy-phone", "davy-nobody"}]


def _walks_away(page: Page) -> None:
    """He comes again, and leaves the screen as it is."""
    _read(page)
    expect(page.get_by_text("赵主任").first).to_be_visible()
    page.evaluate("window.davyAhead += 35000")
    expect(page.get_by_text("秒后自动退出")).to_be_visible()
    page.evaluate("window.davyAhead += 15000")
    expect(page.get_by_text("您已退出，没有留下任何记录。")).to_be_visible()
    assert not page.evaluate("async () => (await (await fetch('/api/v1/session')).json()).authenticated")
    assert _left_behind(page) == []


def _sign(town: Town, page: Page, walk: Walk) -> None:
    press(page, "签批")
    page.wait_for_url(f"**/m/permits/{walk.permit}/sign")
    page.set_viewport_size(TABLET)  # type: ignore[arg-type]  # playwright's own TypedDict
    check_all(page)
    sign_box(page, password=False)
    expect(page.locator("[data-way=kiosk]")).to_be_visible()
    town.photograph(page, "kiosk-sign")
    press(page, "同意签批")
    town.photograph(page, "kiosk-pin-to-sign")
    _pin(page)
    expect(page.get_by_text("已办好，您已退出。")).to_be_visible()
    town.photograph(page, "kiosk-done")
    assert dict(walk.state.ways) == {f"area:{town.plant.person('zhao')}": "kiosk"}


def test_badge_and_pin_sign_once_and_nothing_of_him_stays(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    walk = Walk(town, str(hands.permit))
    pins.choose(Account.objects.get(id=town.plant.people["zhao"].account), PIN)
    page = _gate(town, _desk(town))
    town.photograph(page, "kiosk-badge")
    # A copied code is no better than the number: without the PIN it opens nothing.
    _held_before_the_camera(page, "000001")
    expect(page.get_by_text("PIN 不正确。")).to_be_visible()
    town.photograph(page, "kiosk-pin")
    _pin(page)
    expect(page.get_by_text("刷一次卡办一件事").first).to_be_visible()
    expect(page.locator("nav.tabs")).to_have_count(0)
    town.photograph(page, "kiosk-tasks")
    _sign(town, page, walk)
    assert _left_behind(page) == []
    page.goto(f"/m/permits/{walk.permit}")
    page.wait_for_url("**/m/kiosk")
    expect(page.get_by_role("heading", name="请刷卡")).to_be_visible()
    _walks_away(page)

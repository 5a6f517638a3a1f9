"""S11, S13 by thumbs: 李工 signs out of his shift and hands his duty to 孙司索, who is briefed and takes it
on site; work is cancelled in two steps."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser import thumbs
from tests.browser.town import Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser


@pytest.fixture
def live(town: Town) -> Walk:
    """Work that goes on."""
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return Walk(town, str(hands.permit))


def test_the_duty_goes_over_on_site(live: Walk) -> None:
    town = live.town
    with live.leaving("li", "shift", "交接班") as page:
        page.locator("label", has_text="我下班，交出").click()
        thumbs.check_all(page)
        thumbs.sign_box(page)
        town.photograph(page, "shift")
        thumbs.press(page, "签字")
    assert "outgoing:responsible" in live.state.shift_signed
    page = live.step("li", "duty", "移交岗位")
    page.locator("button.pick").click()
    page.get_by_role("dialog").get_by_text("孙司索").click()
    town.photograph(page, "duty-offer")
    thumbs.press(page, "请 孙司索 接任")
    page.wait_for_url(re.compile(rf"/m/permits/{live.permit}$"))
    page = live.step("sun", "duty", "接班")
    town.photograph(page, "duty-unbriefed")
    with live.leaving("sun", "brief", "安全交底") as page:
        thumbs.sign_box(page, password=False)
        thumbs.press(page, "我已听懂")
    page = live.step("sun", "duty", "接班")
    town.photograph(page, "duty-take")
    thumbs.hold(page, "按住接")
    page.wait_for_url(re.compile(rf"/m/permits/{live.permit}$"))
    assert live.state.crew.responsible == town.plant.person("sun")


def test_asked_to_be_cancelled_it_stops_and_the_issuing_side_agrees(live: Walk) -> None:
    town = live.town
    page = live.step("li", "end", "结束作业票")
    town.photograph(page, "end")
    page.get_by_role("textbox").fill("装置要停车")
    thumbs.press(page, "申请取消作业")
    page.wait_for_url(re.compile(rf"/m/permits/{live.permit}$"))
    town.photograph(page, "end-asked")
    assert live.state.state == "paused"
    page = town.phone("zhao")
    page.goto("/m/")
    expect(page.get_by_role("button", name="同意取消")).to_have_count(1)
    expect(page.get_by_role("button", name="消除停工原因")).to_have_count(0)
    town.photograph(page, "end-task")
    page = live.step("zhao", "stopped", "停工与复工")
    town.photograph(page, "end-agree")
    thumbs.hold(page, "按住同意取消")
    expect(page.get_by_text(re.compile("撤销")).first).to_be_visible()
    town.photograph(page, "end-withdrawn")
    assert (live.state.state, live.state.clearance) == ("withdrawn", "open")

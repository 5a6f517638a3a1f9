"""Back from a stop on phones, or not: gas over its limit, and a change that ends the permit."""

from __future__ import annotations

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
    """A live hot-work permit; how it became so is walked elsewhere."""
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return Walk(town, str(hands.permit))


def test_a_number_over_its_limit_waits_for_no_photo(live: Walk) -> None:
    page = live.step("wang", "gas", "检测气体")
    for key in "0.6":
        page.get_by_role("group").get_by_role("button", name=key, exact=True).click()
    expect(page.get_by_role("alert").filter(has_text="已超限")).to_be_visible()
    live.town.photograph(page, "gas-over")
    page.get_by_role("button", name="记录“").click()
    expect(page.get_by_role("alert").filter(has_text="停止作业，撤离")).to_be_visible()
    assert live.state.state == "paused"


def test_gas_over_its_limit_stops_the_work_until_it_is_measured_anew_and_resolved(live: Walk) -> None:
    page = live.test_gas("wang", 甲醇="0.6")
    expect(page.get_by_role("alert")).to_contain_text("不合格 · 停止作业，撤离")
    live.town.photograph(page, "gas-failed")
    expect(live.card("li").get_by_text("已暂停 · 现场未确认")).to_be_visible()
    live.confirm_stopped()
    page = live.step("feng", "stopped", "停工与复工")
    expect(page.get_by_text("停工后重测合格 · 还没有")).to_be_visible()
    live.town.photograph(page, "gas-unresolved")
    live.test_gas()
    live.stand_by()
    live.resolve("气体超限")
    live.resume()
    assert (live.state.state, live.state.causes) == ("active", ())


def _clear(walk: Walk) -> None:
    """冯班长 sees every item of the place by himself and signs that it is safe."""
    with walk.leaving("feng", "clear", "确认清场") as page:
        thumbs.check_all(page)
        thumbs.snap(page)
        thumbs.sign_box(page)
        walk.town.photograph(page, "clear")
        thumbs.press(page, "确认清场")
    expect(page.get_by_text("已作废").first).to_be_visible()


def test_a_change_ends_the_permit_and_its_place_is_cleared(live: Walk) -> None:
    live.pause()
    live.stand_by()
    page = live.step("li", "stopped", "停工与复工")
    page.locator("label", has_text="有变化").click()
    live.town.photograph(page, "changed")
    thumbs.hold(page, "按住作废这张票")
    expect(page.get_by_text("现场未清")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="已记录：作废")).to_be_visible()
    live.town.photograph(page, "voided")
    state = live.state
    assert (state.state, state.clearance, state.is_changed) == ("voided", "open", True)
    live.check_for_embers()
    _clear(live)
    assert live.state.clearance == "confirmed"

"""A screen on a wall: opened by its link without a login, live, and empty as soon as it may show no more."""

import re

import pytest
from playwright.sync_api import expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser.town import Town
from tests.browser.walls import opened, wall

pytestmark = pytest.mark.browser


def test_the_wall_is_live_and_goes_blank_when_its_link_is_revoked(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    page = wall(town)
    active = page.locator("[data-number=active] b")
    expect(active).to_have_text("1")
    expect(page.locator("main")).to_have_attribute("data-trust", "fresh")
    assert "#" not in page.url  # nobody reads the token off the screen
    hands.must("qian", "stop", {"reason": "旁边在装车"})
    expect(active).to_have_text("0")
    expect(page.locator("[data-list=alarms]")).to_contain_text("有人叫停作业")
    page.reload()  # the PC was switched off and on
    expect(active).to_have_text("0")
    desk = town.console("zheng")
    desk.get_by_role("button", name="撤销").click()
    desk.get_by_role("alertdialog").get_by_role("button", name="撤销", exact=True).click()
    expect(page.get_by_text("这块看板屏不能再显示")).to_be_visible()
    expect(page.locator("[data-number]")).to_have_count(0)
    expect(page.get_by_text(re.compile("已撤销、已到期"))).to_be_visible()


def test_a_wall_that_hears_nothing_is_never_green(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    page = wall(town)
    expect(page.locator("main")).to_have_attribute("data-trust", "fresh")
    page.context.set_offline(True)
    expect(page.get_by_role("alert")).to_contain_text("看板已断开", timeout=60_000)
    expect(page.locator("main")).to_have_class(re.compile("fallen"))
    page.context.set_offline(False)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_without_a_link_or_a_login_the_wall_shows_nothing(town: Town) -> None:
    page = opened(town, f"{town.url}/console/wall")
    expect(page.get_by_text("这块看板屏不能再显示")).to_be_visible()
    expect(page.locator("[data-number]")).to_have_count(0)

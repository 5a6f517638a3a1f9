"""The phone app without the server: it opens, shows what it kept with its age, and says what has to wait."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser import thumbs
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_a_phone_that_was_switched_off_opens_without_network_and_shows_its_permit(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    page = thumbs.installed(town.phone("wang"))
    thumbs.open_permit(page, str(hands.permit))
    expect(page.get_by_text("作业中").first).to_be_visible()
    page.goto("/m/")
    expect(page.locator(".task").first).to_be_visible()
    context = page.context
    context.set_offline(True)
    page.close()  # the app is killed
    page = context.new_page()
    page.goto("/m/")
    expect(page.get_by_text("手机里留的内容")).to_be_visible()
    expect(page.get_by_text("离线 ·")).to_be_visible()
    expect(page.locator(".task").first).to_be_visible()
    town.photograph(page, "offline-tasks")
    page.goto(f"/m/permits/{hands.permit}")
    expect(page.get_by_text("手机里存的内容")).to_be_visible()
    expect(page.get_by_role("button", name="叫停")).to_be_enabled()
    town.photograph(page, "offline-card")
    page.goto(f"/m/permits/{hands.permit}/round")
    expect(page.get_by_text("要连上服务器才能办：监护巡查")).to_be_visible()
    town.photograph(page, "offline-step")


def test_a_phone_that_nobody_used_says_that_there_is_no_server(town: Town) -> None:
    page = thumbs.installed(town.phone("wang"))
    page.evaluate("indexedDB.deleteDatabase('davy-phone')")
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="Davy")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="服务器")).to_be_visible()

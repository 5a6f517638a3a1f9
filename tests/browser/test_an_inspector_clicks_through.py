"""核查: an inspector goes from the clause to its rule, from the rule to what it came to here, and from there
to the permit with its evidence."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser.town import Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser


def test_from_the_clause_to_the_permit_that_it_held_back(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    walk = Walk(town, str(hands.permit))
    hands.must("li", "pause", {"cause": "break"})
    hands.must("li", "confirm_stopped")
    town.wait(minutes=31)
    hands.must("wang", "stand_by")
    told = hands.give("li", "resume", {"changed": False})
    assert told["verdict"] == "refused"
    page = town.console("zheng")
    page.goto("/console/")
    page.get_by_role("navigation", name="房间").get_by_role("link", name="核查").click()
    page.locator("label", has_text="GB 30871-2022").first.click()
    row = page.get_by_role("row", name=re.compile(r"^5\.3\.1 c?"))
    expect(row.first).to_contain_text("已落实")
    town.photograph(page, "desk-inspect")
    row.first.get_by_role("button").click()
    town.photograph(page, "desk-inspect-clause")
    page.get_by_role("button", name=re.compile("停工后的重新分析")).click()
    expect(page.get_by_role("heading", name="依据（最近 50 次）")).to_be_visible()
    town.photograph(page, "desk-inspect-rule")
    held = page.get_by_role("row", name=re.compile("拒绝.*复工"))
    held.get_by_role("link").click()
    page.wait_for_url(re.compile(rf"/console/permits/{walk.permit}"))
    expect(page.locator("[data-permit]")).to_be_visible()
    town.photograph(page, "desk-inspect-evidence")


def test_who_may_not_inspect_has_no_such_room(town: Town) -> None:
    page = town.console("qian")
    page.goto("/console/")
    rooms = page.get_by_role("navigation", name="房间")
    rooms.wait_for()
    expect(rooms.get_by_role("link", name="核查")).to_have_count(0)

"""A team leader writes a request on his phone for 李工, who checks it on his own and submits it."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from playwright.sync_api import expect

from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from tests.browser import thumbs
from tests.browser.town import Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser


def _written(town: Town) -> Walk:
    """What 冯班长 wrote for 李工."""
    earlier = Hands(town.plant)
    journeys.draft_hot(earlier)
    earlier.must("li", "withdraw", {"reason": "改期"})
    with tenant.company(town.plant.company):
        Account.objects.filter(id=town.plant.people["feng"].account).update(roles=["worker", "team_leader"])
    page = town.phone("feng")
    page.goto("/m/request")
    thumbs.ask_now(page)
    page.get_by_role("button", name="替谁申请 我自己").click()
    thumbs.press(page, "选申请人")
    page.get_by_role("dialog").get_by_role("searchbox").fill("李工")
    page.get_by_role("dialog").get_by_role("button", name="李工").click()
    town.photograph(page, "filing-form")
    thumbs.press(page, "交给李工核对")
    page.wait_for_url(re.compile(r"/m/permits/[0-9a-f-]{36}"))
    expect(page.get_by_text("替李工填好了，等他本人核对后提交。")).to_be_visible()
    town.photograph(page, "filing-waits")
    expect(page.get_by_role("button", name="提交申请")).to_have_count(0)
    return Walk(town, str(UUID(page.url.split("/permits/")[1][:36])))


def test_it_goes_nowhere_without_him(town: Town) -> None:
    walk = _written(town)
    assert walk.state.state == "draft"
    own = walk.step("li", "submit", "提交申请")
    expect(own.get_by_text("冯班长替您填了这张申请。")).to_be_visible()
    town.photograph(own, "filing-check")
    thumbs.press(own, "提交申请")
    own.wait_for_url(re.compile(rf"/m/permits/{walk.permit}$"))
    assert walk.state.state == "submitted"
    thumbs.open_permit(own, walk.permit)
    expect(own.get_by_text("申请人 李工 · 代填人 冯班长")).to_be_visible()
    town.photograph(own, "filing-card")
    desk = town.console("chen")
    desk.goto(f"/console/permits/{walk.permit}")
    expect(desk.get_by_text("代填人")).to_be_visible()
    town.photograph(desk, "filing-desk")

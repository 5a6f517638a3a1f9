"""4.6, A4: hot work in a vessel with temporary power is asked for once and makes three linked permits."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import trained
from davy.db import rows, tenant
from davy.sites.models import Site
from tests.browser import thumbs
from tests.browser.town import Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser

OTHERS = {"confined": ("受限空间", "zhou"), "power": ("临时用电", "wu")}


def _history(town: Town, *works: str) -> None:
    """Earlier requests at the same point, so that the next ones are proposed from them."""
    for work in works:
        hands = Hands(town.plant)
        journeys.draft_work(hands, work)
        hands.must("li", "withdraw", {"reason": "改期"})


def _ask(town: Town) -> Page:
    """李工 asks for hot work in three inputs."""
    page = town.phone("li")
    page.goto("/m/request")
    thumbs.ask_now(page)
    expect(page.get_by_text("其余已填好")).to_be_visible()
    return page


def _add(page: Page, tile: str, guardian: str) -> None:
    """One more work of the job, with a guardian of its own; its answers are proposed."""
    page.get_by_role("button", name="同一作业还要办一种票").click()
    page.get_by_role("dialog").get_by_role("button", name=tile).click()
    page.get_by_role("button", name=re.compile(f"^{tile}.*作业")).last.click()
    page.locator(".seat button").last.click()
    page.get_by_role("dialog").last.get_by_text(guardian).first.click()


def test_one_request_makes_three_linked_permits(town: Town) -> None:
    _history(town, "hot", *OTHERS)
    plant = town.plant
    with tenant.company(plant.company):
        Site.objects.update(plan_required=True)
        for _tile, who in OTHERS.values():
            trained(plant, who)
    page = _ask(town)
    for tile, who in OTHERS.values():
        _add(page, tile, town.plant.people[who].name)
    thumbs.press(page, "提交申请")
    expect(page.get_by_role("alert").filter(has_text="依据")).to_be_visible()
    page.get_by_role("button", name="依据").click()
    page.locator("label", has_text="急件").click()
    page.get_by_label("为什么不能等").fill("人孔法兰正在滴漏")
    town.photograph(page, "request-three")
    thumbs.press(page, "提交申请")
    page.wait_for_url(re.compile(r"/m/permits/[0-9a-f-]{36}"))
    first = Walk(town, page.url.split("/permits/")[1][:36]).state
    with tenant.company(plant.company):
        found = rows.many("SELECT id::text AS id FROM permits_permit WHERE state = 'submitted'", [])
    permits = [Walk(town, row["id"]).state for row in found]
    assert first.type == "hot"
    assert {p.type for p in permits} == {"hot", *OTHERS}
    for permit in permits:
        assert set(permit.links) == {p.id for p in permits} - {permit.id}
        assert (permit.place, permit.window, permit.photos) == (first.place, first.window, first.photos)
        assert (permit.crew.workers, permit.urgent) == (first.crew.workers, True)
    assert len({p.crew.guardian for p in permits}) == len(permits), "one guardian guards one permit (S9)"

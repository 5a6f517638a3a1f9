"""Each special work on phones: asked for, begun, finished and accepted by thumbs.

What stands between is the same for all works and walked by thumbs for hot work and confined space; here the
same people do it through the door.
"""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from playwright.sync_api import expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser import thumbs
from tests.browser.town import Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser

TILES = {
    "blind": "盲板抽堵",
    "height": "高处",
    "lifting": "吊装",
    "power": "临时用电",
    "digging": "动土",
    "road": "断路",
}
"""The works that have no journey of their own, by their tile."""


def _history(town: Town, work: str) -> None:
    """An earlier request at the same point, so that the next one is proposed from it."""
    hands = Hands(town.plant)
    journeys.draft_work(hands, work)
    hands.must("li", "withdraw", {"reason": "改期"})


def _request(town: Town, work: str) -> Walk:
    """李工 asks in three inputs: type, photo, time. Place, people and answers are proposed."""
    page = town.phone("li")
    page.goto("/m/request")
    thumbs.ask_now(page, TILES[work])
    expect(page.get_by_text("其余已填好")).to_be_visible()
    if work == "lifting":
        page.get_by_role("button", name=re.compile("作业方案")).click()
        page.get_by_text("换热器管束吊装方案").last.click()
    town.photograph(page, f"request-{work}")
    return Walk(town, thumbs.send_request(page))


@pytest.mark.parametrize("work", sorted(TILES))
def test_it_is_asked_for_begun_finished_and_accepted(town: Town, work: str) -> None:
    _history(town, work)
    walk = _request(town, work)
    assert (walk.state.type, walk.state.state) == (work, "submitted")
    hands = Hands(town.plant, UUID(walk.permit))
    journeys.prepare(hands)
    journeys.approve(hands)
    journeys.stand_ready(hands)
    walk.wait(minutes=15)
    if journeys.asked_gas(hands):
        journeys.gas_round(hands)
    town.photograph(walk.card("li"), f"issued-{work}")
    walk.start()
    town.photograph(town.phone("li"), f"active-{work}")
    walk.finish()
    walk.accept()
    assert walk.state.state == "closed"

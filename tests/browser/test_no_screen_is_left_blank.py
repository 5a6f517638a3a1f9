"""Every room of the console and every page of the phone when the server answers that it cannot, or takes the
question and never answers: never blank, never a skeleton for ever, never the words of a machine; and whoever
could not be told may try again."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser.resting import places, rooms, walk
from tests.browser.town import Town

pytestmark = pytest.mark.browser

# What asks who sits here and what version runs; without it there is no screen at all.
ALWAYS = re.compile(r"/api/v1/(session|stream)(?!/purposes)")
ASKED = re.compile(r"/api/v1/")
ASKS_NOTHING = {"/m/login", "/m/kiosk", "/m/queue", "/m/enrol", "/m/scan", "/m/look", "/m/me", "/m/request"}
"""What the phone shows without asking the server, or from what it keeps."""
BY_ITSELF = {"/console/settings", "/console/compare", "/console/wall"}
"""What the desk shows without asking, and the board on a wall, which asks again by itself."""


def _fail(route: Route) -> None:
    """A server whose database is gone, as the proxy in front of it tells."""
    if ALWAYS.search(route.request.url):
        route.continue_()
    else:
        route.fulfill(status=503, content_type="text/html", body="<html>503 Service Unavailable</html>")


def _hang(route: Route) -> None:
    """A server that takes the question and never answers."""
    if ALWAYS.search(route.request.url):
        route.continue_()


def _when_patience_ends(page: Page, way: Iterator[str]) -> Iterator[str]:
    """The same way, each screen seen when nobody waits for an answer any longer: 15 seconds, twice."""
    for at in way:
        for _ in range(2):
            page.clock.run_for(16_000)
        yield at


def test_with_a_server_that_never_answers(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    desk, phone = town.console("zheng"), town.phone("feng")
    for page in (desk, phone):
        page.clock.install()
        page.route(ASKED, _hang)
    way = _when_patience_ends(desk, rooms(desk, str(hands.permit)))
    said = walk(desk, way, again=True, quiet=BY_ITSELF)
    way = _when_patience_ends(phone, places(phone, str(hands.permit)))
    said += walk(phone, way, again=True, quiet=ASKS_NOTHING)
    assert said == [], "\n".join(said)


def test_with_a_server_that_cannot(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    desk, phone = town.console("zheng"), town.phone("feng")
    for page in (desk, phone):
        page.route(ASKED, _fail)
    said = walk(desk, rooms(desk, str(hands.permit)), again=True, quiet=BY_ITSELF)
    said += walk(phone, places(phone, str(hands.permit)), again=True, quiet=ASKS_NOTHING)
    assert said == [], "\n".join(said)

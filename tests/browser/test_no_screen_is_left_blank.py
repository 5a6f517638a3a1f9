"""Every room of the console and every page of the phone when the server answers that it cannot: never blank,
never a skeleton for ever, never the words of a machine; and whoever could not be told may try again."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser import screens
from tests.browser.town import Town

pytestmark = pytest.mark.browser

# What asks who sits here and what version runs; without it there is no screen at all.
ALWAYS = re.compile(r"/api/v1/(session|stream)")
ASKED = re.compile(r"/api/v1/")
MACHINE = re.compile(
    r"http_\d|undefined|NaN|\[object|TypeError|Traceback|\{\{|Service Unavailable|Bad Gateway|<html"
)
TRY_AGAIN = re.compile("再试一次|重试|重新读取")
BONES = ".bone, .skeleton"
LEAST = 8
"""Letters beside the heading without which a screen is called blank."""
ASKS_NOTHING = {"/m/login", "/m/kiosk", "/m/queue", "/m/enrol", "/m/scan", "/m/me", "/m/request"}
"""What the phone shows without asking the server, or from what it keeps."""
BY_ITSELF = {"/console/settings", "/console/compare", "/console/wall"}
"""What the desk shows without asking, and the board on a wall, which asks again by itself."""


def _fail(route: Route) -> None:
    """A server whose database is gone, as the proxy in front of it tells."""
    if ALWAYS.search(route.request.url):
        route.continue_()
    else:
        route.fulfill(status=503, content_type="text/html", body="<html>503 Service Unavailable</html>")


def _rooms(page: Page, permit: str) -> Iterator[str]:
    """Every room, and the tabs each of them shows."""
    rooms = [f"/console{room}".replace(":id", permit) for room in screens.console_rooms()]
    for room in rooms:
        page.goto(room)
        expect(page.locator("main, .wall").first).to_be_visible()
        yield room
        tabs = page.locator(".tab-links a").evaluate_all(
            "(links) => links.map((a) => a.getAttribute('href'))"
        )
        rooms += [tab for tab in tabs if tab not in rooms]


def _places(page: Page, permit: str) -> Iterator[str]:
    """Every page of the phone, one step of a permit among them."""
    wanted = [place.replace("/:token?", "").replace(":serial", "0000") for place in screens.phone_places()]
    for place in [*wanted, "/permits/:id/gas", "/permits/:id/sign"]:
        page.goto(f"/m{place}".replace(":id", permit))
        expect(page.locator("main").first).to_be_visible()
        yield f"/m{place}"


def _words(page: Page) -> str:
    """What stands on the screen beside its headings."""
    return str(
        page.evaluate(
            """() => {
              const root = (document.querySelector('main, .wall') ?? document.body).cloneNode(true)
              root.querySelectorAll('h1, h2, script, style').forEach((part) => part.remove())
              return root.textContent.replace(/\\s+/g, ' ').trim()
            }"""
        )
    )


def _settled(page: Page) -> bool:
    """Whether the bones go away."""
    page.wait_for_timeout(400)  # no bones before that: a quick answer must not flash
    try:
        expect(page.locator(BONES)).to_have_count(0, timeout=8_000)
    except AssertionError:
        return False
    return True


def _wrong(page: Page, *, again: bool) -> list[str]:
    """What is wrong with a screen that came to rest."""
    said = [] if _settled(page) else ["a skeleton for ever"]
    words = _words(page)
    if len(words) < LEAST:
        said.append(f"blank: {words!r}")
    if found := MACHINE.search(words):
        said.append(f"words of a machine: {found.group()!r}")
    if again and not TRY_AGAIN.search(words):
        said.append(f"no way to try again: {words[:80]!r}")
    return said


def _walk(page: Page, way: Iterator[str], *, again: bool, quiet: set[str]) -> list[str]:
    return [f"{at}: {wrong}" for at in way for wrong in _wrong(page, again=again and at not in quiet)]


def test_with_a_server_that_cannot(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    desk, phone = town.console("zheng"), town.phone("feng")
    for page in (desk, phone):
        page.route(ASKED, _fail)
    said = _walk(desk, _rooms(desk, str(hands.permit)), again=True, quiet=BY_ITSELF)
    said += _walk(phone, _places(phone, str(hands.permit)), again=True, quiet=ASKS_NOTHING)
    assert said == [], "\n".join(said)

"""Walks over every screen and tells what is wrong with one that came to rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from playwright.sync_api import Page, expect

from tests.browser import screens

__all__ = ["places", "rooms", "walk"]

MACHINE = re.compile(
    r"http_\d|undefined|NaN|\[object|TypeError|Traceback|\{\{|Service Unavailable|Bad Gateway|<html"
)
TRY_AGAIN = re.compile("再试一次|重试|重新读取|重新连接")
BONES = ".bone, .skeleton"
PATIENT = 16
"""Half seconds until a screen must say what it can do."""
LEAST = 8
"""Letters beside the heading without which a screen is called blank."""


def rooms(page: Page, permit: str) -> Iterator[str]:
    """Every room, and the tabs each of them shows."""
    found = [f"/console{room}".replace(":id", permit) for room in screens.console_rooms()]
    for room in found:
        page.goto(room)
        expect(page.locator("main, .wall").first).to_be_visible()
        yield room
        tabs = page.locator(".tab-links a").evaluate_all(
            "(links) => links.map((a) => a.getAttribute('href'))"
        )
        found += [tab for tab in tabs if tab not in found]


def places(page: Page, permit: str) -> Iterator[str]:
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


def _waits(page: Page) -> None:
    """Half a second; where the clock of the page is held, the end of patience for what was asked since it was
    moved last."""
    if page.evaluate("'__pwClock' in window"):
        page.clock.run_for(16_000)
    page.wait_for_timeout(500)


def _settled(page: Page) -> bool:
    """Whether the bones go away, and something stands there."""
    page.wait_for_timeout(400)  # no bones before that: a quick answer must not flash
    for _ in range(PATIENT):
        if page.locator(BONES).count() == 0 and len(_words(page)) >= LEAST:
            return True
        _waits(page)
    return page.locator(BONES).count() == 0


def _offers_again(page: Page) -> bool:
    """Whether it can be tried again, at the latest when a busy machine has drawn the screen."""
    for _ in range(PATIENT):
        if TRY_AGAIN.search(_words(page)):
            return True
        _waits(page)
    return False


def _wrong(page: Page, *, again: bool) -> list[str]:
    """What is wrong with a screen that came to rest."""
    said = [] if _settled(page) else ["a skeleton for ever"]
    words = _words(page)
    if len(words) < LEAST:
        said.append(f"blank: {words!r}")
    if found := MACHINE.search(words):
        said.append(f"words of a machine: {found.group()!r}")
    if again and not _offers_again(page):
        said.append(f"no way to try again: {words[:80]!r}")
    return said


def walk(page: Page, way: Iterator[str], *, again: bool, quiet: Set[str] = frozenset()) -> list[str]:
    """What is wrong on this way; `again`: each screen but the quiet ones offers to try again."""
    return [f"{at}: {wrong}" for at in way for wrong in _wrong(page, again=again and at not in quiet)]

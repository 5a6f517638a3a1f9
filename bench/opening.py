"""How long the phone app takes until somebody can work, beside an empty page of the same server.

`python -m bench.opening` prints one line a way of opening: the median and the slowest of the rounds, in
milliseconds from the navigation until the heading of the tasks stands, and how the empty page does.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING

from bench.browsing import town

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.town import Town

ROUNDS = 7
TARGET_MS = 1_000
"""A cold opening without a network."""


def main() -> int:
    """Print the table; 1 when the opening without a network is too slow."""
    with town() as found:
        return table(found)


def table(town: Town) -> int:
    """Measure each way of opening and print it."""
    from tests.browser.thumbs import installed  # noqa: PLC0415 - needs Django

    page = installed(town.phone("wang"))
    context = page.context
    print(f"{'way':>24}  {'median':>8}  {'slowest':>8}  ms until usable")
    show("empty page", [empty_page(page) for _ in range(ROUNDS)])
    show("first load, nothing kept", [first_load(town) for _ in range(ROUNDS)])
    show("kept, server answers", [cold(page, _usable) for _ in range(ROUNDS)])
    context.set_offline(True)
    offline = [cold(page, _usable) for _ in range(ROUNDS)]
    show("kept, no network", offline)
    return 0 if median(offline) <= TARGET_MS else 1


def empty_page(page: Page) -> float:
    """Milliseconds until the smallest file of the same server is shown; leads away from the app."""
    page.goto("/m/")
    empty = page.evaluate("document.querySelector('link[rel=icon]').getAttribute('href')")
    return opened(page, empty, _shown)


def opened(page: Page, path: str, usable: Callable[[Page], None]) -> float:
    """Milliseconds from the navigation until the page can be used."""
    begin = time.perf_counter()
    page.goto(path, wait_until="commit")
    usable(page)
    return (time.perf_counter() - begin) * 1000


def cold(page: Page, usable: Callable[[Page], None]) -> float:
    """The same in a new tab whose worker has been stopped: the app was killed."""
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()
    tab = page.context.new_page()
    try:
        return opened(tab, "/m/", usable)
    finally:
        tab.close()


def first_load(town: Town) -> float:
    """The first opening on a phone that never had the app: the log-in page, with nothing kept."""
    context = town.browser.new_context(
        base_url=town.url, viewport={"width": 390, "height": 844}, locale="zh-CN"
    )
    page = context.new_page()
    try:
        return opened(page, "/m/", lambda shown: shown.get_by_label("密码").wait_for())
    finally:
        context.close()


def _usable(page: Page) -> None:
    page.get_by_role("heading", name="待办").wait_for()


def _shown(page: Page) -> None:
    page.wait_for_load_state("load")


def show(way: str, found: list[float]) -> None:
    """One line of the table."""
    print(f"{way:>24}  {median(found):8.0f}  {max(found):8.0f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())

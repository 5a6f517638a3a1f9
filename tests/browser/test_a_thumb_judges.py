"""The eyes that judge reach and large type see what is wrong; a page that is well is left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.browser import reach
from tests.browser.town import ARGS, CHROMIUM, PHONE

pytestmark = pytest.mark.browser

BAR = "position: fixed; left: 0; right: 0; display: flex"
WELL = f"""<div class="under" style="{BAR}; bottom: 0">
  <button class="side" style="height: 60px; width: 100px">停</button>
  <button class="main" style="height: 60px; flex: 1">开工</button></div>"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A phone without a town behind it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser.new_page(viewport=PHONE)  # type: ignore[arg-type]  # playwright's own TypedDict
        browser.close()


def test_a_bar_at_the_bottom_is_in_reach(page: Page) -> None:
    page.set_content(WELL)
    assert reach.out_of_reach(page) == []
    assert reach.large_type(page) == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (WELL.replace("bottom: 0", "top: 0"), "above the lower 60 %"),
        (WELL.replace("height: 60px; flex", "height: 40px; flex"), "40 px high"),
        (WELL.replace("flex: 1", "width: 80px"), "for one hand only"),
        (WELL.replace("bottom: 0", "bottom: -30px"), "below the screen"),
    ],
)
def test_what_a_thumb_does_not_reach_is_named(page: Page, wrong: str, told: str) -> None:
    page.set_content(wrong)
    assert any(told in finding for finding in reach.out_of_reach(page))


@pytest.mark.parametrize("cut", ["text-overflow: ellipsis; white-space: nowrap", "height: 20px; width: 90px"])
def test_letters_that_are_cut_are_named(page: Page, cut: str) -> None:
    letters = "font-size: calc(18px * var(--text-size, 1))"
    page.set_content(
        f"<p style='width: 200px; overflow: hidden; {cut}; {letters}'>作业许可证编号和作业地点</p>"
    )
    assert [finding[:6] for finding in reach.large_type(page)] == ["cut: P"]

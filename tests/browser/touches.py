"""A finger on a touch screen: put down, and lifted later, as no click of a driver can be."""

from __future__ import annotations

from playwright.sync_api import CDPSession, Locator, Page

__all__ = ["Finger"]


class Finger:
    """One finger on the screen of one phone."""

    def __init__(self, page: Page) -> None:
        """Above the screen."""
        self._page: CDPSession = page.context.new_cdp_session(page)

    def down(self, on: Locator) -> None:
        """Put it on the middle of what is there."""
        on.scroll_into_view_if_needed()
        box = on.bounding_box()
        assert box is not None
        point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        self._page.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})

    def up(self) -> None:
        """Lift it."""
        self._page.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

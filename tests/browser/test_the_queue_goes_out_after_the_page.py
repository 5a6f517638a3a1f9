"""The browser wakes the worker when there is a connection again: what waited goes out with no page open."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.field import Field

pytestmark = pytest.mark.browser


def _wake(page: Page, origin: str) -> None:
    """As Chromium does when the connection is back."""
    session = page.context.new_cdp_session(page)
    known: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: known.extend(one["registrationId"] for one in told["registrations"]),
    )
    session.send("ServiceWorker.enable")
    for _ in range(100):
        if known:
            break
        page.wait_for_timeout(50)
    event = {"origin": origin, "registrationId": known[-1], "tag": "davy-queue", "lastChance": False}
    session.send("ServiceWorker.dispatchSyncEvent", event)


def test_a_round_of_a_closed_page_arrives(field: Field) -> None:
    page, context = field.page, field.page.context
    origin = page.evaluate("location.origin")
    context.set_offline(True)
    field.round()
    expect(page.get_by_text("待确认").first).to_be_visible()
    elsewhere = context.new_page()  # no page of Davy is left
    elsewhere.goto("about:blank")
    for one in context.pages:
        if one is not elsewhere:
            one.close()
    context.set_offline(False)
    assert field.arrived() == []
    _wake(elsewhere, origin)
    for _ in range(100):
        if field.arrived():
            break
        elsewhere.wait_for_timeout(100)
    assert field.arrived() == [("guard_round", "accepted")]
    field.page = context.new_page()
    expect(field.queue().get_by_text("全部已上传")).to_be_visible()
    assert field.arrived() == [("guard_round", "accepted")]
    assert field.chain() == 1

"""催办 by thumb: whoever waits sees whom the permit waits for and reminds them, once in a while."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser import thumbs
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_who_waits_reminds_those_whose_signature_is_due(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    waits_for = journeys.state(hands).stage()
    assert waits_for is not None
    page = town.phone("li")
    thumbs.open_permit(page, str(hands.permit))
    button = page.get_by_role("button", name="催办", exact=True)
    expect(page.get_by_text("等 ").filter(has_text="签").first).to_be_visible()
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 48
    town.photograph(page, "card-waits-for")
    button.click()
    expect(page.get_by_role("status").filter(has_text="已提醒")).to_be_visible()
    assert len(journeys.state(hands).reminders) == 1
    town.photograph(page, "card-nudged")
    page.reload()
    button.click()
    expect(page.get_by_role("dialog")).to_contain_text("刚刚催过")
    assert len(journeys.state(hands).reminders) == 1

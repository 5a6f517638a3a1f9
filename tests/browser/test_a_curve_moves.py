"""What a bound detector tells moves the curve of its permit on the phone and at the desk without a reload."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser.detector import Detector
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _curve(page: Page) -> Locator:
    return page.locator("figure[data-serial=SN-1][data-channel=lel]")


def test_on_phone_and_desk_at_once(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    detector = Detector(town, hands)
    detector.tells("0.4")
    desk = town.console("chu")
    desk.goto(f"/console/permits/{hands.permit}")
    phone = town.phone("li")
    phone.goto(f"/m/permits/{hands.permit}")
    phone.get_by_role("tab", name="气体").click()
    for page in (desk, phone):
        expect(_curve(page).get_by_text("现在 0.4 %LEL")).to_be_visible()
        expect(_curve(page)).to_contain_text(re.compile("票面限值 8.33 .*设备报警点 25 / 50"))
    detector.tells("0.7")
    for page in (desk, phone):
        expect(_curve(page).get_by_text("现在 0.7 %LEL")).to_be_visible()
    town.photograph(desk, "curve-desk")
    _curve(phone).scroll_into_view_if_needed()
    town.photograph(phone, "curve-phone")
    assert journeys.state(hands).state == "active"

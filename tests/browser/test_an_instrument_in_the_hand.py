"""Whoever has a detector in his hand scans it and puts it to his permit; others are told why they cannot."""

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.instruments import queries
from tests.browser.detector import Detector
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _scanned(town: Town, who: str, detector: Detector) -> Page:
    with tenant.company(town.plant.company):
        code = queries.code_of(town.plant.company, detector.id)
    page = town.phone(who)
    page.goto("/m/scan")
    page.get_by_label("输入码").fill(f"{town.url}/m/instruments/{code}")
    page.get_by_role("button", name="查找").click()
    page.get_by_role("heading", name="四合一 1 号").wait_for()
    return page


def test_it_is_put_to_a_permit_and_taken_back(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    detector = Detector(town)
    detector.tells("1.5")
    page = _scanned(town, "wang", detector)
    expect(page.locator("[data-standing]")).to_contain_text("1.5 %LEL")
    expect(page.get_by_text("没有绑定")).to_be_visible()
    page.get_by_role("radio").first.check(force=True)
    town.photograph(page, "instrument-in-hand")
    page.get_by_role("button", name="用到这张票上").click()
    expect(page.get_by_role("link", name=journeys.state(hands).number)).to_be_visible()
    town.photograph(page, "instrument-in-hand-bound")
    page.get_by_role("button", name="收回，不再用").click()
    expect(page.get_by_text("没有绑定")).to_be_visible()


def test_whoever_has_it_in_hand_puts_it_on(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    detector = Detector(town)
    detector.tells("0.5")
    page = _scanned(town, "qian", detector)
    page.get_by_role("radio", name="我来佩戴").check(force=True)
    town.photograph(page, "instrument-in-hand-worn")
    page.get_by_role("button", name="我来佩戴").click()
    expect(page.get_by_text("钱焊工")).to_be_visible()
    page.get_by_role("button", name="收回，不再用").click()
    expect(page.get_by_text("没有绑定")).to_be_visible()


def test_without_a_permit_there_is_nothing_to_put_it_to(town: Town) -> None:
    page = _scanned(town, "qian", Detector(town))
    expect(page.get_by_text("您没有审批中、已签发或正在作业的票。")).to_be_visible()
    expect(page.get_by_role("button", name="用到这张票上")).to_have_count(0)


def test_a_code_of_nobody_is_told_as_such(town: Town) -> None:
    page = town.phone("wang")
    page.goto("/m/instruments/nobody-0000")
    expect(page.get_by_role("alert")).to_contain_text("没有这台设备")

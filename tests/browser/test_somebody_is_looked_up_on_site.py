"""王班 looks 钱焊工 up by what stands on his card: one word and what to do; without a server no yes, and once
more."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import thumbs
from tests.browser.town import Town

pytestmark = pytest.mark.browser
LOOK = re.compile(r"/api/v1/verification/look$")


def _asked(town: Town, text: str) -> Page:
    page = town.phone("wang")
    page.goto("/m/scan")
    thumbs.press(page, "查人查证")
    page.get_by_label("工号、证号或工卡号").fill(text)
    page.get_by_role("button", name="查找", exact=True).click()
    return page


def test_a_number_gives_one_word_and_what_to_do(town: Town) -> None:
    page = _asked(town, "HR-qian")
    expect(page.locator("[data-word=unverified]")).to_contain_text("证件还没有核验")
    expect(page.get_by_role("heading", name="钱焊工")).to_be_visible()
    expect(page.get_by_text("看不出持证人是不是本人")).to_be_visible()
    town.photograph(page, "look-person")
    thumbs.press(page, "再查一个")
    page.get_by_label("工号、证号或工卡号").fill("T-没有这本")
    page.get_by_role("button", name="查找", exact=True).click()
    expect(page.locator("[data-word=unknown]")).to_contain_text("不要让他作业")
    town.photograph(page, "look-nobody")


def test_without_an_answer_nobody_is_let_by_and_it_can_be_tried_again(town: Town) -> None:
    page = town.phone("wang")
    page.route(LOOK, lambda route: route.abort())
    _asked(town, "HR-qian")
    expect(page.get_by_role("alert")).to_contain_text("没查到不等于没问题：先不要让他作业")
    town.photograph(page, "look-no-server")
    page.unroute(LOOK)
    thumbs.press(page, "重试")
    expect(page.locator("[data-word=unverified]")).to_be_visible()


def test_while_it_is_asked_that_is_said_and_a_late_answer_to_another_card_is_dropped(town: Town) -> None:
    page = town.phone("wang")
    held: list[Route] = []
    page.route(LOOK, lambda route: route.continue_() if held else held.append(route))
    _asked(town, "HR-qian")
    expect(page.get_by_role("status").filter(has_text="正在查")).to_be_visible()
    page.get_by_label("工号、证号或工卡号").fill("T-没有这本")
    page.get_by_role("button", name="查找", exact=True).click()
    expect(page.locator("[data-word=unknown]")).to_be_visible()
    with page.expect_response(LOOK):
        held[0].continue_()
    expect(page.locator("[data-word=unknown]")).to_be_visible()
    expect(page.locator("[data-word=unverified]")).to_have_count(0)

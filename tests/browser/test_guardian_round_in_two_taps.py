"""The guardian's round: the phone calls when it is due, two taps answer; what is wrong leads to the stop."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser import thumbs
from tests.browser.town import Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser

GLOVE_PX = 56
FELT = "(() => { window.felt = []; navigator.vibrate = (what) => { window.felt.push(what); return true } })()"


def _felt(page: Page) -> int:
    return int(page.evaluate("window.felt.length"))


def _until_felt_more_than(page: Page, times: int) -> None:
    """What rings is loaded when it is needed for the first time."""
    for _ in range(100):
        if _felt(page) > times:
            return
        page.wait_for_timeout(100)
    raise AssertionError("the phone did not vibrate")


def _called(page: Page, walk: Walk) -> None:
    """On whatever page he is, the phone calls once a minute until he goes."""
    page.add_init_script(FELT)
    page.goto("/m/me")
    expect(page.get_by_role("heading", name="王班")).to_be_visible()
    walk.wait(minutes=29)
    page.goto("/m/me")
    expect(page.get_by_role("heading", name="王班")).to_be_visible()
    expect(page.get_by_text("该巡查了")).to_have_count(0)
    assert _felt(page) == 0
    walk.wait(seconds=65)
    expect(page.get_by_role("alert").filter(has_text="该巡查了 · V-101 泵基础")).to_be_visible()
    _until_felt_more_than(page, 0)
    walk.town.photograph(page, "round-due")
    felt = _felt(page)
    walk.wait(seconds=61)
    _until_felt_more_than(page, felt)


def _answered_in_two_taps(page: Page, walk: Walk) -> None:
    before = walk.state.guard_round_at
    page.get_by_role("button", name="该巡查了").click()
    fine = page.get_by_role("button", name="一切正常")
    expect(fine).to_be_enabled()
    for name in ("一切正常", "有异常"):
        box = page.get_by_role("button", name=name).bounding_box()
        assert box is not None
        assert box["height"] >= GLOVE_PX
        assert box["width"] >= GLOVE_PX
    expect(page.get_by_text("该巡查了，已晚")).to_be_visible()
    walk.town.photograph(page, "round")
    fine.click()
    page.wait_for_url(re.compile(rf"/m/permits/{walk.permit}$"))
    expect(page.get_by_role("alert").filter(has_text="该巡查了")).to_have_count(0)
    after = walk.state.guard_round_at
    assert after is not None
    assert after != before


def _something_is_wrong(walk: Walk) -> None:
    page = walk.step("wang", "round", "监护巡查")
    expect(page.get_by_text("该巡查", exact=False)).to_be_visible()
    thumbs.press(page, "有异常")
    walk.town.photograph(page, "round-trouble")
    thumbs.press(page, "暂停")
    expect(page.get_by_role("heading", name="暂停", exact=True)).to_be_visible()


def test_a_round_is_called_for_and_answered(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    walk = Walk(town, str(hands.permit))
    page = town.phone("wang")
    _called(page, walk)
    _answered_in_two_taps(page, walk)
    _something_is_wrong(walk)

"""Said instead of written: request, briefing, round and stop; sent, and heard again in the record."""

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

BYTES_A_SECOND = 16_000 / 8


UNTIL = """async ([find, over]) => {
  for (const end = performance.now() + 20000; performance.now() < end; ) {
    const [what, value] = find.split(' ')
    if (document.querySelector(what)[value] > over) return true
    await new Promise((go) => setTimeout(go, 20))
  }
  return false
}"""
"""Looked for inside the page: the beeps are short, and asked from outside a busy machine misses them."""


def _until(page: Page, find: str, over: float) -> None:
    assert page.evaluate(UNTIL, [find, over]), f"{find} never came over {over}"


def _speak(page: Page, done: str = "录音已上传") -> None:
    """A few seconds of the beeps that Chromium's fake microphone hears."""
    page.get_by_role("button", name=re.compile("^按一下说话")).click()
    stop = page.get_by_role("button", name=re.compile("^说完了"))
    expect(stop).to_be_visible()
    _until(page, "meter value", 0.1)
    expect(page.get_by_role("button", name=re.compile("还剩 5[0-7] 秒"))).to_be_visible()
    page.wait_for_timeout(1_000)  # said a little longer: a busy machine hears late
    stop.click()
    expect(page.get_by_text(done)).to_be_visible()


def _heard(page: Page, walk: Walk, at: int) -> None:
    """The record plays what was said: it is sound, small, and comes from Davy."""
    thumbs.open_permit(page, walk.permit)
    page.get_by_role("tab", name="记录").click()
    players = page.get_by_label("录音")
    expect(players).to_have_count(at)
    source = players.first.get_attribute("src")
    assert source is not None
    answer = page.context.request.get(source)
    assert answer.headers["content-type"] == "audio/webm"
    assert 500 < len(answer.body()) < 12 * BYTES_A_SECOND
    players.first.scroll_into_view_if_needed()
    page.evaluate("() => void document.querySelector('audio').play()")
    _until(page, "audio currentTime", 0)


def _a_round_is_told(walk: Walk) -> None:
    with walk.leaving("wang", "round", "监护巡查") as page:
        thumbs.press(page, "有异常")
        expect(page.get_by_role("button", name="记录巡查")).to_be_disabled()
        _speak(page)
        thumbs.press(page, "删掉录音")
        expect(page.get_by_role("button", name="记录巡查")).to_be_disabled()
        _speak(page)
        walk.town.photograph(page, "voice")
        thumbs.press(page, "记录巡查")


def test_what_is_said_stands_in_the_record(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    walk = Walk(town, str(hands.permit))
    page = walk.step("wu", "brief", "安全交底")
    thumbs.check_all(page)
    _speak(page)
    town.photograph(page, "voice-brief")
    thumbs.press(page, "交底完毕")
    page.wait_for_url(re.compile(rf"/m/permits/{walk.permit}$"))
    _heard(page, walk, 1)
    journeys.get_to_work(hands)
    _a_round_is_told(walk)
    _heard(town.phone("wang"), walk, 2)
    town.photograph(town.phone("wang"), "voice-record")


def _asked(town: Town) -> Walk:
    """An earlier request proposes the rest; what is needed beside the three inputs is said."""
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    hands.must("li", "withdraw", {"reason": "改期"})
    page = town.phone("li")
    page.goto("/m/request")
    thumbs.ask_now(page)
    expect(page.get_by_text("其余已填好")).to_be_visible()
    _speak(page)
    town.photograph(page, "voice-request")
    return Walk(town, thumbs.send_request(page))


def test_what_the_request_is_about_is_said(town: Town) -> None:
    walk = _asked(town)
    assert walk.state.state == "submitted"
    page = walk.card("li")
    page.get_by_role("tab", name="记录").click()
    expect(page.get_by_label("录音")).to_have_count(1)


def test_who_stops_says_why_after_the_work_stands(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    walk = Walk(town, str(hands.permit))
    page = walk.card("chen")
    thumbs.press(page, "叫停")
    page.get_by_role("dialog").get_by_role("button", name="叫停", exact=True).click()
    expect(page.get_by_text("说说为什么停")).to_be_visible()
    assert walk.state.state == "paused"
    town.photograph(page, "voice-why")
    _speak(page, "已记录：录音说明")
    page = walk.step("li", "stopped", "停工与复工")
    expect(page.get_by_label("录音")).to_have_count(1)
    expect(page.get_by_text("说说为什么停")).to_have_count(0)
    town.photograph(page, "voice-of-the-stop")

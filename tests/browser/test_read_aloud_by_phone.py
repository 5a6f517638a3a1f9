"""Read aloud by the phone's own voice: the briefing on a press, a stop by itself; without one it says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser import thumbs
from tests.browser.town import Town

pytestmark = pytest.mark.browser

VOICES = """
(() => {
  const said = []
  const listeners = []
  const engine = {
    voices: VOICES_HERE,
    getVoices() { return this.voices },
    addEventListener(_, heard) { listeners.push(heard) },
    speak(spoken) { said.push(spoken.text) },
    cancel() { said.push('|') },
  }
  Object.defineProperty(window, 'speechSynthesis', { value: engine })
  window.SpeechSynthesisUtterance = function (text) { this.text = text }
  window.said = said
})()
"""
"""A phone's voices as the browser tells them; what is spoken is written down, `|` is silence."""
OWN = "[{ lang: 'zh-CN', localService: false }, { lang: 'zh_CN', localService: true }]"
FAR = "[{ lang: 'zh-CN', localService: false }]"


def _said(page: Page) -> list[str]:
    return list(page.evaluate("window.said"))


def _switched_on(town: Town, who: str, voices: str) -> Page:
    page = town.phone(who)
    page.add_init_script(VOICES.replace("VOICES_HERE", voices))
    page.goto("/m/me")
    return page


def test_a_voice_in_the_network_is_no_voice(town: Town) -> None:
    page = _switched_on(town, "wei", FAR)
    told = page.get_by_text("这台手机里没有自带的中文语音")
    told.scroll_into_view_if_needed()
    expect(page.get_by_text("用手机朗读")).to_have_count(0)
    town.photograph(page, "aloud-none")


def test_the_briefing_is_read_and_a_stop_is_called_out(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    page = _switched_on(town, "wang", OWN)
    page.locator("label", has_text="用手机朗读").click()
    assert _said(page)[-1] == "朗读已打开"
    town.photograph(page, "aloud-on")
    thumbs.open_step(page, str(hands.permit), "brief", "安全交底")
    thumbs.press(page, "读给大家听")
    expect(page.get_by_role("button", name="别读了")).to_be_visible()
    town.photograph(page, "aloud-brief")
    assert len(_said(page)) > 5
    page.get_by_role("button", name="返回").first.click()
    expect(page.get_by_role("button", name="叫停")).to_be_visible()
    assert _said(page)[-1] == "|"
    hands.must("sun", "stop")
    expect(page.get_by_text("已暂停").first).to_be_visible()
    assert any(line == "注意，V-101 泵基础：被叫停" for line in _said(page))

"""A grave alarm covers the phone of whoever was told, above a request half written, which is as it was
afterwards; who owns it acknowledges, who does not has heard it until it rings again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.sensing.tests.field import until
from tests.browser.town import Town

pytestmark = pytest.mark.browser

BEEPS = """
window.davyBeeps = 0
const started = OscillatorNode.prototype.start
OscillatorNode.prototype.start = function (...given) {
  window.davyBeeps += 1
  return started.apply(this, given)
}
"""


def _writing(page: Page) -> Locator:
    """A request with its place chosen, its content half written."""
    page.goto("/m/request")
    page.get_by_role("button", name="动火", exact=True).click()
    page.get_by_role("button", name="选作业点").click()
    page.get_by_text("V-102 储罐").click()
    page.get_by_role("button", name="作业内容").click()
    content = page.get_by_role("textbox", name="作业内容")
    content.fill("焊到一半的话")
    return content


def test_a_half_written_form_outlives_it(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    leader, guardian = town.called("feng"), town.called("wang")
    leader.context.add_init_script(BEEPS)
    content = _writing(leader)
    guardian.goto(f"/m/permits/{hands.permit}")

    hands.must("sun", "stop", {"reason": "看到明火"})
    call = leader.locator("[data-call]").filter(has_text="有人叫停作业")
    expect(call).to_contain_text("V-101 泵基础")
    expect(call).to_contain_text("李工、王班、钱焊工")
    until(lambda: leader.evaluate("window.davyBeeps") >= 6)  # three beeps a ring, and it rings on
    town.photograph(leader, "call-phone")
    call.get_by_role("button", name="收起").click()
    expect(content).to_have_value("焊到一半的话")
    leader.get_by_role("button", name="1 处报警没有人确认").click()

    heard = guardian.locator("[data-call]").filter(has_text="有人叫停作业")
    heard.get_by_role("button", name="我听到了").click()
    expect(heard).to_have_count(0)
    town.wait(seconds=61)  # nobody acknowledged: it rings again
    expect(heard).to_be_visible()

    call.get_by_role("button", name="确认收到").click()
    for page in (leader, guardian):
        expect(page.locator("[data-call]").filter(has_text="有人叫停作业")).to_have_count(0)
    expect(content).to_have_value("焊到一半的话")
    assert journeys.state(hands).state == "paused"

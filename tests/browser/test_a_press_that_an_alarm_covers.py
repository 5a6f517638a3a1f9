"""A grave alarm covers the phone in the middle of a press: what stops work is given all the same, what makes
it live is not, and no tap that was meant for the screen before answers the alarm."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import APIResponse, Locator, Page, Route, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import trained
from davy.db import tenant
from tests.browser import thumbs
from tests.browser.touches import Finger
from tests.browser.town import CALL, Town

pytestmark = pytest.mark.browser

MEETS = """
window.davyMet = null
new MutationObserver(() => {
  const call = document.querySelector('[data-call]')
  if (call === null || window.davyMet !== null) return
  const { x, y, width, height } = [...call.querySelectorAll('button')].at(-1).getBoundingClientRect()
  window.davyMet = call.contains(document.elementFromPoint(x + width / 2, y + height / 2))
}).observe(document, { childList: true, subtree: true })
"""
"""Whether a tap on the last button of the call, in the moment in which it is drawn, would press it."""

STANDS_STILL = """
window.davyNow = performance.now.bind(performance)
const at = performance.now()
performance.now = () => at
"""
"""On a busy machine a button would have been held long enough before the alarm is drawn."""

SLOW_HAND = """
const wait = window.setTimeout
window.setTimeout = (what, ms, ...more) => wait(what, ms === 350 ? 10_000 : ms, ...more)
"""
"""On a busy machine the second tap of a double one comes later than any finger's (`TWICE_MS`)."""


@dataclass
class Ringing:
    """An alarm that the phone hears of when the test lets it."""

    page: Page
    kept: list[tuple[Route, APIResponse]] = field(default_factory=list)
    passes: bool = True

    def __post_init__(self) -> None:
        self.page.route("**/api/v1/alarms/calling", self._take)

    def _take(self, route: Route) -> None:
        if self.passes:
            route.continue_()
        else:
            self.kept.append((route, route.fetch()))

    def raise_by(self, hands: Hands) -> None:
        """Somebody stops that work; the phone asks what rings, and has no answer yet."""
        self.passes = False
        hands.must("dian", "stop", {"reason": "看到明火"})
        for _ in range(300):
            if self.kept:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("the phone never asked what rings")

    def arrive(self) -> Locator:
        """The answer is here: it covers the phone."""
        self.passes = True
        for route, answer in self.kept:
            route.fulfill(response=answer)
        call = self.page.locator(CALL)
        expect(call).to_be_visible()
        return call


def _works(town: Town) -> tuple[Hands, Hands]:
    """A crew that digs, and the crew of 褚中控, who hears of every alarm, ready to start beside it."""
    plant = town.plant
    live, ready = Hands(plant), Hands(plant)
    place = {"site": str(plant.site), "area": str(plant.area), "point": str(plant.other_point)}
    journeys.draft_work(
        live, "digging", place=place, crew={**journeys.crew(plant), "workers": [plant.person("sun")]}
    )
    journeys.get_to_work(live)
    with tenant.company(plant.company):
        trained(plant, "shui")
    led = {"responsible": plant.person("chu"), "guardian": plant.person("shui")}
    crew = {**journeys.crew(plant), **led, "confirmers": [plant.person("wu"), plant.person("li")]}
    journeys.draft_hot(ready, crew=crew)
    journeys.prepare(ready)
    journeys.approve(ready)
    journeys.stand_ready(ready)
    return live, ready


def _ready_to_hold(town: Town, permit: str) -> tuple[Page, Locator]:
    page = town.called("chu")
    thumbs.open_step(page, permit, "start", "开工")
    page.get_by_label("输入码").fill(town.plant.point_token)
    thumbs.press(page, "查找")
    button = page.get_by_role("button", name="按住开工")
    expect(button).to_be_enabled()
    return page, button


def test_a_start_that_is_covered_is_not_given(town: Town) -> None:
    live, ready = _works(town)
    page, button = _ready_to_hold(town, str(ready.permit))
    ringing, finger = Ringing(page), Finger(page)
    ringing.raise_by(live)
    page.evaluate(STANDS_STILL)
    finger.down(button)
    call = ringing.arrive()
    page.evaluate("performance.now = window.davyNow")
    expect(page.get_by_text("松手太早，没有开工")).to_be_visible()  # let go of by the call, not by the finger
    town.photograph(page, "start-covered")
    finger.up()
    call.get_by_role("button", name="收起").click()
    expect(button).to_be_enabled()
    assert journeys.state(ready).state == "issued"


def test_a_stop_that_is_covered_is_given(town: Town) -> None:
    live, ready = _works(town)
    page = town.called("chu")
    ringing, finger = Ringing(page), Finger(page)
    thumbs.open_permit(page, str(live.permit))
    page.get_by_role("button", name="叫停").click()
    stop = page.get_by_role("dialog").get_by_role("button", name="叫停", exact=True)
    expect(stop).to_be_enabled()
    ringing.raise_by(ready)
    finger.down(stop)
    call = ringing.arrive()
    page.wait_for_timeout(1_000)  # slower than any guard by time alone would wait
    with page.expect_response("**/api/v1/commands"):
        finger.up()
    assert journeys.state(live).state == "paused"
    expect(call.get_by_role("button", name="确认收到")).to_be_visible()


def test_a_tap_meant_for_the_screen_before_does_not_answer_it(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    page = town.called("chu")
    page.evaluate(MEETS)
    hands.must("sun", "stop", {"reason": "看到明火"})
    call = page.locator(CALL)
    expect(call).to_be_visible()
    assert page.evaluate("window.davyMet") is False
    page.evaluate(SLOW_HAND)
    call.get_by_role("button", name="收起").dblclick()  # the second tap of a double one
    expect(page.get_by_role("button", name="1 处报警没有人确认")).to_be_visible()
    assert page.url.endswith("/m/")

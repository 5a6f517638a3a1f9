"""WCAG 2.1 A and AA by axe, light and dark; 200 % zoom, large type, Tab key and thumb: on every screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.isolating import Isolating
from davy.building.scheming import Scheming
from tests.browser import axe, reach, screens
from tests.browser.town import DESKTOP, PHONE, Town

pytestmark = pytest.mark.browser

ZOOMED = {"width": 720, "height": 450}
"""A desktop of 1440 × 900 at 200 %."""
NARROW = {"width": 360, "height": 640}
PREPARING = {
    "li": ("amend", "submit", "link", "hazards", "ventilation", "people", "change", "photo", "end", "route"),
    "wu": ("measures", "brief"),
    "zhou": ("gas", "record"),
    "zhao": ("conflicts",),
}
APPROVING = {"zhao": ("sign",)}
GOING = {"li": ("check_in", "start"), "wang": ("checks",), "feng": ("verify",)}
WORKING = {
    "wang": ("round", "register", "pause", "duty"),
    "feng": ("shift", "review", "paper"),
    "chu": ("call",),
    "li": ("finish",),
}
STOPPED = {"li": ("stopped",)}
ENDING = {"wang": ("fire", "clear"), "wei": ("accept",), "li": ("rectify",)}


def _end(hands: Hands) -> None:
    hands.must("li", "confirm_stopped")
    hands.must("wang", "stand_by")
    hands.must("li", "resume", {"changed": False})
    hands.must("li", "finish")


STAGES: tuple[tuple[Mapping[str, tuple[str, ...]], Callable[[Hands], object]], ...] = (
    (PREPARING, journeys.prepare),
    (APPROVING, journeys.approve),
    (GOING, journeys.go_live),
    (WORKING, lambda hands: hands.must("li", "pause", {"cause": "break"})),
    (STOPPED, _end),
    (ENDING, lambda _: None),
)


class Judge:
    """Looks at screens and writes down what is wrong with each."""

    def __init__(self, town: Town, language: str) -> None:
        self._town, self._language = town, language
        self.said: list[str] = []

    def look(self, page: Page, name: str, narrow: Mapping[str, int], wide: Mapping[str, int]) -> None:
        """One screen: light, dark, and narrow; in English only whether its longer words fit."""
        name = f"{name}-{self._language}"
        page.wait_for_load_state("networkidle")
        axe.rest(page)
        self._note(name, axe.overflow(page))
        if self._language == "zh-CN":
            self._note(name, axe.found(page))
        self._town.photograph(page, f"{name}-light")
        if wide is PHONE:
            self._note(f"{name}, by thumb", reach.out_of_reach(page))
            self._note(f"{name}, in the largest letters", reach.large_type(page))
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
        if self._language == "zh-CN":
            self._note(f"{name}, dark", axe.found(page, "color-contrast"))
        self._town.photograph(page, f"{name}-dark")
        page.evaluate("document.documentElement.dataset.theme = 'light'")
        page.set_viewport_size(narrow)  # type: ignore[arg-type]  # playwright's own TypedDict
        self._note(f"{name}, narrow", axe.overflow(page))
        self._town.photograph(page, f"{name}-narrow")
        page.set_viewport_size(wide)  # type: ignore[arg-type]  # playwright's own TypedDict

    def tab_through(self, page: Page, name: str) -> None:
        """One screen by keyboard."""
        self._note(f"{name}, by Tab", axe.unreached(page))

    def _note(self, name: str, findings: list[str]) -> None:
        self.said += [f"{name}: {finding}" for finding in findings]


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_room_of_the_console(town: Town, language: str) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    hands.must("qian", "stop", {"reason": "旁边在装车"})
    Isolating(town.plant).plan()
    Scheming(town.plant).draft()
    page = town.console("zheng")
    page.evaluate(f"localStorage.setItem('davy.language', '{language}')")
    judge = Judge(town, language)
    rooms = [f"/console{room}".replace(":id", str(hands.permit)) for room in screens.console_rooms()]
    for room in rooms:
        page.goto(room)
        expect(page.locator("main, .wall").first).to_be_visible()
        name = room.strip("/").replace("/", "-").replace(str(hands.permit), "one")
        judge.look(page, name, ZOOMED, DESKTOP)
        if language == "zh-CN":
            judge.tab_through(page, name)
        tabs = page.locator(".tab-links a").evaluate_all(
            "(links) => links.map((a) => a.getAttribute('href'))"
        )
        rooms += [tab for tab in tabs if tab not in rooms]
    assert judge.said == [], "\n".join(judge.said)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_screen_of_the_phone(town: Town, language: str) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    isolation = Isolating(town.plant)
    isolation.plan()
    scheme = Scheming(town.plant).draft()
    judge = Judge(town, language)
    walked: set[str] = set()
    for steps, go_on in STAGES:
        for who, wanted in steps.items():
            page = town.phone(who)
            page.evaluate(f"localStorage.setItem('davy.language', '{language}')")
            for step in wanted:
                page.goto(f"/m/permits/{hands.permit}/{step}")
                expect(page.get_by_role("heading").first).to_be_visible()
                judge.look(page, f"phone-{step}", NARROW, PHONE)
                walked.add(step)
        go_on(hands)
    assert walked == set(screens.phone_steps())
    page = town.phone("feng")
    page.evaluate(f"localStorage.setItem('davy.language', '{language}')")
    ids = {"permits": hands.permit, "isolations": isolation.isolation, "schemes": scheme.scheme}
    for place in screens.phone_places():
        kind = place.split("/")[1]
        page.goto("/m" + place.replace(":id", str(ids.get(kind))).replace("/:token?", ""))
        expect(page.get_by_role("main").first).to_be_visible()
        judge.look(page, f"phone{place.replace('/', '-')}".replace("?", ""), NARROW, PHONE)
    assert judge.said == [], "\n".join(judge.said)

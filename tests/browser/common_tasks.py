"""The common tasks of a day by thumbs, each from the list of what is to be done, with what it costs a person:
taps, fields typed in, photos, and the seconds until the server's answer stands on the screen."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import photo
from davy.rulebook import law
from tests.browser import thumbs
from tests.browser.town import Town
from tests.browser.walk import METER, Walk

__all__ = ["Cost", "Day"]

COUNTING = """
(() => {
  if (window.davyCounts) return
  window.davyCounts = true
  const add = (what) => sessionStorage.setItem(what, String(1 + Number(sessionStorage.getItem(what) ?? 0)))
  addEventListener('pointerdown', (event) => {
    if (event.isTrusted && !event.target.closest?.('[data-call], .gone')) add('taps')
  }, true)
  addEventListener('change', (event) => {
    if (event.target.matches('input[type=file]')) add('photos')
    else if (event.target.matches('textarea, input:not([type=radio], [type=checkbox])')) add('typed')
  }, true)
})()
"""
"""Kept by the browser, as a task leads over several pages. A photo is one: the camera is the phone's own.
A call that an alarm makes meanwhile is no part of the task, nor what its shield takes just after: on a slow
machine one may ring."""


CARD = re.compile(r"/m/permits/[0-9a-f-]{36}$")


@dataclass(frozen=True)
class Cost:
    """What a task cost. `seconds` is the software's share: the hands of a test think and reach in no time."""

    task: str
    taps: int
    typed: int
    photos: int
    seconds: float


class Day:
    """One hot-work permit from the request to its end, its common tasks counted."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self.costs: list[Cost] = []
        hands = Hands(town.plant)
        journeys.draft_hot(hands)
        hands.must("li", "withdraw", {"reason": "改期"})

    def go(self) -> list[Cost]:
        """Walk the day."""
        walk = self._request()
        hands = Hands(self._town.plant, UUID(walk.permit))
        template = law.template("hot")
        journeys.jsa(hands, [h.row for h in walk.state.hazards])
        journeys.measures(hands, template, [m.id for m in walk.state.measures])
        self._gas()
        journeys.brief(hands, template)
        self._approve()
        hands.tick()  # the phone went on meanwhile
        journeys.approve(hands)
        walk.wait(minutes=15)
        self._arrive(hands)
        self._start(walk)
        walk.wait(minutes=25)
        self._look_around()
        self._pause_and_resume(walk, hands)
        self._stop(hands)
        self._finish()
        walk.wait(minutes=31)
        hands.must(
            "wang", "check_residual_fire", {"photo": photo(self._town.plant.company, "cold"), "clear": True}
        )
        self._close(walk)
        assert walk.state.state == "closed"
        return self.costs

    def _request(self) -> Walk:
        with self._counted("request", "li", None) as page:
            page.get_by_role("link", name="申请").click()
            thumbs.ask_now(page)
            thumbs.press(page, "提交申请")
            page.wait_for_url(re.compile(r"/m/permits/[0-9a-f-]{36}"))
            expect(page.locator("[data-band]").first).to_be_visible()
        return Walk(self._town, page.url.split("/permits/")[1][:36])

    def _gas(self) -> None:
        with self._counted("gas round", "zhou", "检测气体") as page:
            thumbs.read_meter(page, METER)

    def _approve(self) -> None:
        with self._counted("approve", "zhao", "签批") as page:
            thumbs.check_all(page)
            thumbs.sign_box(page)
            thumbs.press(page, "同意签批")
            page.wait_for_url(CARD)

    def _arrive(self, hands: Hands) -> None:
        with self._counted("check in", "li", "到场签到") as page:
            thumbs.press(page, "签到")
            page.wait_for_url(CARD)
        for who in ("qian", "wang"):
            hands.must(who, "check_in")
        checks = ("ventilation", "isolation", "detection", "protection", "communication")
        hands.must("wang", "five_checks", dict.fromkeys(checks, True))
        hands.must("feng", "verify_ticket", {"signature": journeys.STROKES})

    def _start(self, walk: Walk) -> None:
        with self._counted("start", "li", "开工") as page:
            walk.scan_point(page)
            thumbs.hold(page, "按住开工")
            page.wait_for_url(CARD)

    def _look_around(self) -> None:
        with self._counted("guardian round", "wang", "监护巡查") as page:
            thumbs.press(page, "一切正常")
            page.wait_for_url(CARD)

    def _pause_and_resume(self, walk: Walk, hands: Hands) -> None:
        with self._counted("take a break", "li", None) as page:
            page.get_by_role("link", name="V-101 泵基础").click()
            thumbs.press(page, "更多操作")
            thumbs.press(page, "暂停")
            page.locator("label", has_text="休息一下").click()
            thumbs.press(page, "马上停")
            page.wait_for_url(re.compile(r"/stopped$"))
        walk.confirm_stopped()
        hands.must("wang", "stand_by")
        with self._counted("resume", "li", "复工") as page:
            page.locator("label", has_text="都没变").click()
            thumbs.press(page, "复工")
            page.wait_for_url(CARD)

    def _stop(self, hands: Hands) -> None:
        with self._counted("stop work", "qian", None) as page:
            page.get_by_role("link", name="作业", exact=True).click()
            page.get_by_role("link", name="V-101 泵基础").click()
            thumbs.press(page, "叫停")
            page.get_by_role("dialog").get_by_role("button", name="叫停").click()
            expect(page.get_by_role("dialog")).to_have_count(0)
            expect(page.get_by_text("已暂停 · 现场未确认")).to_be_visible()
        hands.must("li", "confirm_stopped")
        hands.must("feng", "resolve_cause", {"cause": "stopped"})
        hands.must("wang", "stand_by")
        hands.tick()
        hands.must("li", "resume", {"changed": False})

    def _finish(self) -> None:
        with self._counted("finish", "li", "完工") as page:
            thumbs.hold(page, "按住完工")
            page.wait_for_url(CARD)

    def _close(self, walk: Walk) -> None:
        with self._counted("close", "wei", "验收") as page:
            walk.find_it_in_order(page)
            expect(page.get_by_text("已关闭").first).to_be_visible()

    @contextmanager
    def _counted(self, task: str, who: str, button: str | None) -> Iterator[Page]:
        """The list of tasks of this person; the one that is due is opened by its button."""
        page = self._town.phone(who)
        page.add_init_script(COUNTING)
        page.goto("/m/")
        expect(page.get_by_role("heading", name="待办")).to_be_visible()
        page.evaluate("['taps', 'typed', 'photos'].forEach((what) => sessionStorage.removeItem(what))")
        begin = time.monotonic()
        if button is not None:
            thumbs.press(page, button)
        yield page
        spent = time.monotonic() - begin
        told: list[int] = page.evaluate(
            "['taps', 'typed', 'photos'].map((what) => Number(sessionStorage.getItem(what) ?? 0))"
        )
        taps, typed, photos = told
        self.costs.append(Cost(task, taps, typed, photos, spent))

"""管道带压堵漏 by thumbs: asked for, measured and checked at its two nodes, watched every 15 minutes, stopped
by the pressure, and sealed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser import thumbs
from tests.browser.town import Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser

LEAK: Mapping[str, Any] = {
    "line_name": "PL-1203 法兰", "medium": "蒸汽", "leak": "flange", "pressure_most": "1.2",
    "wall_least": "4", "extreme_toxic": False, "brittle": False, "flammable": False, "hot": True,
}  # fmt: skip


def _request(town: Town) -> Walk:
    """李工 asks in three inputs; the rest is proposed from an earlier request at the point."""
    earlier = Hands(town.plant)
    journeys.draft(earlier, "leak_sealing", LEAK, "法兰带压堵漏")
    earlier.must("li", "withdraw", {"reason": "改期"})
    page = town.phone("li")
    page.goto("/m/request")
    thumbs.press(page, "不在八大作业里？其他作业")
    thumbs.ask_now(page, "带压堵漏")
    expect(page.get_by_text("其余已填好")).to_be_visible()
    town.photograph(page, "leak-request")
    return Walk(town, thumbs.send_request(page))


def _row(page: Page, words: str) -> Locator:
    return page.locator("section.row", has_text=words).first


def _record(walk: Walk, words: str, value: str | None = None, *, shot: bool = False) -> Page:
    """王班 opens the row of this value or check, and enters what he read or saw."""
    page = walk.step("wang", "record", "记录数值")
    row = _row(page, words)
    row.get_by_role("button").first.click()
    if value is not None:
        row.locator("input.input").fill(value)
    else:
        row.get_by_text("合格", exact=True).first.click()
    if shot:
        thumbs.snap(row)
    button = row.get_by_role("button", name=re.compile(f"^记录“{words}"))
    expect(button).to_be_enabled()
    walk.town.photograph(page, f"leak-{words}")
    button.click()
    return page


def _good(walk: Walk, words: str, value: str | None = None, *, shot: bool = False) -> None:
    page = _record(walk, words, value, shot=shot)
    expect(_row(page, words)).to_contain_text("合格 · 王班")


def _confirm(walk: Walk, *rows: int) -> None:
    """吴工艺 answers these measures of the ticket, by their number."""
    page = walk.step("wu", "measures", "确认措施")
    for number in rows:
        row = page.locator("section.row").nth(number - 1)
        if "unfolded" not in (row.get_attribute("class") or ""):
            row.get_by_role("button").first.click()
        thumbs.answer_row(row, yes="涉及", confirm="确认这一条")
        expect(row.get_by_role("button").first).to_contain_text("吴工艺")
    walk.town.photograph(page, "leak-measures")


def _prepare(walk: Walk) -> None:
    """The nodes in their order: survey, wall, plan, sealant, clamp, pressure; then what all works ask for."""
    walk.analyse()
    page = _record(walk, "压力监测", "0.8")
    sheet = page.get_by_role("dialog")
    expect(sheet).to_contain_text("现场勘测")
    walk.town.photograph(page, "leak-too-early")
    thumbs.press(page, "知道了")
    _confirm(walk, 1)
    _good(walk, "漏点周围壁厚", "6.2", shot=True)
    _confirm(walk, 2)
    _good(walk, "堵漏材料检测", shot=True)
    _confirm(walk, 4)
    _good(walk, "压力监测", "0.8")
    _confirm(walk, *(n for n in range(1, len(walk.state.measures) + 1) if n not in {1, 2, 4}))
    walk.brief()


def _stopped_by_pressure(walk: Walk) -> None:
    """15 minutes on the next reading is due, and one over the limit stops the work at once."""
    walk.wait(minutes=14)
    page = _record(walk, "压力监测", "1.3")
    expect(_row(page, "压力监测")).to_contain_text("不合格")
    walk.town.photograph(page, "leak-over")
    walk.wait(seconds=1)
    assert walk.state.state == "paused"
    town = walk.town
    town.photograph(walk.card("feng"), "leak-paused")
    walk.confirm_stopped()
    _good(walk, "压力监测", "0.9")
    walk.stand_by()
    walk.resolve("条件失效")
    walk.resume()


def _sealed(walk: Walk) -> None:
    """Nobody accepts before it was seen tight."""
    walk.finish()
    page = walk.step("wei", "accept", "现场验收")
    expect(page.get_by_role("listitem").filter(has_text="不漏")).to_be_visible()
    walk.town.photograph(page, "leak-not-accepted")
    _good(walk, "不漏了", shot=True)
    walk.accept()


def test_the_nodes_come_in_their_order_and_the_pressure_is_read_again_and_again(town: Town) -> None:
    walk = _request(town)
    assert (walk.state.type, walk.state.state) == ("leak_sealing", "submitted")
    _prepare(walk)
    walk.approve()
    assert walk.state.state == "issued"
    walk.arrive()
    walk.wait(minutes=15)
    town.photograph(walk.card("li"), "leak-issued")
    _good(walk, "压力监测", "0.8")
    walk.start()
    town.photograph(walk.card("wang"), "leak-active")
    _stopped_by_pressure(walk)
    _sealed(walk)
    assert walk.state.state == "closed"

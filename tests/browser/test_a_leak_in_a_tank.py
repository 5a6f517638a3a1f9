"""A leak in a tank where somebody is inside, told over MQTT: desk, wall and phones show it, the work stops,
fan and siren run by their own readings; 王班 acknowledges gets 钱焊工 out; a cause, a new round, 冯班长 on
site, and only then the work goes on. The archive has all of it, with the curve (S7)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.db import tenant
from davy.sensing.tests.field import until
from davy.sensing.tests.watching import causes, episodes
from davy.watch.tests.lies import lies
from tests.browser import thumbs
from tests.browser.sensed import Sensed
from tests.browser.walk import HERE, Walk
from tests.browser.walls import wall

pytestmark = pytest.mark.browser

ARCHIVE = [
    f"开工 李工 · {HERE}",
    "进入 · 钱焊工 王班",
    "暂停 · 气体超限 仪器监测",
    "离开 · 钱焊工 王班",
    "现场确认停工 李工",
    "气体检测 周分析",
    f"监护人在岗 王班 · {HERE}",
    "停工原因消除 · 气体超限 冯班长",
    f"复工 李工 · {HERE}",
]
"""What people and the watch did; what the instrument told of the gas stands between."""


def _go_in(walk: Walk) -> None:
    page = walk.step("wang", "register", "进出登记")
    thumbs.press(page, "进入 钱焊工")
    expect(page.get_by_role("button", name="离开 钱焊工")).to_be_visible()


def _come_out(walk: Walk) -> None:
    page = walk.step("wang", "register", "进出登记")
    expect(page.get_by_text("已停工：先让人出来")).to_be_visible()
    thumbs.press(page, "离开 钱焊工")
    expect(page.get_by_role("button", name="离开 钱焊工")).to_have_count(0)


def _is_told_everywhere(walk: Walk, board: Page, desk: Page) -> None:
    """Nobody touches anything: the leak is on every screen that was open."""
    town = walk.town
    call = town.phone("wang").get_by_role("alertdialog", name="气体")
    for title in ("气体超限", "气体达到处置值"):
        expect(call.get_by_role("heading", name=title)).to_be_visible()
    expect(call).to_contain_text("V-101 泵基础")
    there = re.compile("里面的人（1）.*钱焊工.*便携式多气体检测仪 01 SIM1-MGS01 · 上部", re.DOTALL)
    expect(call).to_contain_text(there)
    cover = board.locator("[data-call]")
    expect(cover).to_contain_text(re.compile("气体超限.*V-101 泵基础 里面还有 1 人 钱", re.DOTALL))
    town.photograph(board, "leak-wall-call")
    town.photograph(town.phone("wang"), "leak-phone-call")
    for does in ("启动通风", "声光报警", "断电"):
        expect(desk.locator("[data-order=confirmed]").filter(has_text=does)).to_be_visible()
    town.photograph(desk, "leak-desk")
    expect(board.locator("[data-number=paused] b")).to_have_text("1")


def _guardian_acknowledges(walk: Walk, board: Page) -> None:
    """By one thumb on what covers his phone; what is the control room's he only says to have heard. What he
    was at is there as before, and the wall is free."""
    page = walk.town.phone("wang")
    call = page.get_by_role("alertdialog", name="气体")
    call.get_by_role("button", name="确认收到").click()
    expect(call).to_have_count(0)
    walk.town.fold(page)
    expect(page.get_by_text("已停工：先让人出来")).to_be_visible()
    expect(board.locator("[data-call]").filter(has_text="气体")).to_have_count(0)
    expect(board.locator("[data-list=inside]")).to_contain_text("钱（作业人）")
    walk.town.photograph(board, "leak-wall")


def _is_all_on_record(walk: Walk) -> None:
    """In the archive by its steps, with what the instrument told; and the curve is there, out of its limit
    for a while and back."""
    archive = walk.archive("wei")
    told = [step for step in archive[archive.index(ARCHIVE[0]) :] if not re.match("监测|报警|已暂停，", step)]
    assert list(dict.fromkeys(told)) == ARCHIVE
    assert any(
        re.match(r"监测超限.* · 气体超过作业票限值 · [\d.]+ %LEL \(限值 8\.33\)", step) for step in archive
    )
    assert any(step.startswith("监测恢复 · 气体超过作业票限值") for step in archive)
    page = walk.town.console("chu")
    page.goto(f"/console/permits/{walk.permit}")
    curve = page.locator("figure[data-channel=lel]")
    expect(curve).to_contain_text(re.compile(r"现在 0\.\d %LEL.*票面限值 8\.33"))
    expect(curve.locator("circle.far").first).to_be_attached()
    curve.scroll_into_view_if_needed()
    walk.town.photograph(page, "leak-curve")


def test_a_leak_stops_the_work_and_people_bring_it_back(tank: Sensed) -> None:
    town = tank.town
    walk = Walk(town, str(tank.hands.permit))
    _go_in(walk)
    board = wall(town)
    desk = town.console("chu")
    desk.goto(f"/console/permits/{walk.permit}")
    walk.step("wang", "register", "进出登记")
    town.called("wang")
    expect(board.locator("[data-number=active] b")).to_have_text("1")

    tank.leak()
    _is_told_everywhere(walk, board, desk)
    assert causes(tank.hands) == ("paused", ["gas"])
    tank.close_the_valve()
    until(lambda: tank.lel() < 1)  # gas that gets worse calls anew
    _guardian_acknowledges(walk, board)
    _come_out(walk)
    walk.confirm_stopped()

    walk.test_gas()
    walk.stand_by()
    until(
        lambda: "EpisodeClosed permit_limit.lel" in episodes(tank.hands)
    )  # what is still there is no cause put right
    walk.resolve("气体超限")
    assert journeys.state(tank.hands).state == "paused"
    walk.resume()

    _is_all_on_record(walk)
    with tenant.company(town.plant.company):
        assert lies(town.plant.company) == []

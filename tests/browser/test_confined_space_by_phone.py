"""受限空间 on phones: air before entry, the register, the two-hour record, a stranger's stop, the end."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.watch.tests.lies import lies
from tests.browser import thumbs
from tests.browser.town import Town
from tests.browser.walk import HERE, Walk

pytestmark = pytest.mark.browser

VENTILATED = 2  # the row of the measures that opens the manholes

ARCHIVE = [
    f"开工 李工 · {HERE}",
    "进入 · 钱焊工 王班",
    "进入 · 防爆扳手 王班",
    "暂停 · 检测记录超时 计时",
    "离开 · 钱焊工 王班",
    "离开 · 防爆扳手 王班",
    f"复工 李工 · {HERE}",
    "进入 · 钱焊工 王班",
    "暂停 · 被叫停 陈主管",
    "离开 · 钱焊工 王班",
    "完工 李工",
    f"验收合格 卫验收 · 密码+手写 · {HERE}",
]


def _submitted(town: Town) -> Walk:
    hands = Hands(town.plant)
    journeys.draft_confined(hands)
    return Walk(town, str(hands.permit))


def _ventilate(walk: Walk, answer: str = "涉及") -> None:
    """吴工艺 answers anew whether the space is ventilated."""
    page = walk.step("wu", "measures", "确认措施")
    row = page.locator("section.row").nth(VENTILATED)
    row.get_by_role("button").first.click()
    thumbs.answer_row(row, yes=answer, confirm="确认这一条")
    expect(row).not_to_have_class(re.compile("unfolded"))


def _nobody_signs_without_air(walk: Walk) -> None:
    """Neither ventilated nor tested: the signature is shut."""
    _ventilate(walk, "不涉及")
    page = walk.step("zhao", "sign", "签批")
    missing = page.get_by_role("listitem")
    for lacks, clause in (("空间已通风", "6.3"), ("签批前已做气体检测", "5.4.3")):
        expect(missing.filter(has_text=lacks)).to_contain_text(clause)
    expect(page.get_by_role("button", name=re.compile(r"还差 \d+ 项，不能签"))).to_be_disabled()
    walk.town.photograph(page, "confined-unsigned")
    _ventilate(walk)


def _prepare(walk: Walk) -> None:
    walk.analyse()
    walk.confirm_measures()
    _nobody_signs_without_air(walk)
    walk.ventilate()
    page = walk.test_gas()
    expect(page.get_by_text("本轮 3/3 个部位")).to_be_visible()
    assert walk.state.rounds[-1].complete
    walk.town.photograph(page, "confined-gas")
    walk.brief()


def _not_started_without_air(walk: Walk) -> None:
    """Ventilated anew after the test, and the test is more than half an hour old: measured again first."""
    _ventilate(walk)
    walk.wait(minutes=31)
    page = walk.step("li", "start", "开工")
    walk.scan_point(page)
    missing = page.get_by_role("listitem")
    for lacks, clause in (("先通风、再检测", "6.3"), ("作业前 30 分钟内的气体检测", "6.3 a")):
        expect(missing.filter(has_text=lacks)).to_contain_text(clause)
    expect(page.get_by_role("button", name=re.compile("项，不能开工"))).to_be_disabled()
    walk.town.photograph(page, "confined-no-air")
    walk.test_gas()


def _register(walk: Walk) -> Page:
    return walk.step("wang", "register", "进出登记")


def _go_in(walk: Walk) -> Page:
    page = _register(walk)
    thumbs.press(page, "进入 钱焊工")
    expect(page.get_by_role("button", name="离开 钱焊工")).to_be_visible()
    return page


def _work_inside(walk: Walk) -> None:
    """Only who is named, briefed and there is let in; while he is inside nobody finishes."""
    page = _go_in(walk)
    expect(page.get_by_role("button", name=re.compile("^进入 "))).to_have_count(0)
    page.get_by_label("工具名称").fill("防爆扳手")
    thumbs.press(page, "带入")
    expect(page.get_by_role("status").filter(has_text="件工具")).to_have_text(re.compile("1 人.*1 件工具"))
    walk.town.photograph(page, "register")
    page = walk.step("li", "finish", "完工")
    expect(page.get_by_text("里面还有 1 人、1 件工具，先登记离开")).to_be_visible()
    expect(page.get_by_role("button", name="按住完工")).to_be_disabled()
    walk.town.photograph(page, "finish-inside")


def _come_out(walk: Walk, *what: str) -> None:
    page = _register(walk)
    for one in what:
        thumbs.press(page, f"离开 {one}")
        expect(page.get_by_role("button", name=f"离开 {one}")).to_have_count(0)


def _the_record_is_missed(walk: Walk) -> None:
    """The guardian walks his rounds, but nobody measures: at two hours the work is paused by itself."""
    for minutes in (58, 58):
        walk.wait(minutes=minutes)
        walk.look_around()
    assert (walk.state.state, walk.state.causes) == ("active", ())
    walk.wait(minutes=5)
    page = walk.card("li")
    expect(page.get_by_text("已暂停 · 现场未确认")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="检测记录超时")).to_be_visible()
    walk.town.photograph(page, "record-missed")
    page = walk.step("li", "stopped", "停工与复工")
    expect(page.get_by_text("里面还有 1 人：先撤出，再确认")).to_be_visible()
    expect(page.get_by_role("button", name="确认已停下")).to_be_disabled()
    _come_out(walk, "钱焊工", "防爆扳手")
    walk.confirm_stopped()
    walk.test_gas()
    walk.stand_by()
    walk.resolve("检测记录超时")
    walk.resume()


def _a_stranger_stops_it(walk: Walk) -> None:
    """陈主管 is not on the permit: the code at the point is enough. Whoever keeps the register sees it."""
    entry = _go_in(walk)
    page = walk.town.phone("chen")
    page.goto("/m/scan")
    walk.scan_point(page)
    page.get_by_role("link", name="作业中").click()
    expect(page.get_by_text("可以作业")).to_be_visible()
    thumbs.press(page, "叫停")
    sheet = page.get_by_role("dialog", name="叫停这项作业？")
    walk.town.photograph(page, "stop-sheet")
    sheet.get_by_role("button", name="叫停", exact=True).click()
    expect(page.get_by_text("已暂停 · 现场未确认")).to_be_visible()
    walk.town.photograph(page, "stopped-by-stranger")
    expect(entry.get_by_text("已停工：先让人出来")).to_be_visible()
    walk.town.photograph(entry, "register-paused")


def _end(walk: Walk) -> None:
    _come_out(walk, "钱焊工")
    walk.confirm_stopped()
    walk.resolve("被叫停")
    walk.finish()
    walk.accept()


def test_a_confined_space_from_its_preparation_to_its_end(town: Town) -> None:
    walk = _submitted(town)
    _prepare(walk)
    walk.approve()
    walk.arrive()
    _not_started_without_air(walk)
    walk.start()
    _work_inside(walk)
    _the_record_is_missed(walk)
    _a_stranger_stops_it(walk)
    _end(walk)
    archive = walk.archive("wei")
    assert "报警 · 条件失效 计时 · AQ 05" in archive
    assert [step for step in archive if re.match("开工|进入|离开|暂停|复工|完工|验收", step)] == ARCHIVE
    with tenant.company(town.plant.company):
        assert lies(town.plant.company) == []

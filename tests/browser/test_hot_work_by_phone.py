"""一级动火 in a tank area on phones, from the request to the archive: everything by thumbs."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from playwright.sync_api import expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.evidence.queries import Verified, verify_stream
from davy.watch.tests.lies import lies
from tests.browser import thumbs
from tests.browser.town import Town
from tests.browser.walk import HERE, Walk

pytestmark = pytest.mark.browser


def _history(town: Town) -> None:
    """An earlier request at the same point, so that the next one is proposed from it."""
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    hands.must("li", "withdraw", {"reason": "改期"})


def _request(town: Town) -> Walk:
    """李工 asks in three inputs: type, photo, time. Place and people are proposed."""
    page = town.phone("li")
    page.goto("/m/request")
    thumbs.ask_now(page)
    expect(page.get_by_text("其余已填好")).to_be_visible()
    town.photograph(page, "request")
    return Walk(town, thumbs.send_request(page))


def _not_signed_yet(walk: Walk, lacks: str) -> None:
    """赵主任 is told what is missing, and his button stays shut."""
    page = walk.step("zhao", "sign", "签批")
    expect(page.get_by_role("listitem").filter(has_text=lacks)).to_be_visible()
    expect(page.get_by_role("button", name=re.compile(r"还差 \d+ 项，不能签"))).to_be_disabled()
    walk.town.photograph(page, f"unsigned-{lacks}")


def _prepare(walk: Walk) -> None:
    _not_signed_yet(walk, "签批前作业危害分析逐条确认")
    walk.analyse()
    _not_signed_yet(walk, "签批前安全措施逐条确认")
    walk.confirm_measures()
    _not_signed_yet(walk, "签批前已做气体分析")
    page = walk.test_gas()
    expect(page.get_by_role("heading", name="代表性位置 · 合格")).to_be_visible()
    walk.town.photograph(page, "gas")
    walk.brief()


def _not_started_too_early(walk: Walk) -> None:
    """Before the approved time nothing starts."""
    page = walk.step("li", "start", "开工")
    expect(page.get_by_role("listitem").filter(has_text="在批准的实施时间内")).to_be_visible()
    expect(page.get_by_role("button", name="还差 1 项，不能开工")).to_be_disabled()
    walk.town.photograph(page, "too-early")
    walk.wait(minutes=15)


def _rest_for_five_minutes(walk: Walk) -> None:
    walk.pause()
    walk.wait(minutes=5)
    walk.stand_by()
    walk.resume()


def _rest_for_half_an_hour(walk: Walk) -> None:
    """More than 30 minutes: refused with the clause, the way out and alarm 03, until a new round is there."""
    walk.pause()
    walk.wait(minutes=31)
    walk.stand_by()
    page = walk.ask_to_resume()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_role("heading", name="不能复工")).to_be_visible()
    expect(sheet).to_contain_text("重新分析")
    expect(sheet).to_contain_text("5.3.1")
    expect(sheet).to_contain_text("请分析人检测")
    walk.town.photograph(page, "resume-refused")
    thumbs.press(page, "知道了")
    assert walk.archive("li")[-1] == "报警 · 条件失效 李工 · AQ 03"
    assert walk.state.state == "paused"
    walk.test_gas()
    walk.resume()


def _finish(walk: Walk) -> None:
    walk.finish()
    page = walk.step("wei", "accept", "现场验收")
    expect(page.get_by_role("button", name=re.compile(r"还差 \d+ 项"))).to_be_disabled()
    walk.wait(minutes=31)
    walk.check_for_embers()
    walk.accept()


HOW = "密码+手写"
"""How they prove who they are: nobody of this plant has a passkey."""
ARCHIVE = [
    "提出申请 李工",
    "提交审批 李工",
    "确认危害 李工",
    "风险分级 李工",
    "确认措施 吴工艺",
    "气体检测 周分析",
    "安全交底 吴工艺",
    "接受交底 李工",
    "接受交底 钱焊工",
    "接受交底 王班",
    f"签批 赵主任 · {HOW}",
    f"签批 郑安全 · {HOW} · 距作业点 0 米",
    "签发 郑安全",
    f"到场签到 李工 · {HERE}",
    f"到场签到 钱焊工 · {HERE}",
    f"到场签到 王班 · {HERE}",
    "五必查 王班",
    f"验票 冯班长 · {HOW} · {HERE}",
    f"开工 李工 · {HERE}",
    "暂停 · 自行休息 李工",
    "现场确认停工 李工",
    f"监护人在岗 王班 · {HERE}",
    f"复工 李工 · {HERE}",
    "暂停 · 自行休息 李工",
    "现场确认停工 李工",
    f"监护人在岗 王班 · {HERE}",
    "操作被拒绝 李工",
    "报警 · 条件失效 李工 · AQ 03",
    "气体检测 周分析",
    f"复工 李工 · {HERE}",
    "完工 李工",
    f"检查余火 王班 · {HERE}",
    f"验收合格 卫验收 · {HOW} · {HERE}",
]


def test_a_first_level_hot_work_permit_from_request_to_archive(town: Town) -> None:
    _history(town)
    walk = _request(town)
    _prepare(walk)
    walk.sign("zhao")
    walk.sign("zheng")
    assert (walk.state.state, walk.state.level) == ("issued", "first")
    walk.arrive()
    _not_started_too_early(walk)
    walk.start()
    town.photograph(town.phone("li"), "active")
    _rest_for_five_minutes(walk)
    _rest_for_half_an_hour(walk)
    _finish(walk)
    assert [step for step in walk.archive("wei") if not step.startswith("提醒")] == ARCHIVE
    with tenant.company(town.plant.company):
        assert isinstance(verify_stream(town.plant.company, "permit", UUID(walk.permit)), Verified)
        assert lies(town.plant.company) == []

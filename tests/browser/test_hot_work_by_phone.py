"""一级动火 in a tank area on phones, from the request to the archive: everything by thumbs."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.evidence.queries import Verified, verify_stream
from davy.permits import folding
from davy_core.permits.state import Permit
from tests.browser import thumbs
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _state(town: Town, permit: str) -> Permit:
    return journeys.state(Hands(town.plant, UUID(permit)))


def _history(town: Town) -> None:
    """An earlier request at the same point, so that the next one is proposed from it."""
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    hands.must("li", "withdraw", {"reason": "改期"})


def _request(town: Town) -> str:
    """李工 asks in three inputs: type, photo, time. Place and people are proposed."""
    page = town.phone("li")
    page.goto("/m/request")
    page.get_by_role("button", name="动火作业").click()
    page.get_by_role("button", name="选作业点").click()
    page.get_by_text("V-101 泵基础").click()
    thumbs.snap(page)
    page.locator("label", has_text="马上").click()
    expect(page.get_by_text("其余已填好")).to_be_visible()
    town.photograph(page, "request")
    page.get_by_role("button", name="提交申请").click()
    page.wait_for_url(re.compile(r"/m/permits/[0-9a-f-]{36}"))
    return page.url.split("/permits/")[1][:36]


def _refused_while_unprepared(town: Town, permit: str) -> None:
    page = town.phone("zhao")
    thumbs.open_step(page, permit, "sign", "签批")
    expect(page.get_by_text(re.compile(r"还差 \d+ 项，不能签")).first).to_be_visible()
    town.photograph(page, "sign-unprepared")


def _analyse(town: Town, permit: str) -> None:
    page = town.phone("li")
    thumbs.open_step(page, permit, "hazards", "确认危害")
    count = len(_state(town, permit).hazards)
    thumbs.answer_rows(page, yes="存在", confirm="确认这一条", count=count)
    town.photograph(page, "hazards")


def _confirm_measures(town: Town, permit: str) -> None:
    page = town.phone("wu")
    thumbs.open_step(page, permit, "measures", "确认措施")
    count = len(_state(town, permit).measures)
    thumbs.answer_rows(page, yes="涉及", confirm="确认这一条", count=count)


def _test_gas(town: Town, permit: str, who: str = "zhou") -> None:
    page = town.phone(who)
    thumbs.open_step(page, permit, "gas", "检测气体")
    if page.get_by_role("button", name="开始新一轮").count():
        page.get_by_role("button", name="开始新一轮").click()
    page.get_by_role("button", name=re.compile("的读数")).first.click()
    for key in "0.01":
        page.get_by_role("button", name=key, exact=True).last.click()
    thumbs.snap(page)
    page.get_by_role("button", name=re.compile("^记录“")).click()
    expect(page.get_by_role("heading", name="代表性位置 · 合格")).to_be_visible()
    town.photograph(page, "gas")


def _brief(town: Town, permit: str) -> None:
    page = town.phone("wu")
    thumbs.open_step(page, permit, "brief", "安全交底")
    thumbs.check_all(page)
    thumbs.press(page, "交底完毕")
    expect(page.get_by_text(re.compile("吴工艺 已交底"))).to_be_visible()
    for who in ("li", "qian", "wang"):
        page = town.phone(who)
        thumbs.open_step(page, permit, "brief", "安全交底")
        thumbs.sign_box(page, password=False)
        thumbs.press(page, "我已听懂")
        page.wait_for_url(re.compile(rf"/m/permits/{permit}$"))


def _sign(town: Town, permit: str, who: str) -> None:
    page = town.phone(who)
    thumbs.open_step(page, permit, "sign", "签批")
    thumbs.check_all(page)
    thumbs.sign_box(page)
    town.photograph(page, f"sign-{who}")
    thumbs.press(page, "同意签批")
    page.wait_for_url(re.compile(rf"/m/permits/{permit}$"))


def _arrive(town: Town, permit: str) -> None:
    for who in ("li", "qian", "wang"):
        page = town.phone(who)
        thumbs.open_step(page, permit, "check_in", "到场签到")
        thumbs.press(page, "签到")
        page.wait_for_url(re.compile(rf"/m/permits/{permit}$"))
    page = town.phone("wang")
    thumbs.open_step(page, permit, "checks", "五必查")
    for answer in page.locator("label", has_text=re.compile(r"^\s*正常")).all():
        answer.click()
    thumbs.press(page, "记录五必查")
    page.wait_for_url(re.compile(rf"/m/permits/{permit}$"))
    page = town.phone("feng")
    thumbs.open_step(page, permit, "verify", "当班班长验票")
    thumbs.check_all(page)
    thumbs.sign_box(page)
    thumbs.press(page, "验票通过")
    page.wait_for_url(re.compile(rf"/m/permits/{permit}$"))


def _start(town: Town, permit: str) -> None:
    page = town.phone("li")
    thumbs.open_step(page, permit, "start", "开工")
    page.get_by_label("输入码").fill(town.plant.point_token)
    page.get_by_role("button", name="查找").click()
    town.photograph(page, "start")
    thumbs.hold(page, "按住开工", 400)
    assert _state(town, permit).state == "issued"
    thumbs.hold(page, "按住开工")
    page.wait_for_url(re.compile(rf"/m/permits/{permit}$"))
    expect(page.get_by_text("可以作业")).to_be_visible()
    town.photograph(page, "active")


def _pause(town: Town, permit: str) -> None:
    page = town.phone("li")
    thumbs.open_step(page, permit, "pause", "暂停")
    page.locator("label", has_text="休息一下").click()
    thumbs.press(page, "马上停")
    page.wait_for_url(re.compile(rf"/m/permits/{permit}"))


def _confirm_stopped(town: Town, permit: str) -> None:
    page = town.phone("li")
    thumbs.open_step(page, permit, "stopped", "停工与复工")
    thumbs.press(page, "确认已停下")
    expect(page.get_by_role("button", name="确认已停下")).to_have_count(0)


def _guardian_ready(town: Town, permit: str) -> None:
    page = town.phone("wang")
    thumbs.open_step(page, permit, "stopped", "停工与复工")
    thumbs.press(page, "监护人在岗")
    expect(page.get_by_text("监护人已在岗")).to_be_visible()


def _resume(town: Town, permit: str) -> Page:
    page = town.phone("li")
    thumbs.open_step(page, permit, "stopped", "停工与复工")
    page.locator("label", has_text="都没变").click()
    page.get_by_role("button", name="复工", exact=True).last.click()
    return page


def _finish(town: Town, permit: str) -> None:
    page = town.phone("li")
    thumbs.open_step(page, permit, "finish", "完工")
    thumbs.press(page, "完工")
    page.wait_for_url(re.compile(rf"/m/permits/{permit}$"))
    town.wait(minutes=31)
    page = town.phone("wang")
    thumbs.open_step(page, permit, "fire", "检查余火")
    page.locator("label", has_text="没有余火、热点").click()
    thumbs.snap(page)
    thumbs.press(page, "记录检查")
    page.wait_for_url(re.compile(rf"/m/permits/{permit}$"))


def _accept(town: Town, permit: str) -> None:
    page = town.phone("wei")
    thumbs.open_step(page, permit, "accept", "现场验收")
    thumbs.check_all(page)
    for field in page.locator("input[type=file]").all():
        field.set_input_files({"name": "p.jpg", "mimeType": "image/jpeg", "buffer": thumbs.picture(60)})
    expect(page.get_by_text("已上传").first).to_be_visible()
    thumbs.sign_box(page)
    thumbs.press(page, "验收合格，关闭作业票")
    page.wait_for_url(re.compile(rf"/m/permits/{permit}$"))
    expect(page.get_by_text("已关闭").first).to_be_visible()
    town.photograph(page, "closed")


def _rest_for_five_minutes(town: Town, permit: str) -> None:
    _pause(town, permit)
    _confirm_stopped(town, permit)
    town.wait(minutes=5)
    _guardian_ready(town, permit)
    _resume(town, permit)
    expect(town.phone("li").get_by_text("可以作业")).to_be_visible()


def _rest_for_half_an_hour(town: Town, permit: str) -> None:
    _pause(town, permit)
    _confirm_stopped(town, permit)
    town.wait(minutes=31)
    _guardian_ready(town, permit)
    page = town.phone("li")
    thumbs.open_step(page, permit, "stopped", "停工与复工")
    expect(page.get_by_text(re.compile("重测气体")).first).to_be_visible()
    town.photograph(page, "resume-refused")
    assert _state(town, permit).state == "paused"
    _test_gas(town, permit)
    _resume(town, permit)
    expect(town.phone("li").get_by_text("可以作业")).to_be_visible()


def test_a_first_level_hot_work_permit_from_request_to_archive(town: Town) -> None:
    _history(town)
    permit = _request(town)
    _refused_while_unprepared(town, permit)
    _analyse(town, permit)
    _confirm_measures(town, permit)
    _test_gas(town, permit)
    _brief(town, permit)
    _sign(town, permit, "zhao")
    _sign(town, permit, "zheng")
    assert _state(town, permit).state == "issued"
    assert _state(town, permit).level == "first"
    _arrive(town, permit)
    _start(town, permit)

    _rest_for_five_minutes(town, permit)
    _rest_for_half_an_hour(town, permit)
    _finish(town, permit)
    _accept(town, permit)
    with tenant.company(town.plant.company):
        assert isinstance(verify_stream(town.plant.company, "permit", UUID(permit)), Verified)
        assert folding.differing(town.plant.company) == []

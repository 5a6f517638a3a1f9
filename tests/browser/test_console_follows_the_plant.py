"""The console against a real server: it stays current, stops work, and obeys the content policy."""

import re
from datetime import time

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.db import rows, tenant
from davy.sites.models import SiteCalendar
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _working(town: Town) -> Hands:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def _sit(town: Town, who: str, path: str, said: list[str]) -> Page:
    """A desk whose complaints, and whose questions to other hosts, are written down."""
    page = town.console(who)
    page.on(
        "console", lambda m: said.append(f"{m.type}: {m.text}") if m.type in {"error", "warning"} else None
    )
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("request", lambda r: None if r.url.startswith(town.url) else said.append(r.url))
    page.goto(path)
    page.get_by_role("navigation", name="房间").wait_for()
    return page


def test_work_is_stopped_from_the_board_and_the_control_room_sees_it_at_once(town: Town) -> None:
    said: list[str] = []
    hands = _working(town)
    control = _sit(town, "chu", "/console/permits", said)
    expect(control.locator("tr[data-state=active]")).to_have_count(1)
    page = _sit(town, "qian", "/console/permits", said)
    expect(page.locator("tr[data-state=active]")).to_have_count(1)
    page.keyboard.press("Enter")
    panel = page.locator("[data-permit]")
    expect(panel.get_by_text("可作业", exact=True)).to_be_visible()
    panel.get_by_role("button", name="叫停", exact=True).click()
    page.get_by_role("button", name="立即叫停").click()
    expect(panel.get_by_text("已暂停 · 现场未确认")).to_be_visible()
    expect(panel.get_by_text("被叫停")).to_be_visible()
    expect(control.locator("tr[data-state=paused]")).to_contain_text("现场未确认")
    expect(control.get_by_role("link", name=re.compile("报警"))).to_contain_text(re.compile(r"[1-9]"))
    assert journeys.state(hands).state == "paused"
    assert said == []


def test_keys_filters_and_views_lead_through_the_board(town: Town) -> None:
    said: list[str] = []
    journeys.draft_hot(Hands(town.plant))
    page = _sit(town, "zhao", "/console/permits", said)
    expect(page.locator("tr[data-state=submitted]")).to_have_count(1)
    page.keyboard.press("f")
    page.keyboard.type("不存在的编号")
    expect(page.get_by_text("没有符合条件的作业票")).to_be_visible()
    page.get_by_role("button", name="清除筛选").click()
    page.get_by_role("button", name=re.compile("^审批中")).click()
    expect(page).to_have_url(re.compile("state=submitted"))
    page.get_by_role("button", name="保存视图").click()
    page.get_by_label("视图名称").fill("等签批")
    page.get_by_role("button", name="保存", exact=True).click()
    page.goto("/console/permits")
    page.get_by_role("button", name="等签批").click()
    expect(page).to_have_url(re.compile("state=submitted"))
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("[data-permit]")).to_be_visible()
    expect(page.get_by_text(re.compile("下一步还缺"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-permit]")).to_have_count(0)
    assert said == []


def test_an_alarm_is_acknowledged_and_handled_with_a_note(town: Town) -> None:
    said: list[str] = []
    _working(town).must("qian", "stop", {"reason": "旁边在装车"})
    page = _sit(town, "feng", "/console/alarms", said)
    page.get_by_text("有人叫停作业").first.click()
    page.get_by_role("button", name="确认收到").click()
    expect(page.get_by_role("button", name="确认收到")).to_have_count(0)
    handle = page.get_by_role("button", name="登记处置")
    expect(handle).to_be_disabled()
    page.get_by_label("查到什么、做了什么").fill("已停止装车")
    handle.click()
    expect(page.get_by_text("已停止装车")).to_be_visible()
    assert said == []


def test_the_calendar_is_changed_by_safety_and_read_by_others(town: Town) -> None:
    said: list[str] = []
    page = _sit(town, "zheng", "/console/places/calendar", said)
    page.get_by_label("开始").first.fill("23:00")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("status").filter(has_text="已保存")).to_be_visible()
    with tenant.company(town.plant.company):
        assert SiteCalendar.objects.get(company_id=town.plant.company).night_start == time(23)
    page = _sit(town, "li", "/console/places/calendar", said)
    expect(page.get_by_text("安全管理人员和系统管理员可以修改")).to_be_visible()
    expect(page.get_by_role("button", name="保存")).to_have_count(0)
    assert said == []


def test_the_wind_is_entered_by_who_is_on_duty(town: Town) -> None:
    said: list[str] = []
    page = _sit(town, "feng", "/console/places/weather", said)
    expect(page.get_by_text("没有风力数据")).to_be_visible()
    page.get_by_label("现在几级风").select_option("6")
    page.get_by_role("button", name="登记").click()
    expect(page.get_by_text("五级及以上")).to_be_visible()
    assert said == []


def test_the_public_page_stops_work_without_scripts(town: Town) -> None:
    hands = _working(town)
    with tenant.company(town.plant.company):
        row = rows.one("SELECT token FROM permits_permit WHERE id = %s", [hands.permit])
    assert row is not None
    bare = town.browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = bare.new_page()
    page.goto(f"{town.url}/c/{row['token']}")
    expect(page.get_by_text("可作业", exact=True)).to_be_visible()
    button = page.get_by_role("button", name=re.compile("叫停作业"))
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 56
    button.click()
    expect(page.get_by_text("不可作业")).to_be_visible()
    expect(page.get_by_text("监护人和中控室已收到报警")).to_be_visible()
    assert journeys.state(hands).state == "paused"
    bare.close()

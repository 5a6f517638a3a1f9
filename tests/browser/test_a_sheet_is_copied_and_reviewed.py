"""停机模式: a band on every screen, a sheet filled in by its task and reviewed by another person, an outage
declared by thumb (S18, S20)."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from davy.building.papering import Papering
from tests.browser import field, thumbs
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_a_sheet_is_filled_in_by_one_and_reviewed_by_another(town: Town) -> None:
    paper = Papering(town.plant).printed(count=2).declared(since=timedelta(hours=1))
    paper.register(who="sun")
    phone = town.phone("sun")
    phone.goto("/m/")
    expect(phone.get_by_text("停机模式")).to_be_visible()
    town.photograph(phone, "outage-tasks")
    phone.get_by_role("button", name="补录停机票").click()
    expect(phone.get_by_role("heading", name="补录停机票")).to_be_visible()
    town.photograph(phone, "outage-fill-empty")
    _fill(phone)
    town.photograph(phone, "outage-fill")
    phone.get_by_role("button", name="补录", exact=True).click()
    expect(phone.get_by_role("heading", name="待办")).to_be_visible()
    expect(phone.get_by_role("button", name="补录停机票")).to_have_count(0)
    leader = town.phone("feng")
    leader.goto("/m/")
    leader.get_by_role("button", name="核对停机票").click()
    expect(leader.get_by_text("已完工").first).to_be_visible()
    expect(leader.get_by_role("img", name="停机票照片")).to_have_js_property("complete", True)
    town.photograph(leader, "outage-review")
    leader.get_by_role("button", name="与照片一致").click()
    expect(leader.get_by_role("heading", name="待办")).to_be_visible()
    expect(leader.get_by_role("button", name="核对停机票")).to_have_count(0)
    used = paper.state.sheets[0].used
    assert used is not None
    assert used.agrees is True
    assert used.filled is not None
    assert used.filled.responsible == town.plant.person("li")


def test_the_band_comes_to_open_screens_and_moves_no_form(town: Town) -> None:
    phone, desk, leader = town.phone("sun"), town.console("zheng"), town.phone("feng")
    phone.goto("/m/paper")
    serial = phone.get_by_label("票上的编号")
    expect(serial).to_be_visible()
    expect(phone.get_by_text("现在没有停机")).to_be_visible()
    before = serial.bounding_box()
    desk.goto("/console/permits")
    leader.goto("/m/paper")
    leader.get_by_role("button", name=re.compile("^宣布停机")).first.click()
    leader.get_by_text("选区域").click()
    leader.get_by_text("甲醇罐区").click()
    leader.get_by_text("停电").click()
    leader.get_by_label("预计恢复").fill("2026-11-23T12:00")
    town.photograph(leader, "outage-declare-phone")
    leader.get_by_role("button", name="宣布停机").last.click()
    for page in (phone, desk):
        expect(page.get_by_role("status").filter(has_text="停机模式")).to_contain_text("预计 12:00 恢复")
    town.photograph(phone, "outage-band-form")
    town.photograph(desk, "outage-band-desk")
    assert serial.bounding_box() == before
    phone.goto("/m/permits")
    expect(phone.get_by_text("只用停机票")).to_be_visible()
    town.photograph(phone, "outage-band-phone")


def test_a_photo_taken_without_signal_comes_to_the_record_of_its_sheet(town: Town) -> None:
    """孙司索 finds somebody at work by a sheet without signal: what he writes down goes first when there is
    one, and its photo follows."""
    paper = Papering(town.plant).printed(count=1).declared(since=timedelta(hours=1))
    phone = town.phone("sun")
    field.enrol(phone)
    phone.goto("/m/paper")
    expect(phone.get_by_text("停机模式")).to_be_visible()
    phone.get_by_role("button", name="选作业点", exact=True).click()
    phone.get_by_role("dialog").get_by_text("V-101").first.click()
    phone.context.set_offline(True)
    phone.get_by_label("票上的编号").fill(re.sub(r"\D", "", paper.serial()))
    expect(phone.get_by_text(paper.serial()).first).to_be_visible()
    phone.get_by_text("还在作业").click()
    phone.locator("input[type=file]").first.set_input_files(thumbs.photograph())
    expect(phone.get_by_text("已存手机，联网后上传")).to_be_visible()
    town.photograph(phone, "paper-register-offline")
    phone.get_by_role("button", name="登记", exact=True).click()
    expect(phone.locator(".pending").filter(has_text=paper.serial())).to_be_visible()
    phone.context.set_offline(False)
    phone.goto("/m/queue")
    expect(phone.get_by_text("全部已上传")).to_be_visible()
    used = paper.state.sheets[0].used
    assert used is not None
    assert len(used.photos) == 1
    leader = town.phone("feng")
    leader.goto(f"/m/paper/{paper.serial()}")
    expect(leader.get_by_role("img", name="停机票照片")).to_have_js_property("complete", True)
    town.photograph(leader, "paper-registered-photo")


def _fill(phone: Page) -> None:
    phone.locator("input[type=file]").first.set_input_files(thumbs.photograph())
    expect(phone.get_by_text("已上传").first).to_be_visible()
    phone.get_by_text("已完工").click()
    phone.get_by_label("实际开始").fill("2026-11-23T07:40")
    phone.get_by_label("实际结束").fill("2026-11-23T08:20")
    phone.get_by_role("button", name=re.compile("^作业负责人")).click()
    phone.get_by_role("dialog").get_by_text("李工").first.click()


def test_the_desk_fills_in_and_reviews_and_the_wall_tells_of_it(town: Town) -> None:
    paper = Papering(town.plant).printed(count=2).declared(since=timedelta(hours=1))
    paper.register(who="li")
    desk = town.console("li")
    desk.goto("/console/outages")
    desk.get_by_role("button", name="补录停机票").first.click()
    desk.locator("input[type=file]").set_input_files(thumbs.photograph())
    desk.get_by_label("纸上写的结果").select_option(label="已完工")
    desk.get_by_label("实际开始").fill("2026-11-23 07:40")
    desk.get_by_label("实际结束").fill("2026-11-23 08:20")
    desk.get_by_label("作业负责人").fill("钱")
    desk.get_by_role("button", name=re.compile("钱焊工")).click()
    desk.get_by_role("button", name="加一行读数").click()
    expect(desk.get_by_text("还缺：读数没填完的一行")).to_be_visible()
    town.photograph(desk, "desk-fill")
    desk.get_by_role("button", name="去掉这一行").click()
    desk.get_by_role("button", name="补录", exact=True).click()
    expect(desk.get_by_role("button", name="补录停机票")).to_have_count(0)
    other = town.console("zheng")
    other.goto("/console/outages")
    other.get_by_role("button", name="核对停机票").first.click()
    expect(other.get_by_role("img", name="停机票照片")).to_have_js_property("complete", True)
    town.photograph(other, "desk-review")
    other.get_by_role("button", name="不一致").click()
    expect(other.get_by_role("button", name="核对停机票")).to_have_count(0)
    used = paper.state.sheets[0].used
    assert used is not None
    assert used.agrees is False
    other.goto("/console/wall")
    expect(other.get_by_text("只用停机票")).to_be_visible()
    town.photograph(other, "wall-band")

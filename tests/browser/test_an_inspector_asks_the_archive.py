"""档案: an inspector types what he remembers, narrows it, opens a permit, takes all of it away and checks it;
then what nobody may erase, and what of a person goes and stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from davy.accounts.models import Account
from davy.archive.tests.taken import key
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import PASSWORD, photo
from davy.db import tenant
from davy.people.models import Person
from davy_verify.checks import check
from davy_verify.finding import PROVEN, worst
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_what_is_remembered_is_found_narrowed_opened_and_taken_away(town: Town, tmp_path: Path) -> None:
    hot = Hands(town.plant)
    journeys.draft_hot(hot, content="更换循环水泵出口法兰")
    journeys.get_to_work(hot)
    journeys.draft_confined(Hands(town.plant))
    page = town.console("zheng")
    page.goto("/console/")
    page.get_by_role("navigation", name="房间").get_by_role("link", name="档案").click()
    expect(page.get_by_role("status").filter(has_text="找到 2 张票")).to_be_visible()
    _pictures(town, page, "desk-archive")
    _searched(page, "水泵出口", 1)
    _searched(page, "钱焊工 法兰", 1)
    _searched(page, "没有写过的话", 0)
    expect(page.get_by_text("没有找到", exact=True)).to_be_visible()
    page.get_by_role("button", name="全部清除").click()
    _narrowed(page)
    row = page.get_by_role("row", name=re.compile("更换循环水泵出口法兰"))
    row.click()
    page.wait_for_url(re.compile(rf"/console/permits/{hot.permit}"))
    page.go_back()
    _searched(page, "水泵", 1)
    _taken_away(town, page, tmp_path)


def _searched(page: Page, words: str, count: int) -> None:
    page.get_by_role("textbox", name=re.compile("^票号")).fill(words)
    page.get_by_role("main").get_by_role("button", name="搜索", exact=True).click()
    expect(page.get_by_role("status").filter(has_text=f"找到 {count} 张票")).to_be_visible()


def _narrowed(page: Page) -> None:
    """By a count, and by days before and on the day of the work."""
    page.get_by_role("complementary").get_by_role("button", name=re.compile("^动火")).click()
    expect(page.get_by_role("status").filter(has_text="找到 1 张票")).to_be_visible()
    _days(page, "2026-11-01", "2026-11-20", 0)
    _days(page, "2026-11-22", "2026-11-24", 1)


def _days(page: Page, since: str, until: str, count: int) -> None:
    page.get_by_label("作业日期从").last.fill(since)
    page.get_by_label("到", exact=True).last.fill(until)
    page.get_by_role("main").get_by_role("button", name="搜索", exact=True).click()
    expect(page.get_by_role("status").filter(has_text=f"找到 {count} 张票")).to_be_visible()


def _taken_away(town: Town, page: Page, folder: Path) -> None:
    page.get_by_role("button", name="导出").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name=re.compile("证据包")).click()
    bundle = folder / coming.value.suggested_filename
    coming.value.save_as(bundle)
    found = check(bundle, key(town.plant))
    assert worst(found) == PROVEN, found


def test_what_is_held_stays_and_a_person_is_erased_by_two(town: Town) -> None:
    hot = Hands(town.plant)
    journeys.draft_hot(hot)
    journeys.get_to_work(hot)
    hot.must("li", "finish")
    town.wait(minutes=31)
    hot.must("wang", "check_residual_fire", {"photo": photo(town.plant.company, "cold"), "clear": True})
    journeys.accept(hot)
    with tenant.company(town.plant.company):
        Person.objects.filter(id=town.plant.people["qian"].person).update(status="left", phone="13900001234")
        Account.objects.filter(id=town.plant.people["feng"].account).update(roles=["shift_leader", "admin"])
    asking = town.console("zheng")
    _asked(town, asking)
    carrying = town.console("feng")
    _carried_out(town, carrying)
    _held_and_lifted(town, asking, carrying, hot)


def _asked(town: Town, page: Page) -> None:
    """From the person, who left, to what goes and what stays, and the request."""
    page.goto("/console/people")
    page.get_by_role("row", name=re.compile("钱焊工")).get_by_role("link", name="个人信息删除").click()
    stays = page.get_by_role("region", name="必须保留")
    expect(stays).to_contain_text("保存期到 2027-11-24")
    expect(stays).to_contain_text("AQ 3064.2-2025 4.2")
    expect(page.get_by_role("region", name="可以删除")).to_contain_text("电话")
    page.get_by_role("textbox", name="申请原因").fill("已离职，本人要求删除")
    _pictures(town, page, "desk-erasure")
    page.get_by_role("button", name="提出申请").click()
    row = page.get_by_role("row", name=re.compile("已离职"))
    expect(row).to_contain_text("待执行")
    expect(row).to_contain_text("由别人执行")


def _carried_out(town: Town, page: Page) -> None:
    page.goto("/console/archive/erasures")
    row = page.get_by_role("row", name=re.compile("已离职"))
    row.get_by_role("button", name="执行", exact=True).click()
    page.get_by_role("textbox", name="本人密码").fill(PASSWORD)
    page.get_by_role("button", name=re.compile("确认删除")).click()
    expect(row).to_contain_text("部分删除")
    _pictures(town, page, "desk-erasure-part")
    with tenant.company(town.plant.company):
        left = Person.objects.get(id=town.plant.people["qian"].person)
    assert (left.name, left.phone) == ("钱焊工", "")


def _held_and_lifted(town: Town, placing: Page, lifting: Page, hot: Hands) -> None:
    placing.goto("/console/archive/holds")
    number = journeys.state(hot).number
    assert number is not None
    placing.get_by_role("textbox", name="票号").fill("DH-没有")
    placing.get_by_role("textbox", name=re.compile("^原因")).fill("事故调查 2026-17")
    placing.get_by_role("button", name="登记保全").click()
    expect(placing.get_by_role("alert")).to_have_text("没有找到这个票号")
    placing.get_by_role("textbox", name="票号").fill(number)
    placing.get_by_role("button", name="登记保全").click()
    row = placing.get_by_role("row", name=re.compile("事故调查"))
    expect(row).to_contain_text("由别人解除")
    _pictures(town, placing, "desk-holds")
    lifting.goto("/console/archive/holds")
    row = lifting.get_by_role("row", name=re.compile("事故调查"))
    row.get_by_role("button", name="解除").click()
    row.get_by_role("textbox", name="解除原因").fill("调查结束")
    row.get_by_role("button", name="确认解除").click()
    expect(row).to_contain_text(re.compile("冯班长.*解除：调查结束"))


def _pictures(town: Town, page: Page, name: str) -> None:
    """The screen by day and by night."""
    town.photograph(page, name)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    town.photograph(page, f"{name}-dark")
    page.evaluate("document.documentElement.dataset.theme = 'light'")


def test_a_shorter_period_is_asked_for_with_the_password_and_taken_back(town: Town) -> None:
    page = town.console("zheng")
    page.goto("/console/archive/due")
    _period(page, "1000")
    expect(page.get_by_text("保存 1000 天")).to_be_visible()
    _period(page, "400", PASSWORD)
    coming = page.get_by_role("status").filter(has_text="申请缩短为 400 天")
    expect(coming).to_be_visible()
    expect(page.get_by_text("保存 1000 天")).to_be_visible()
    page.get_by_role("button", name="撤回缩短").click()
    page.get_by_label("原因").first.fill("没有商量过")
    page.get_by_role("button", name="撤回缩短").click()
    expect(coming).to_be_hidden()


def _period(page: Page, days: str, password: str = "") -> None:
    page.get_by_role("button", name="改保存期").click()
    page.get_by_label(re.compile("^保存天数")).last.fill(days)
    page.get_by_label("原因").first.fill("集团要求")
    if password:
        page.get_by_label("本人密码").last.fill(password)
    page.get_by_role("button", name="申请缩短" if password else "改保存期").click()

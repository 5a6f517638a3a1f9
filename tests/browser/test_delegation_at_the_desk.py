"""委派 at the desk: 赵主任 sends 陈主管 with his password; the phone of the delegate has the task, and has it
no more when it is taken back. Whoever is not entitled is refused with a way out."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import PASSWORD
from tests.browser.town import Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser


def _desk(town: Town, who: str) -> Page:
    page = town.console(who)
    page.goto("/console/people/delegations")
    expect(page.get_by_role("heading", name="委派我的签批")).to_be_visible()
    return page


def _give(page: Page, to: str, password: str = PASSWORD) -> None:
    page.get_by_label("岗位", exact=True).select_option(label="所在单位负责人")
    page.get_by_label("姓名、拼音或工号").fill(to)
    choice = page.get_by_label("被委派人").locator("option", has_text=to)
    expect(choice).to_have_count(1)
    page.get_by_label("被委派人").select_option(value=choice.get_attribute("value"))
    page.get_by_label("到", exact=True).fill("2026-11-24 18:00")
    page.get_by_label("原因").fill("出差")
    page.get_by_label("再输一次登录密码").fill(password)
    page.get_by_role("button", name="委派", exact=True).click()


def test_who_is_sent_finds_the_task_signs_and_loses_it_when_it_is_taken_back(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    walk = Walk(town, str(hands.permit))
    phone = town.phone("chen")
    phone.goto("/m/")
    expect(phone.get_by_text("没有要您做的事")).to_be_visible()
    town.photograph(phone, "delegation-no-task")
    page = _desk(town, "zhao")
    town.photograph(page, "desk-delegation-empty")
    _give(page, "钱焊工")
    expect(page.get_by_role("alert")).to_contain_text("资格")
    town.photograph(page, "desk-delegation-refused")
    _give(page, "陈主管", password="wrong")
    expect(page.get_by_role("alert")).to_contain_text("密码")
    _give(page, "陈主管")
    row = page.get_by_role("row", name=re.compile("陈主管.*生效中"))
    expect(row).to_be_visible()
    town.photograph(page, "desk-delegation")
    phone.goto("/m/")
    phone.get_by_role("button", name="签批").click()
    expect(phone.get_by_role("heading", name="签批", exact=True)).to_be_visible()
    town.photograph(phone, "delegation-sign")
    row.get_by_role("button", name="撤销").click()
    expect(page.get_by_role("row", name=re.compile("陈主管.*已撤销"))).to_be_visible()
    phone.goto("/m/")
    expect(phone.get_by_text("没有要您做的事")).to_be_visible()
    _give(page, "陈主管")
    expect(page.get_by_role("row", name=re.compile("陈主管.*生效中"))).to_be_visible()
    walk.sign("chen")
    assert [s.person for s in walk.state.signatures] == [town.plant.person("chen")]


def test_who_holds_no_post_is_told_so(town: Town) -> None:
    page = _desk(town, "qian")
    expect(page.get_by_text("您没有任职的签批岗位。")).to_be_visible()
    expect(page.get_by_role("button", name="委派", exact=True)).to_have_count(0)
    town.photograph(page, "desk-delegation-nobody")

"""停机: declared at the desk, a live sheet registered by thumb, a start refused beside it until its place is
cleared and every sheet is told of (S18)."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.papering import Papering
from davy.db import tenant
from davy.outages import queries
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _phone(town: Town, who: str) -> Page:
    page = town.phone(who)
    page.goto("/m/paper")
    expect(page.get_by_role("heading", name="登记停机票")).to_be_visible()
    return page


def test_a_live_sheet_keeps_a_start_away_until_all_is_told(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    journeys.stand_ready(hands)
    paper = Papering(town.plant).printed(count=2)
    town.wait(minutes=1)
    desk = town.console("feng")
    desk.goto("/console/outages")
    desk.get_by_role("button", name="宣布停机").first.click()
    desk.locator("form").get_by_text("甲醇罐区").click()
    desk.get_by_label("预计结束").fill("2026-11-23 12:00")
    town.photograph(desk, "desk-outage-declare")
    desk.locator("form").get_by_role("button", name="宣布停机").click()
    expect(desk.get_by_role("cell", name=re.compile("^停机中"))).to_be_visible()
    expect(desk.get_by_role("status").filter(has_text="停机模式")).to_contain_text("只用停机票")
    town.photograph(desk, "desk-outage-band")
    town.wait(minutes=1)
    _register(town, paper)
    desk.reload()
    expect(
        desk.get_by_text(paper.serial()).or_(desk.get_by_role("button", name="看每一张")).first
    ).to_be_visible()
    town.photograph(desk, "desk-outage-open")
    assert {"outage.over", "outage.none_live"} <= _missing(hands)
    town.wait(minutes=1)
    paper.outage = _outage(town)
    paper.ended()
    paper.clear()
    assert _missing(hands) == {"outage.accounted"}
    holder = _phone(town, "li")
    holder.get_by_role("button", name="核销：没用").click()
    expect(holder.get_by_role("button", name="核销：没用")).to_have_count(0)
    town.photograph(holder, "paper-accounted")
    assert hands.give("li", "start", journeys.press(hands))["verdict"] == "accepted"


def _register(town: Town, paper: Papering) -> None:
    """孙司索 found somebody at work by a sheet."""
    phone = _phone(town, "sun")
    expect(phone.get_by_text("这里只认停机票")).to_be_visible()
    phone.get_by_label("票上的编号").fill(re.sub(r"\D", "", paper.serial()))
    expect(phone.get_by_text("空白")).to_be_visible()
    phone.get_by_role("button", name="选作业点", exact=True).click()
    phone.get_by_role("dialog").get_by_text("V-101").first.click()
    phone.get_by_text("还在作业").click()
    town.photograph(phone, "paper-register")
    phone.get_by_role("button", name="登记", exact=True).click()
    expect(phone.get_by_text("已登记，现场未清").first).to_be_visible()
    town.photograph(phone, "paper-registered")


def _outage(town: Town) -> UUID:
    with tenant.company(town.plant.company):
        return UUID(queries.outages(town.plant.company)[0].id)


def _missing(hands: Hands) -> set[str]:
    answer = hands.give("li", "start", journeys.press(hands))
    assert answer["verdict"] == "refused", answer
    return {r["missing"]["requirement"] for r in answer["reasons"] if r.get("missing")}

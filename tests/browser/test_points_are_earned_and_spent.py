"""A worker sees on his phone why he has points and asks for something; the desk reads the ranking down to the
permit, judges an anomaly, approves and hands over."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.ids import uuid7
from davy.points.models import Entry, Good, Suspect
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _earned(town: Town) -> None:
    """What finished permits gave, one of them over within minutes."""
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    company, now = town.plant.company, clock.now()
    given: tuple[tuple[str, str, int, dict[str, object]], ...] = (
        ("qian", "complete.worker", 2, {}), ("qian", "complete.worker", 18, {}),
        ("wang", "complete.guardian", 3, {}), ("wang", "late.rounds", -2, {"times": 1}),
        ("li", "complete.responsible", 0, {"lacks": ["tests_on_time"]}), ("wu", "complete.analyst", 1, {}),
    )  # fmt: skip
    with tenant.company(company):
        for who, rule, points, why in given:
            Entry.objects.create(
                company_id=company, rule=rule, version="test", kind="permit",
                person_id=town.plant.people[who].person,
                about=hands.permit if points != 18 else uuid7(), number=0, points=points,
                at=now - timedelta(minutes=5), written_at=now, why=why,
            )  # fmt: skip
        Suspect.objects.create(
            company_id=company, kind="quick", people=[town.plant.people["wang"].person],
            permits=[hands.permit], figures={"minutes": 7}, found_at=now,
        )  # fmt: skip
        Good.objects.create(company_id=company, name="保温杯", price=15, stock=1)
        Good.objects.create(company_id=company, name="登山包", price=90, stock=3)


def test_points_are_earned_and_spent(town: Town) -> None:
    _earned(town)
    phone, desk = town.phone("qian"), town.console("zheng")
    phone.goto("/m/me")
    phone.get_by_role("link", name="我的积分").click()
    expect(phone.locator(".balance")).to_have_text("20")
    expect(phone.get_by_text("第 1 名，共 4 人")).to_be_visible()
    expect(phone.get_by_text("还差 70 分")).to_be_visible()
    town.photograph(phone, "points-phone")
    with phone.expect_response(lambda got: got.url.endswith("/own/claims") and got.request.method == "POST"):
        phone.get_by_role("button", name="兑换 保温杯").click()
    expect(phone.locator(".balance")).to_have_text("5")
    expect(phone.get_by_text("等待审批")).to_be_visible()
    town.photograph(phone, "points-phone-asked")

    desk.goto("/console/people/points")
    row = desk.get_by_role("row", name=re.compile("钱焊工"))
    expect(row).to_contain_text("20")
    town.photograph(desk, "points-ranking")
    desk.get_by_role("button", name="看 钱焊工 的明细").click()
    expect(desk.get_by_text("到场签到并接受交底，完成作业").first).to_be_visible()
    town.photograph(desk, "points-person")

    desk.get_by_text("异常", exact=True).click()
    expect(desk.get_by_text("几分钟就完工")).to_be_visible()
    desk.get_by_label("写明原因").fill("只换一个垫片，属实")
    town.photograph(desk, "points-anomalies")
    with desk.expect_response(lambda got: got.url.endswith("/verdicts")):
        desk.get_by_role("button", name="算数", exact=True).click()
    expect(desk.get_by_text("没有待判定的异常")).to_be_visible()

    desk.get_by_text("兑换", exact=True).click()
    desk.get_by_role("button", name="同意", exact=True).click()
    expect(desk.get_by_text("等待发放")).to_be_visible()
    town.photograph(desk, "points-goods")
    desk.get_by_role("button", name="已发放").click()
    expect(desk.get_by_role("button", name="已发放")).to_have_count(0)
    phone.reload()
    expect(phone.get_by_text("已领取")).to_be_visible()

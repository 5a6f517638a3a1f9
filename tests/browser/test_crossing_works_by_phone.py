"""Two crews beside each other (4.7, S23): told before sending; what cannot go on together is refused, what
crosses waits for a coordinator, who is named and signs on both permits by phone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import trained
from davy.db import tenant
from davy.sites.models import WorkPoint
from davy_core.instants import iso
from tests.browser import thumbs
from tests.browser.town import Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser


@pytest.fixture
def fire(town: Town) -> Walk:
    """Hot work that was issued; the vessel beside it stands at the same place."""
    plant = town.plant
    with tenant.company(plant.company):
        trained(plant, "chu")
        WorkPoint.objects.filter(id=plant.other_point).update(equipment_id=None)
    hands = Hands(plant)
    journeys.draft(hands, "hot", journeys.HOT_WORK, "焊接支架")
    journeys.prepare(hands)
    journeys.approve(hands)
    return Walk(town, str(hands.permit))


def _history(town: Town, *, coating: bool) -> None:
    """An earlier request at the vessel: another crew, led by 周分析 and guarded by 褚中控."""
    plant = town.plant
    crew: Mapping[str, Any] = {
        **journeys.crew(plant), "responsible": plant.person("zhou"), "guardian": plant.person("chu"),
        "workers": [plant.person("zheng")], "confirmers": [plant.person("wu"), plant.person("li")],
    }  # fmt: skip
    place = {"site": str(plant.site), "area": str(plant.area), "point": str(plant.other_point)}
    hands = Hands(plant)
    work = {**journeys.CONFINED_WORK, "coating": coating}
    body = {"type": "confined", "place": place, "crew": crew, "work": work, "content": "罐内防腐"}
    window = {"from": iso(clock.now()), "to": iso(clock.now() + timedelta(hours=8))}
    hands.must("li", "draft", {**body, "window": window}, base_version=0)
    hands.must("li", "withdraw", {"reason": "改期"})


def _asked(town: Town) -> Page:
    """李工 fills the request in: type, photo, time; the crew is proposed."""
    page = town.phone("li")
    page.goto("/m/request")
    thumbs.ask_now(page, "受限空间", "V-102 储罐")
    expect(page.get_by_text("其余已填好")).to_be_visible()
    return page


def test_what_cannot_go_on_together_is_told_before_it_is_sent_and_refused(town: Town, fire: Walk) -> None:
    _history(town, coating=True)
    page = _asked(town)
    told = page.get_by_role("alert").filter(has_text="作业冲突")
    expect(told).to_contain_text("不能同时")
    expect(told).to_contain_text("V-101 泵基础")
    told.scroll_into_view_if_needed()
    town.photograph(page, "crossing-blocked")
    thumbs.press(page, "提交申请")
    sheet = page.get_by_role("dialog")
    expect(sheet).to_contain_text("没有冲突")
    town.photograph(page, "crossing-refused")


def test_what_crosses_is_coordinated_by_one_who_signs_on_both(town: Town, fire: Walk) -> None:
    _history(town, coating=False)
    page = _asked(town)
    told = page.get_by_role("alert").filter(has_text="作业冲突")
    expect(told).to_contain_text("须由协调人签字")
    told.scroll_into_view_if_needed()
    town.photograph(page, "crossing-told")
    thumbs.press(page, "提交申请")
    page.wait_for_url(re.compile(r"/m/permits/[0-9a-f-]{36}"))
    entry = Walk(town, page.url.split("/permits/")[1][:36])
    _named(entry)
    _signed(entry, fire)
    assert (entry.state.coordinator, fire.state.coordinator) == (town.plant.person("chen"),) * 2


def _named(entry: Walk) -> None:
    """冯班长 names 陈主管, who is on neither crew; 李工 may not."""
    town = entry.town
    page = entry.step("li", "conflicts", "作业冲突")
    expect(page.get_by_text("还没有指定")).to_be_visible()
    expect(page.get_by_role("button", name="指定协调人")).to_have_count(0)
    page = entry.step("feng", "conflicts", "作业冲突")
    town.photograph(page, "crossing-unnamed")
    page.get_by_role("button", name="指定协调人").click()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_text("陈主管")).to_be_visible()
    expect(sheet.get_by_text("周分析")).to_have_count(0)
    town.photograph(page, "crossing-pick")
    sheet.get_by_text("陈主管").click()
    expect(page.get_by_role("button", name="换人")).to_be_visible()


def _signed(entry: Walk, fire: Walk) -> None:
    """It is among 陈主管's tasks; he goes through every item, writes how, and signs once for both."""
    town = entry.town
    page = town.phone("chen")
    page.goto("/m/")
    expect(page.get_by_role("button", name=re.compile("协调|交叉")).first).to_be_visible()
    town.photograph(page, "crossing-task")
    page = entry.step("chen", "conflicts", "作业冲突")
    thumbs.check_all(page)
    page.get_by_role("textbox", name="两项作业怎么错开、怎么隔离、谁盯着").fill(
        "上午动火，下午进罐，王班盯着"
    )
    thumbs.sign_box(page)
    town.photograph(page, "crossing-sign")
    thumbs.press(page, "签字（2 张票）")
    expect(page.get_by_text("交叉作业都已签字")).to_be_visible()
    town.photograph(page, "crossing-signed")
    assert [len(walk.state.crossings) for walk in (entry, fire)] == [1, 1]

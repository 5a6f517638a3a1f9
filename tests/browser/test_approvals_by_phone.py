"""An approver's day on the phone: 加签, 转办, 驳回 to a chosen node, and the applicant's 撤回. None of them
spares a signature."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.people.models import Post
from tests.browser.town import Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser


def _submitted(town: Town, *, prepared: bool = True) -> Walk:
    """一级动火 that waits for its signatures: 所在单位, then 安全管理部门."""
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    if prepared:
        journeys.prepare(hands)
    return Walk(town, str(hands.permit))


def _route(walk: Walk, who: str) -> Page:
    return walk.step(who, "route", "审批流程")


def _bend(walk: Walk, who: str, what: str, choose: str, reason: str) -> None:
    """加签, 转办 or 驳回: choose from what is offered, say why, send."""
    page = _route(walk, who)
    page.get_by_role("button", name=what, exact=True).click()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_role("button", name="先选一个")).to_be_disabled()
    sheet.locator("label", has_text=choose).click()
    walk.town.photograph(page, f"route-{what}")
    sheet.get_by_role("textbox").fill(reason)
    sheet.get_by_role("button", name=what, exact=True).click()
    page.wait_for_url(re.compile(rf"/m/permits/{walk.permit}$"))


def _stages(walk: Walk) -> list[tuple[str, ...]]:
    return [stage.posts for stage in walk.state.stages]


def test_a_signer_is_added_and_then_must_sign_first(town: Town) -> None:
    walk = _submitted(town)
    before = _stages(walk)
    page = town.phone("zhao")
    page.goto("/m/")
    expect(page.get_by_text("签批").first).to_be_visible()
    town.photograph(page, "route-tasks")
    _bend(walk, "zhao", "加签", "设备部门", "法兰在泵上，请设备先看")
    assert _stages(walk) == [("equipment_dept",), *before]
    town.photograph(_route(walk, "zhao"), "route-added")
    page = walk.step("zhao", "sign", "签批")
    expect(page.get_by_text("可签：贝设备")).to_be_visible()
    expect(page.get_by_role("button", name="同意签批")).to_have_count(0)
    town.photograph(page, "route-not-yet")
    walk.sign("bei")
    walk.sign("zhao")
    walk.sign("zheng")
    assert walk.state.state == "issued"
    town.photograph(_route(walk, "zhao"), "route-issued")


def test_a_decision_is_handed_over_and_only_the_other_signs(town: Town) -> None:
    with tenant.company(town.plant.company):
        Post.objects.filter(code="area_head").update(deputy_id=town.plant.people["tang"].person)
    walk = _submitted(town)
    _bend(walk, "zhao", "转办", "唐专业", "我在外开会")
    page = walk.step("zhao", "sign", "签批")
    expect(page.get_by_role("button", name="同意签批")).to_have_count(0)
    town.photograph(page, "route-handed")
    town.photograph(_route(walk, "tang"), "route-handed-to")
    walk.sign("tang")
    assert [s.person for s in walk.state.signatures] == [town.plant.person("tang")]


def test_it_goes_back_to_a_node_and_is_signed_anew(town: Town) -> None:
    walk = _submitted(town)
    walk.sign("zhao")
    _bend(walk, "zheng", "驳回到节点", "所在单位", "监护人没写清站位")
    assert walk.state.signatures == ()
    page = walk.card("zhao")
    expect(page.get_by_text("监护人没写清站位")).to_be_visible()
    town.photograph(page, "route-back-card")
    town.photograph(_route(walk, "zhao"), "route-back")
    walk.sign("zhao")
    walk.sign("zheng")
    assert walk.state.state == "issued"


def test_who_asked_takes_it_back_as_long_as_nobody_signed(town: Town) -> None:
    walk = _submitted(town, prepared=False)
    page = _route(walk, "li")
    town.photograph(page, "route-own")
    page.get_by_role("button", name="撤回修改").click()
    sheet = page.get_by_role("dialog")
    town.photograph(page, "route-recall")
    sheet.get_by_role("textbox").fill("时间写错了")
    sheet.get_by_role("button", name="撤回修改").click()
    page.wait_for_url(re.compile(rf"/m/permits/{walk.permit}$"))
    assert walk.state.state == "draft"
    expect(page.get_by_text("时间写错了")).to_be_visible()
    town.photograph(page, "route-recalled")
    signed = _submitted(town)
    signed.sign("zhao")
    page = _route(signed, "li")
    expect(page.get_by_role("heading", name="抄送")).to_be_visible()
    expect(page.get_by_role("button", name="撤回修改")).to_have_count(0)

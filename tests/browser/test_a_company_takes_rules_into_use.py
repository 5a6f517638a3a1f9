"""郑安全 takes a rule beyond the law into use at the desk, with the reason, and out again; 李工 sees none."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_it_is_in_use_from_then_on_until_it_is_taken_out(town: Town) -> None:
    desk = town.console("zheng")
    desk.goto("/console/settings")
    roster = desk.locator("[data-offer=roster]")
    expect(roster).to_contain_text("没有启用")
    expect(roster).to_contain_text("开工、复工时要求：承包商人员今天已在门口签到")
    roster.get_by_role("button", name="启用").click()
    expect(roster.get_by_role("button", name="启用")).to_be_disabled()
    roster.get_by_label("理由或文号").fill("安委会〔2026〕11 号")
    town.photograph(desk, "site-rules-asked")
    roster.get_by_role("button", name="启用").click()
    expect(roster.get_by_text("在用", exact=True)).to_be_visible()
    expect(desk.locator("[data-offer=contractors]")).to_contain_text("没有启用")
    town.photograph(desk, "site-rules-in-use")
    roster.get_by_role("button", name="停用").click()
    roster.get_by_label("理由或文号").fill("改用门禁签到")
    roster.get_by_role("button", name="停用").click()
    expect(roster).to_contain_text("没有启用")


def test_who_decides_nothing_about_rules_sees_none_there(town: Town) -> None:
    desk = town.console("li")
    desk.goto("/console/settings")
    expect(desk.get_by_role("heading", name="设置")).to_be_visible()
    expect(desk.locator("[data-offer]")).to_have_count(0)

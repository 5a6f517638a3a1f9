"""郑安全 enters a paper of a contractor, lets 钱焊工 in, and shuts the firm out: the work is paused."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.people.models import Firm, Person
from tests.browser import axe
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _hired(town: Town) -> Hands:
    """钱焊工 of 宏安检修 at a running hot work."""
    with tenant.company(town.plant.company):
        firm = Firm.objects.create(company_id=town.plant.company, code="C1", name="宏安检修")
        Person.objects.filter(id=town.plant.people["qian"].person).update(firm_id=firm.id)
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def test_the_file_of_a_firm_decides_about_its_people(town: Town) -> None:
    hands = _hired(town)
    page = town.console("zheng")
    page.goto("/console/people/firms")
    row = page.get_by_role("row").filter(has_text="宏安检修")
    expect(row).to_contain_text("缺 营业执照、资质证书、工伤或安全责任保险、安全管理协议")
    expect(row).to_contain_text("0 / 1")
    page.get_by_role("button", name="宏安检修 的档案").click()
    file = page.locator("[data-firm=C1]")

    file.get_by_role("button", name="登记资料").click()
    file.get_by_label("编号").fill("91320582MA1XXXXX0X")
    file.get_by_text("长期有效").click()
    file.get_by_role("button", name="保存").click()
    expect(file.get_by_role("row").filter(has_text="营业执照")).to_contain_text("有效")
    expect(row).to_contain_text("缺 资质证书")

    file.get_by_role("button", name="授权", exact=True).click()
    asked = file.get_by_role("form", name="授权一名人员")
    asked.get_by_label("人员").select_option(label=_label(town))
    asked.get_by_role("checkbox", name="动火作业", exact=True).check()
    assert axe.found(page) == []
    town.photograph(page, "contractor-admission")
    asked.get_by_role("button", name="授权", exact=True).click()
    expect(file.get_by_role("row").filter(has_text="钱焊工")).to_contain_text("有效")
    expect(row).to_contain_text("1 / 1")

    file.get_by_role("button", name="列入黑名单").click()
    expect(file.get_by_text("宏安检修 的 1 人马上不能上岗")).to_be_visible()
    file.get_by_label("理由（必填）").fill("两次无票动火")
    file.get_by_role("button", name="列入黑名单").click()
    expect(row).to_contain_text("黑名单")
    town.wait(seconds=1)
    assert journeys.state(hands).state == "paused"
    expect(file.get_by_role("status")).to_contain_text("两次无票动火 · 郑安全")
    town.photograph(page, "contractor-banned")


def _label(town: Town) -> str:
    with tenant.company(town.plant.company):
        found = Person.objects.get(id=town.plant.people["qian"].person)
    return f"{found.name} {found.hr_code}"

"""郑安全 gives 周队 the login of his firm; by phone he hands in a paper, enters a man and asks for him."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from davy.building.plant import PASSWORD
from davy.db import tenant
from davy.people.models import Firm, Person
from tests.browser import axe
from tests.browser.town import DESKTOP, PHONE, Town

pytestmark = pytest.mark.browser

NUMBER = "110101199003070011"


def _hire(town: Town) -> None:
    company = town.plant.company
    with tenant.company(company):
        firm = Firm.objects.create(company_id=company, code="C1", name="宏安检修")
        Person.objects.create(company_id=company, firm_id=firm.id, name="周队", hr_code="C1-1")


def _picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (320, 200), "#dde6ee").save(out, "JPEG")
    return out.getvalue()


def _phone(town: Town) -> Page:
    """周队 on his phone, by his own login."""
    context = town.browser.new_context(
        viewport=PHONE,  # type: ignore[arg-type]  # playwright's own TypedDict
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        has_touch=True,
        is_mobile=True,
        base_url=town.url,
    )
    town.contexts.append(context)
    return town.settle(context, "hongan", "/console/")


def _give_login(desk: Page, town: Town) -> None:
    desk.goto("/console/people/firms")
    desk.get_by_role("button", name="宏安检修 的档案").click()
    file = desk.locator("[data-firm=C1]")
    file.get_by_role("button", name="开账号").click()
    form = file.get_by_role("form", name="开账号")
    form.get_by_label("人员").select_option(label="周队 C1-1")
    form.get_by_label("登录名").fill("hongan")
    form.get_by_label("初始密码").fill(PASSWORD)
    form.get_by_role("button", name="开账号").click()
    expect(file.get_by_role("row").filter(has_text="hongan")).to_contain_text("停用")


def _hand_in_licence(page: Page) -> None:
    page.get_by_role("button", name="报资料").click()
    form = page.get_by_role("form", name="报资料")
    form.get_by_label("编号").fill("91320582MA1XXXXX0X")
    form.get_by_text("长期有效").click()
    file = {"name": "licence.jpg", "mimeType": "image/jpeg", "buffer": _picture()}
    form.get_by_label("扫描件或照片（必填）").set_input_files([file])  # type: ignore[arg-type]  # playwright's own TypedDict
    expect(form.get_by_text("已上传，可重拍")).to_be_visible()
    assert axe.found(page) == []
    form.get_by_role("button", name="提交").click()


def _enter_a_man(page: Page, town: Town) -> None:
    page.get_by_role("button", name="人员", exact=True).click()
    page.get_by_role("button", name="登记人员").click()
    form = page.get_by_role("form", name="登记人员")
    form.get_by_label("姓名").fill("孙焊工")
    form.get_by_label("身份证号").fill(NUMBER)
    town.photograph(page, "firm-person-form")
    form.get_by_role("button", name="登记人员").click()
    row = page.locator("[data-person=孙焊工]")
    expect(row).to_contain_text("没有证书")
    row.get_by_role("button", name="申请入场").click()
    asked = row.get_by_role("form", name="申请入场")
    asked.get_by_label("动火作业", exact=True).check()
    town.photograph(page, "firm-admission-form")
    asked.get_by_role("button", name="申请入场").click()
    expect(page.get_by_text("2 项在等企业确认")).to_be_visible()
    assert axe.found(page) == []
    town.photograph(page, "firm-people")


def test_what_a_firm_hands_in_by_phone_counts_once_it_is_confirmed(town: Town) -> None:
    _hire(town)
    desk = town.console("zheng")
    _give_login(desk, town)

    page = _phone(town)
    expect(page.get_by_text("缺资料：营业执照")).to_be_visible()
    town.photograph(page, "firm-empty")
    _hand_in_licence(page)
    expect(page.get_by_text("1 项在等企业确认")).to_be_visible()
    expect(page.get_by_text("缺资料：营业执照")).to_be_visible()
    _enter_a_man(page, town)

    desk.reload()
    expect(desk.get_by_role("row").filter(has_text="宏安检修")).to_contain_text("2 项待确认")
    desk.get_by_role("button", name="宏安检修 的档案").click()
    file = desk.locator("[data-firm=C1]")
    paper = file.get_by_role("listitem").filter(has_text="营业执照")
    expect(paper.get_by_role("link", name="看扫描件")).to_be_visible()
    town.photograph(desk, "firm-to-confirm")
    paper.get_by_role("button", name="确认").click()
    expect(file.get_by_role("row").filter(has_text="营业执照")).to_contain_text("有效")
    asked = file.get_by_role("listitem").filter(has_text="孙焊工")
    asked.get_by_role("button", name="退回").click()
    file.get_by_label("退回理由，单位会看到（必填）").fill("先参加入厂培训")
    file.get_by_role("listitem").filter(has_text="孙焊工").get_by_role("button", name="退回").click()
    expect(file.get_by_text("没有等待确认的报审")).to_be_visible()
    assert axe.found(desk) == []

    page.reload()
    expect(page.get_by_text("缺资料：资质证书")).to_be_visible()
    page.get_by_role("button", name="报审").click()
    expect(page.get_by_text("理由：先参加入厂培训")).to_be_visible()
    town.photograph(page, "firm-asks")
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    page.get_by_role("button", name="人员", exact=True).click()
    expect(page.locator("[data-person=孙焊工]")).to_be_visible()
    town.photograph(page, "firm-desktop")

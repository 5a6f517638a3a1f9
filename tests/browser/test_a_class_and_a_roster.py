"""郑安全 opens a class: three sign on by phone; one fails and stays out, two are let in and sign on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from davy import clock
from davy.db import tenant
from davy.people.models import Firm, Person, Training
from davy.rulebook.models import StoredOverlay
from davy.training.courses import sample
from davy_core.permits.tests.book import read
from tests.browser import axe, reach
from tests.browser.town import PHONE, Town

pytestmark = pytest.mark.browser
TRAINEES = (("冯外", "C1-001", "1234"), ("秦外", "C1-002", "567X"), ("陆外", "C1-003", "8888"))
KEYS = {one["text"]: [one["options"][at] for at in one["right"]] for one in sample()}


def _hired(town: Town) -> None:
    """Three people of 宏安检修, trained by workshop and team, in a plant that asks for entry training."""
    company, today = town.plant.company, (clock.now() + timedelta(hours=8)).date()
    with tenant.company(company):
        firm = Firm.objects.create(company_id=company, code="C1", name="宏安检修")
        for name, badge, digits in TRAINEES:
            person = Person.objects.create(
                company_id=company, name=name, hr_code=badge, firm_id=firm.id, id_last4=digits
            )
            for subject in ("entry_workshop", "entry_team"):
                Training.objects.create(
                    company_id=company,
                    person_id=person.id,
                    subject=subject,
                    done_on=today,
                    valid_to=today + timedelta(days=365),
                    passed=True,
                )
        body = read("rulepacks/overlays/entry_training.yaml")
        StoredOverlay.objects.create(
            company_id=company,
            pack=body["pack"],
            body=body,
            created_at=clock.now(),
            created_by=town.plant.people["zheng"].account,
        )


def _phone(town: Town) -> Page:
    """A phone without an account."""
    context = town.browser.new_context(
        viewport=PHONE,  # type: ignore[arg-type]  # playwright's own TypedDict
        locale="zh-CN",
        has_touch=True,
        is_mobile=True,
        base_url=town.url,
    )
    town.contexts.append(context)
    return context.new_page()


def _sign(page: Page, link: str, badge: str, digits: str, press: str) -> None:
    page.goto(link)
    page.get_by_label("工号").fill(badge)
    page.get_by_label("身份证后四位").fill(digits)
    page.get_by_role("button", name=press).click()


def _link(figure: Locator) -> str:
    shown = figure.get_by_role("link", name="在别的屏幕上打开").get_attribute("href")
    assert shown is not None
    return shown


def _sit(page: Page, *, right: bool) -> None:
    for group in page.get_by_role("group").all():
        key = KEYS[group.locator(".ask").inner_text()]
        for choice in group.locator(".choice").all():
            if (choice.inner_text().strip() in key) == right:
                choice.click()
                if not right:
                    break
    page.get_by_role("button", name="交卷").click()


def _admit(page: Page, label: str) -> Locator:
    file = page.locator("[data-firm=C1]")
    file.get_by_role("button", name="授权", exact=True).click()
    asked = file.get_by_role("form", name="授权一名人员")
    asked.get_by_label("人员").select_option(label=label)
    asked.get_by_role("checkbox", name="动火作业", exact=True).check()
    asked.get_by_role("button", name="授权", exact=True).click()
    return file


def _opened(town: Town, desk: Page) -> Locator:
    """A class, and the code it shows."""
    desk.goto("/console/people/training")
    expect(desk.get_by_text("还没有开过班")).to_be_visible()
    desk.get_by_role("button", name="看题库").click()
    desk.get_by_role("button", name="放入示例题").click()
    expect(desk.get_by_text("6 题，每卷抽 5 题")).to_be_visible()
    town.photograph(desk, "training-bank")
    desk.get_by_role("button", name="看题库").click()
    desk.get_by_role("button", name="开班").click()
    figure = desk.locator("figure.code")
    expect(figure.get_by_role("img")).to_be_visible()
    return figure


def _signed_on(town: Town, desk: Page, figure: Locator) -> list[Page]:
    phones = [_phone(town) for _ in TRAINEES]
    for page, (name, badge, digits) in zip(phones, TRAINEES, strict=True):
        _sign(page, _link(figure), badge, digits, "签到")
        expect(page.get_by_text(f"{name}，已签到")).to_be_visible()
    assert axe.found(phones[0]) == []
    assert reach.out_of_reach(phones[0]) == []
    town.photograph(phones[0], "training-phone-waits")
    expect(desk.locator("[data-class]").get_by_role("row").filter(has_text="陆外")).to_be_visible()
    assert axe.found(desk) == []
    town.photograph(desk, "training-class")
    desk.get_by_role("button", name="开考").click()
    expect(desk.locator("[data-class=exam]")).to_be_visible()
    return phones


def _examined(town: Town, desk: Page, phones: list[Page]) -> None:
    for page in phones:
        page.get_by_role("link", name="已经开考，刷新").click()
        page.get_by_role("link", name="开始考试").click()
    assert axe.found(phones[0]) == []
    town.photograph(phones[0], "training-phone-paper")
    for page, right in zip(phones, (True, True, False), strict=True):
        _sit(page, right=right)
        expect(page.get_by_role("status")).to_contain_text("合格" if right else "不合格")
    town.photograph(phones[0], "training-phone-passed")
    phones[2].get_by_role("link", name="再考一次").click()
    _sit(phones[2], right=False)
    expect(phones[2].get_by_text("考试次数已经用完")).to_be_visible()
    town.photograph(phones[2], "training-phone-failed")
    people = desk.locator("[data-class]")
    expect(people.get_by_role("row").filter(has_text="陆外")).to_contain_text("不合格 0/5")
    expect(people.get_by_role("row").filter(has_text="冯外")).to_contain_text("合格 5/5")
    expect(desk.locator(".list").get_by_role("row").filter(has_text="郑安全")).to_contain_text("32")
    town.photograph(desk, "training-results")


def _let_in(town: Town, desk: Page) -> None:
    desk.goto("/console/people/firms")
    desk.get_by_role("button", name="宏安检修 的档案").click()
    file = _admit(desk, "陆外 C1-003")
    expect(file.get_by_text("不能授权：陆外 还没有考试合格：厂级安全教育")).to_be_visible()
    town.photograph(desk, "training-admission-refused")
    file.get_by_role("form", name="授权一名人员").get_by_role("button", name="取消").click()
    for label in ("冯外 C1-001", "秦外 C1-002"):
        _admit(desk, label)
        expect(file.get_by_role("row").filter(has_text=label.split()[0])).to_contain_text("动火作业")


def _at_the_gate(town: Town, desk: Page, phones: list[Page]) -> None:
    desk.goto("/console/people/roster")
    expect(desk.get_by_text("这一天没有人签到")).to_be_visible()
    town.photograph(desk, "roster-empty")
    desk.get_by_role("button", name="显示门口二维码").click()
    gate = desk.locator("figure.code")
    expect(gate.get_by_role("img")).to_be_visible()
    for page, (name, badge, digits) in zip(phones, TRAINEES, strict=True):
        _sign(page, _link(gate), badge, digits, "签到，入厂")
        if name == "陆外":
            expect(page.get_by_role("alert")).to_contain_text("今天没有有效的入厂授权")
        else:
            expect(page.get_by_role("status")).to_contain_text("已签到")
    town.photograph(phones[0], "roster-phone-on")
    town.photograph(phones[2], "roster-phone-refused")
    table = desk.locator("[data-roster]")
    expect(table.get_by_role("row").filter(has_text="秦外")).to_contain_text("在厂")
    expect(desk.get_by_text("在厂 2 人")).to_be_visible()
    assert axe.found(desk) == []
    town.photograph(desk, "roster")
    desk.goto("/console/people/firms")
    desk.get_by_role("button", name="宏安检修 的档案").click()
    expect(desk.locator("[data-firm-roster]")).to_contain_text("冯外")
    town.photograph(desk, "roster-in-the-firms-file")


def test_from_the_class_to_the_gate(town: Town) -> None:
    _hired(town)
    desk = town.console("zheng")
    figure = _opened(town, desk)
    phones = _signed_on(town, desk, figure)
    _examined(town, desk, phones)
    _let_in(town, desk)
    _at_the_gate(town, desk, phones)

"""B3, B5: a worker is told that his paper ends, sees what to bring and books; the desk finds him in the heat
map, in roster and calendar, and prints his list."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from davy.db import tenant
from davy.people.models import Certificate, Firm, Person
from davy.reminding import tasks
from tests.browser.town import MORNING, Town

pytestmark = pytest.mark.browser
TODAY = MORNING.date()
ITEM = "低压电工作业"


def _papers(town: Town) -> None:
    """周分析's paper ends in seven days, 吴工艺's of the firm ended, others last."""
    plant = town.plant
    with tenant.company(plant.company):
        Certificate.objects.all().delete()
        firm = Firm.objects.create(
            company_id=plant.company, code="C1", name="宏安检修", contact_name="孙司索"
        )
        people = {key: one.person for key, one in plant.people.items()}
        Person.objects.filter(id__in=[people["wu"], people["sun"]]).update(firm_id=firm.id, team="一班")
        Person.objects.filter(id__in=[people["li"], people["qian"]]).update(trade="焊工", team="一班")
        ends = {"zhou": 7, "wu": -3, "li": 25, "qian": 80, "sun": 900, "wang": 400, "zhao": 200}
        for who, left in ends.items():
            Certificate.objects.create(
                company_id=plant.company,
                person_id=people[who],
                kind="special_operation",
                number=f"T{who}",
                item=ITEM,
                valid_to=TODAY + timedelta(days=left),
            )
    tasks.look_company(plant.company)


def test_a_worker_is_told_and_books_and_the_desk_sees_it(town: Town) -> None:
    _papers(town)
    _on_the_phone(town)
    desk = town.console("zheng")
    _in_the_map(town, desk)
    _in_reminders_roster_and_calendar(town, desk)


def _on_the_phone(town: Town) -> None:
    phone = town.phone("zhou")
    phone.goto("/m/inbox")
    notice = phone.get_by_role("button", name=f"《{ITEM}》还有 7 天到期")
    expect(notice.first).to_be_visible()
    town.photograph(phone, "ends-phone-inbox")
    notice.first.click()
    expect(phone.get_by_text("还有 7 天到期", exact=True)).to_be_visible()
    phone.get_by_role("button", name="准备材料").click()
    expect(phone.get_by_text("身份证原件和复印件")).to_be_visible()
    town.photograph(phone, "ends-phone-bring")
    phone.get_by_role("button", name="登记预约").click()
    phone.get_by_label("日期").fill(str(TODAY + timedelta(days=3)))
    phone.get_by_label("地点").fill("市安科院考试点")
    phone.get_by_role("button", name="保存").click()
    expect(phone.get_by_text(f"{TODAY + timedelta(days=3)} 市安科院考试点")).to_be_visible()
    town.photograph(phone, "ends-phone-booked")


def _in_the_map(town: Town, desk: Page) -> None:
    desk.goto("/console/people/ends")
    cell = desk.get_by_role("button", name="本单位 7 天内 1")
    expect(cell).to_be_visible()
    expect(desk.get_by_role("button", name="宏安检修 已过期 1")).to_be_visible()
    town.photograph(desk, "ends-heat")
    cell.focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("row", name="周分析")).to_be_visible()
    assert "state=d7" in desk.url
    town.photograph(desk, "ends-heat-people")
    desk.reload()
    expect(desk.get_by_role("row", name="周分析")).to_be_visible()
    desk.go_back()
    expect(cell).to_be_visible()


def _in_reminders_roster_and_calendar(town: Town, desk: Page) -> None:
    desk.get_by_role("link", name="提醒与预约").click()
    row = desk.get_by_role("row", name="周分析")
    expect(row).to_contain_text("市安科院考试点")
    expect(desk.get_by_role("row", name="吴工艺")).to_contain_text("过期 3 天")
    town.photograph(desk, "ends-remind")
    row.get_by_role("button", name="材料清单").click()
    expect(desk.get_by_role("heading", name="换证材料清单")).to_be_visible()
    town.photograph(desk, "ends-list")

    desk.goto("/console/people/ends?view=roster&worst=ended")
    expect(desk.get_by_role("row", name="吴工艺")).to_contain_text("1 张过期")
    town.photograph(desk, "ends-roster")
    desk.goto("/console/people/ends?view=calendar")
    expect(desk.get_by_text(f"周分析 {ITEM}")).to_be_visible()
    town.photograph(desk, "ends-calendar")


def test_a_company_of_nobody_is_told_what_to_do_first(town: Town) -> None:
    with tenant.company(town.plant.company):
        Certificate.objects.all().delete()
    desk = town.console("zheng")
    desk.goto("/console/people/ends?view=remind")
    expect(desk.get_by_text("没有快到期的证照")).to_be_visible()
    desk.goto("/console/people/ends?view=calendar&month=2030-02")
    expect(desk.get_by_text("这个月没有到期的")).to_be_visible()

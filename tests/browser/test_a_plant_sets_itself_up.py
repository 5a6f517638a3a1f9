"""A plant that has nothing: one command enters it, its administrator enters the rest at the desk by the
list of what is missing, and a foreman asks for the first permit on his phone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, expect

from davy.accounts.models import Company
from davy.building.plant import PASSWORD, Plant
from davy.cli import main
from davy.ids import uuid7
from tests.browser import axe, thumbs
from tests.browser.resting import places, rooms, walk
from tests.browser.town import MORNING, Town, begin_at, running
from tests.postgres import TestServer

pytestmark = pytest.mark.browser

Row = Mapping[str, str | bool | Sequence[str]]

FEW = [("li", "李工"), ("wang", "王班"), ("zhou", "周分析"), ("zhao", "赵主任"), ("feng", "冯班长")]
POSTS = ["所在单位负责人", "安全管理部门", "主管领导", "当班班长", "验收人", "中控室"]


@pytest.fixture
def town(
    committed_db: str, test_server: TestServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Town]:
    offset = tmp_path / "clock-offset"
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    monkeypatch.setenv("DAVY_CLOCK_OFFSET_FILE", str(offset))
    monkeypatch.setenv("DAVY_ADMIN_PASSWORD", PASSWORD)
    begin_at(MORNING, offset)
    assert main(["company", "hh", "恒海化工", "--admin", "zhang", "--admin-name", "张工"]) == 0
    nothing = UUID(int=0)
    plant = Plant(Company.objects.get(code="hh").id, nothing, nothing, nothing, nothing, "")
    with running(plant, test_server.url("davy_app", committed_db), offset) as found:
        yield found


def _put(form: Locator, name: str, value: str | bool | Sequence[str]) -> None:
    box = form.get_by_label(name, exact=True)
    if isinstance(value, bool):
        form.locator(".el-switch", has=form.page.get_by_role("switch", name=name)).click()
    elif not isinstance(value, str):
        for one in value:
            box.select_option(label=one)
    elif box.evaluate("(box) => box.tagName") == "SELECT":
        box.select_option(label=value)
    else:
        box.fill(value)


def _enter(page: Page, at: str, what: str, rows: Sequence[Row]) -> None:
    """Enter these rows of one register, one after another in the form that stays open."""
    page.goto(f"/console/{at}")
    page.get_by_role("button", name=f"登记{what}").click()
    form = page.get_by_role("dialog")
    for number, row in enumerate(rows, 1):
        for name, value in row.items():
            _put(form, name, value)
        last = number == len(rows)
        with page.expect_response(lambda answer: answer.request.method == "POST") as kept:
            form.get_by_role("button", name="保存" if last else "保存，接着登记下一个", exact=True).click()
        assert kept.value.ok, kept.value.text()
        if not last:
            expect(form.get_by_label(next(iter(row)), exact=True)).not_to_have_value(
                str(next(iter(row.values())))
            )
    expect(form).to_have_count(0)


def _missing(page: Page) -> int:
    """How many steps the overview still asks for."""
    page.goto("/console/")
    expect(page.get_by_role("heading", name="开第一张票之前")).to_be_visible()
    return page.locator(".begin li:not(.done)").count()


def _places(page: Page) -> None:
    _enter(page, "places/sites", "厂区", [{"编号": "S1", "名称": "主厂区"}])
    area: Row = {
        "编号": "T-100",
        "名称": "甲醇罐区",
        "分类": "火灾爆炸危险场所",
        "介质": ["甲醇"],
        "重大危险源": True,
    }
    _enter(page, "places/areas", "区域", [area])
    point = {
        "编号": "V-101",
        "名称": "V-101 泵基础",
        "区域": "甲醇罐区 T-100",
        "纬度 °": "31.2304",
        "经度 °": "121.4737",
    }
    _enter(page, "places/points", "作业点", [point])
    page.goto("/console/places/calendar")
    for name, value in (("开始", "22:00"), ("结束", "06:00"), ("节假日已录到", "2099-12-31")):
        page.get_by_label(name, exact=True).first.fill(value)
    page.get_by_text("升级别").or_(page.get_by_text("升审批人")).first.click()
    page.get_by_label("班次名称，如 白班").fill("白班")
    page.get_by_label("班次开始").fill("08:00")
    page.get_by_label("班次结束").fill("20:00")
    page.get_by_role("button", name="添加").last.click()
    expect(page.get_by_text("白班 08:00 – 20:00")).to_be_visible()
    page.locator(".el-switch").first.click()
    page.get_by_role("button", name="保存").first.click()
    expect(page.get_by_role("status").first).to_be_visible()


def _people(page: Page) -> None:
    _enter(page, "people", "人员", [{"姓名": name, "工号": key} for key, name in FEW])
    papers = [("王班 wang", "监护人培训证", "监护人"), ("周分析 zhou", "气体分析", "气体分析")]
    _enter(
        page,
        "people/certificates",
        "证书",
        [
            {
                "人员": who,
                "种类": kind,
                "项目": item,
                "证号": f"T-{who}",
                "有效期自": "2026-01-01",
                "有效期至": "2029-01-01",
            }
            for who, kind, item in papers
        ],
    )
    holders = ["赵主任 zhao", "赵主任 zhao", "张工 zhang", "冯班长 feng", "赵主任 zhao", "冯班长 feng"]
    posts = [
        {"职责": post, "岗位名称": post, "任职人": who} for post, who in zip(POSTS, holders, strict=True)
    ]
    _enter(page, "people/posts", "岗位", posts)
    roles = {
        "li": ["作业人员"],
        "wang": ["监护人"],
        "zhou": ["分析人"],
        "zhao": ["审批人"],
        "feng": ["当班班长"],
    }
    accounts = [
        {"账号名": key, "人员": f"{name} {key}", "角色": roles[key], "密码": PASSWORD} for key, name in FEW
    ]
    _enter(page, "people/accounts", "账号", accounts)


def _first_permit(town: Town) -> None:
    page = town.phone("li")
    page.goto("/m/request")
    thumbs.ask_now(page)
    town.photograph(page, "first-request")


def test_from_one_command_to_the_first_request(town: Town) -> None:
    page = town.console("zhang")
    assert _missing(page) == 8
    town.photograph(page, "beginning")
    assert axe.found(page) == []
    assert walk(page, rooms(page, str(uuid7())), again=False) == []
    assert walk(town.phone("zhang"), places(town.phone("zhang"), str(uuid7())), again=False) == []
    _places(page)
    assert _missing(page) == 4
    _people(page)
    page.goto("/console/")
    expect(page.get_by_text("还没有厂区平面图")).to_be_visible()
    town.photograph(page, "begun")
    _first_permit(town)


def test_a_form_says_what_is_wrong_and_keeps_what_was_typed(town: Town) -> None:
    page = town.console("zhang")
    _enter(page, "places/sites", "厂区", [{"编号": "S1", "名称": "主厂区"}])
    page.get_by_role("button", name="登记厂区").click()
    form = page.get_by_role("dialog")
    form.get_by_label("编号", exact=True).fill("S1")
    form.get_by_role("button", name="保存", exact=True).click()
    expect(form.get_by_text("请填写")).to_be_visible()
    form.get_by_label("名称", exact=True).fill("二厂")
    form.get_by_label("纬度 °", exact=True).fill("北纬31")
    expect(form.get_by_text("请填数字")).to_be_visible()
    form.get_by_label("纬度 °", exact=True).fill("")
    form.get_by_role("button", name="保存", exact=True).click()
    expect(form.get_by_text("和已有的记录重复")).to_be_visible()
    expect(form.get_by_text("这一项不行")).to_be_visible()
    expect(form.get_by_label("名称", exact=True)).to_have_value("二厂")
    town.photograph(page, "site-refused")
    assert axe.found(page) == []
    form.get_by_label("编号", exact=True).fill("S2")
    form.get_by_role("button", name="保存", exact=True).click()
    page.get_by_role("row", name=re.compile("二厂")).get_by_role("button", name="修改").click()
    form.get_by_label("名称", exact=True).fill("二厂（北区）")
    form.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("cell", name="二厂（北区）", exact=True)).to_be_visible()

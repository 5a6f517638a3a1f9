"""What is kept of somebody and what for is told on his phone, and a copy of it comes for his password."""

from __future__ import annotations

import zipfile

import pytest
from playwright.sync_api import expect

from davy.building.plant import PASSWORD
from tests.browser.thumbs import press
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_on_the_phone(town: Town) -> None:
    page = town.phone("qian")
    page.goto("/m/me")
    page.get_by_text("我的个人信息").click()
    expect(page.get_by_text("身份证号（加密保存，谁看过有记录）")).to_be_visible()
    town.photograph(page, "privacy-phone")
    page.get_by_label("登录密码").fill(PASSWORD)
    with page.expect_download() as coming:
        press(page, "复制一份")
    with zipfile.ZipFile(coming.value.path()) as made:
        assert "钱焊工" in made.read("index.html").decode()
    expect(page.get_by_role("status").filter(has_text="已保存")).to_be_visible()


def test_at_the_desk_with_a_reason(town: Town) -> None:
    page = town.console("zheng")
    page.goto(f"/console/archive/erasures?person={town.plant.person('qian')}")
    page.get_by_label("为什么由您复制").fill("本人书面申请")
    page.get_by_label("登录密码").fill(PASSWORD)
    town.photograph(page, "privacy-desk")
    with page.expect_download() as coming:
        page.get_by_role("button", name="复制一份").click()
    with zipfile.ZipFile(coming.value.path()) as made:
        assert "data.json" in made.namelist()

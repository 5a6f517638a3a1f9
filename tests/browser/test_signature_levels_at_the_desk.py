"""At the desk: a safety officer asks for stronger signatures and sees beforehand who could not sign so."""

import pytest
from playwright.sync_api import expect

from tests.browser import axe
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_who_could_not_sign_is_named_before_it_is_asked_for(town: Town) -> None:
    page = town.console("zheng")
    page.goto("/console/people/levels")
    page.get_by_role("button", name="动火作业").click()
    row = page.get_by_role("row", name="签批（每一签）")
    expect(page.get_by_role("button", name="保存")).to_be_disabled()
    row.get_by_text("2 手机+PIN+照片").click()
    expect(page.get_by_text("个人现在达不到 2 级")).to_be_visible()
    expect(page.get_by_text("赵主任（所在单位负责人）")).to_be_visible()
    town.photograph(page, "levels")
    assert axe.found(page) == []
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("status").filter(has_text="已保存")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="动火作业 最高 2 级")).to_be_visible()
    page = town.console("li")
    page.goto("/console/people")
    expect(page.get_by_role("link", name="签名等级")).to_have_count(0)

"""The agreement to sign electronically is read and given on the phone, once."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.thumbs import press
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_it_is_read_whole_and_given_once(town: Town) -> None:
    page = town.phone("zhao")
    page.goto("/m/me")
    page.get_by_text("电子签名约定").click()
    expect(page.get_by_text("用本人的密钥、设备、工卡和密码做出的签名，视为本人所签")).to_be_visible()
    town.photograph(page, "agreement-text")
    press(page, "看完了，我同意")
    expect(page.get_by_role("status").filter(has_text="已同意")).to_be_visible()
    expect(page.get_by_text("看完了，我同意")).to_have_count(0)
    town.photograph(page, "agreement-given")

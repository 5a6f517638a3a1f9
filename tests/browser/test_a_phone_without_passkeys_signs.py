"""Level 2 by thumb: a site asks for it, the phone is enrolled, has its owner's PIN, and takes his picture."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import PASSWORD
from davy.db import tenant
from davy.rulebook.models import StoredOverlay
from tests.browser.thumbs import check_all, press, sign_box, snap
from tests.browser.town import Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser

PIN = "480215"


def _asks_for_more(town: Town) -> None:
    """The site wants level 2 for every approval of hot work."""
    row = {"id": "site.hot.sign", "clause": "企业规定", "at": ["sign_stage"], "least": 2}
    body = {"id": "site", "version": "1", "pack": "gb30871-2022/hot", "title": {"zh": "本企业", "en": "Ours"}}
    with tenant.company(town.plant.company):
        StoredOverlay.objects.create(
            company_id=town.plant.company,
            pack=str(body["pack"]),
            body={**body, "signatures": [row]},
            created_at=clock.now(),
            created_by=town.plant.people["zheng"].account,
        )


def _waiting(town: Town) -> Walk:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    return Walk(town, str(hands.permit))


def _enrol(page: Page) -> None:
    page.goto("/m/enrol")
    page.locator("input[type=password]").fill(PASSWORD)
    press(page, "登记")
    expect(page.get_by_role("button", name="登记", exact=True)).to_have_count(0)


def _set_pin(page: Page) -> None:
    page.goto("/m/me")
    press(page, "设 PIN")
    page.get_by_label("6 位数字").fill(PIN)
    page.get_by_label("登录密码").last.fill(PASSWORD)
    press(page, "保存 PIN")
    expect(page.get_by_text("PIN 已保存。")).to_be_visible()


def _sign(walk: Walk) -> Page:
    page = walk.step("zhao", "sign", "签批")
    check_all(page)
    sign_box(page, password=False)
    return page


def test_the_phone_the_pin_and_a_picture_sign_where_the_site_asks_for_level_two(town: Town) -> None:
    _asks_for_more(town)
    walk, page = _waiting(town), town.phone("zhao")
    page = _sign(walk)
    expect(page.get_by_text("这一步要 2 级签名")).to_be_visible()
    expect(page.get_by_role("button", name="先写签名、证明本人")).to_be_disabled()
    town.photograph(page, "device-nothing-yet")
    _enrol(page)
    town.mark_phones()
    _set_pin(page)
    town.photograph(page, "device-pin")
    page = _sign(walk)
    way = page.locator("[data-way=device]")
    expect(way).to_be_visible()
    snap(way)
    way.get_by_label("PIN（6 位数字）").fill("000001")
    press(page, "同意签批")
    expect(page.get_by_text("PIN 不正确。")).to_be_visible()
    page.get_by_role("button", name="关闭").first.click()
    snap(way)
    way.get_by_label("PIN（6 位数字）").fill(PIN)
    town.photograph(page, "device-sign")
    press(page, "同意签批")
    page.wait_for_url(f"**/m/permits/{walk.permit}")
    assert dict(walk.state.ways) == {f"area:{town.plant.person('zhao')}": "device"}
    page.goto(f"/m/permits/{walk.permit}/route")
    expect(page.get_by_text("设备+PIN+手写+照片")).to_be_visible()
    expect(page.get_by_text("须 2 级签名").first).to_be_visible()
    town.photograph(page, "device-route")

"""In an Ex area a phone that nobody knows is told so before anybody walks there; enrolled and marked it takes
photos; revoked it says so and enrols again on the phone itself (S26)."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, expect

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands, envelope
from davy.db import tenant
from davy.devices import queries
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.sites.models import Area
from tests.browser import thumbs
from tests.browser.field import enrol
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _classed(town: Town) -> None:
    """The area is what its register says: zone 2."""
    with tenant.company(town.plant.company):
        Area.objects.filter(id=town.plant.area).update(ex_zone="2")
    town.plant.ex_zone = "2"


def _revoke(town: Town, device: UUID) -> None:
    desk, company = town.plant.people["zheng"], town.plant.company
    body = {"reason": "掉了"}
    sent = envelope(company, device, "revoke_device", body, occurred_at=clock.now(), stream_kind="device")
    execute(sent, Sender("person", desk.person, desk.account))


def _photograph(page: Page, permit: str) -> None:
    thumbs.open_step(page, permit, "photo", "拍照")
    page.locator("input[type=file]").first.set_input_files(thumbs.photograph())
    expect(page.get_by_text("已上传").first).to_be_visible()
    page.locator("label", has_text="其他").click()
    thumbs.press(page, "存到作业票")


def _marked(town: Town, permit: str) -> Page:
    """The phone of 王监护, told that nobody knows it, then enrolled and marked."""
    page = town.phone("wang")
    thumbs.open_permit(page, permit)
    expect(page.get_by_role("note").filter(has_text="没有登记")).to_be_visible()
    town.photograph(page, "ex-stranger")
    enrol(page)
    town.mark_phones()
    thumbs.open_permit(page, permit)
    expect(page.get_by_text("本机有防爆标志")).to_be_visible()
    return page


def test_a_phone_is_told_enrolled_marked_revoked_and_comes_back(town: Town) -> None:
    _classed(town)
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    permit = str(hands.permit)
    page = _marked(town, permit)
    before = len(journeys.state(hands).photos)
    _photograph(page, permit)
    page.wait_for_url(f"**/m/permits/{permit}")
    assert len(journeys.state(hands).photos) == before + 1

    with tenant.company(town.plant.company):
        (device,) = queries.of_company(town.plant.company, town.plant.people["wang"].account)
    _revoke(town, device.id)
    _photograph(page, permit)
    expect(page.get_by_text("这部手机已停用").first).to_be_visible()
    page.goto("/m/queue")
    expect(page.get_by_text("这部手机的登记已被停用")).to_be_visible()
    town.photograph(page, "queue-revoked")
    enrol(page)
    town.mark_phones()
    page.goto("/m/queue")
    expect(page.get_by_text("全部已上传")).to_be_visible()
    assert len(journeys.state(hands).photos) == before + 2


def _choose(page: Page, label: str, value: str) -> Locator:
    """Pick a value in the first row and wait until the server has answered this very choice."""
    select = page.get_by_label(label).first
    with page.expect_response(lambda answer: answer.request.method != "GET" and "/areas/" in answer.url):
        select.select_option(value)
    return select


def test_the_desk_says_what_an_area_asks_of_terminals(town: Town) -> None:
    page = town.console("zheng")
    page.goto("/console/places")
    _choose(page, "防爆分区", "1")
    group = _choose(page, "气体或粉尘组别", "IIB")
    expect(group).to_have_value("IIB")
    town.photograph(page, "console-areas")
    with tenant.company(town.plant.company):
        area = Area.objects.get(id=town.plant.area)
    assert (area.ex_zone, area.ex_group) == ("1", "IIB")

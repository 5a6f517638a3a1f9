"""A gas round from a meter over Bluetooth, and by hand with a photo where the meter cannot be believed."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from davy.attachments.models import Reference
from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from tests.browser import meter, thumbs
from tests.browser.town import Town
from tests.browser.walk import METER, Walk

pytestmark = pytest.mark.browser

GOOD, OVERDUE = "0100", "0102"
OXYGEN = "0104d100"
REST = ("02050000", "16030100", "11030100", "10030100")
"""20.9 %vol; 0 %LEL, and 1 mg/m³ of methanol, hydrogen sulfide and carbon monoxide: four bytes each."""
DRIFTED = "0104ffff"
"""An oxygen sensor below zero."""
TAKE = "取这组读数"


def _connected(page: Page) -> None:
    thumbs.press(page, "连接蓝牙检测仪")
    expect(page.get_by_text("已连接 GX-4 No. 0071")).to_be_visible()


def _first_point_from_the_meter(page: Page, town: Town) -> None:
    """All values in one tap, no typing, no photo."""
    _connected(page)
    expect(page.locator(".meter li", has_text="氧气")).to_contain_text("20.9")
    thumbs.press(page, TAKE)
    expect(page.get_by_role("button", name="氧气 的读数")).to_contain_text("仪器传入")
    town.photograph(page, "meter")
    page.get_by_role("button", name="记录“").click()
    verdict = page.locator("section.verdict")
    expect(verdict).to_contain_text("合格")
    expect(verdict).to_contain_text("仪器传入")
    town.photograph(page, "meter-verdict")


def _second_point_partly_typed(page: Page, meter_: meter.Meter, town: Town) -> None:
    """A sensor that drifted gives no number: it is typed, and then the display is photographed."""
    meter_.show(GOOD, DRIFTED, *REST)
    page.get_by_role("button", name="本轮还差").click()
    _connected(page)
    expect(page.locator(".meter li", has_text="氧气")).to_contain_text("低于零点，先调零")
    thumbs.press(page, TAKE)
    town.photograph(page, "meter-drifted")
    expect(page.get_by_role("button", name="还没填 氧气")).to_be_disabled()
    page.get_by_role("button", name="氧气 的读数").click()
    for key in METER["氧气"]:
        page.get_by_role("group").get_by_role("button", name=key, exact=True).click()
    expect(page.get_by_role("button", name="先拍仪器读数")).to_be_disabled()
    thumbs.snap(page)
    page.get_by_role("button", name="记录“").click()
    expect(page.locator("section.verdict")).to_contain_text("手工录入")


def _an_overdue_meter_gives_nothing(page: Page, meter_: meter.Meter) -> None:
    meter_.show(OVERDUE, OXYGEN, *REST)
    page.get_by_role("button", name="本轮还差").click()
    _connected(page)
    expect(page.get_by_text("校准过期")).to_have_count(5)
    expect(page.get_by_role("button", name="还没有可取的读数")).to_be_disabled()
    meter_.leave()
    expect(page.get_by_role("alert").filter(has_text="仪器断开了")).to_be_visible()


def test_a_meter_is_read_by_bluetooth(town: Town, tmp_path: Path) -> None:
    hands = Hands(town.plant)
    journeys.draft_confined(hands)
    walk = Walk(town, str(hands.permit))
    with meter.beside(town, "zhou", tmp_path / "profile", name="GX-4", number="GX-4 No. 0071") as (
        page,
        beside,
    ):
        beside.show(GOOD, OXYGEN, *REST)
        thumbs.open_step(page, walk.permit, "gas", "检测气体")
        _first_point_from_the_meter(page, town)
        assert {(r.source, r.verdict) for r in walk.state.rounds[-1].readings} == {("meter", "pass")}
        _second_point_partly_typed(page, beside, town)
        second = walk.state.rounds[-1].readings[5:]
        assert len(second) == 5
        assert [r.substance for r in second if r.source == "manual"] == ["oxygen"]
        with tenant.company(town.plant.company):  # the photo of the request, and that of the display
            assert Reference.objects.filter(stream_id=hands.permit).count() == 2
        _an_overdue_meter_gives_nothing(page, beside)

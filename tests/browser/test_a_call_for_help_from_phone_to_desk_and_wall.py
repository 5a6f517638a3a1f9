"""钱焊工 calls for help in a tank: 王班's phone, the desk and the wall are covered by the emergency; it is
led from there, the area is stopped with one press, everybody is found, and the control room ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.clock import beat
from davy.emergency.tests.calling import in_tank, jobs, work
from davy.sensing.tests.field import until
from tests.browser.town import MORNING, Town, begin_at, running
from tests.browser.walls import wall
from tests.postgres import TestServer

pytestmark = pytest.mark.browser


@pytest.fixture
def tank(
    committed_db: str, test_server: TestServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Town, Hands]]:
    """A confined space at work with 钱焊工 in it."""
    offset = tmp_path / "clock-offset"
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    monkeypatch.setenv("DAVY_CLOCK_OFFSET_FILE", str(offset))
    begin_at(MORNING, offset)
    hands = in_tank(Hands(small_plant("hh", "localhost", simulated=True, ex_zone="none"), at=MORNING))
    assert hands.at is not None
    begin_at(hands.at, offset)
    hands.at = None
    beat.strike(jumped=False)
    with running(hands.plant, test_server.url("davy_app", committed_db), offset) as town:
        yield town, hands


def _cover(page: Page) -> Locator:
    return page.locator("[data-emergency]")


def _one_press(town: Town) -> None:
    """Two taps from the first page, gloves on, and the job that the call left is done."""
    page = town.phone("qian")
    page.goto("/m/")
    page.locator("[data-sos]").click()
    page.get_by_role("button", name="这里求救 · V-101 泵基础").click()
    expect(page.get_by_text("已发出，等他们来，别独自进去救人")).to_be_visible()
    town.photograph(page, "sos-sent")
    page.get_by_role("contentinfo").get_by_role("button", name="关闭").click()
    until(lambda: bool(jobs()))
    work(times=1)


def _guardian_leads(town: Town) -> None:
    page = town.called("wang")
    page.locator("[data-call]").get_by_role("button", name="确认收到").or_(
        page.locator("[data-call]").get_by_role("button", name="我听到了")
    ).click()
    cover = _cover(page)
    expect(cover).to_contain_text(re.compile("现场求救.*甲醇罐区 · V-101 泵基础.*求救人 钱焊工", re.DOTALL))
    town.photograph(page, "emergency-phone")
    expect(cover.locator("[data-person=钱焊工]")).to_contain_text(re.compile("在里面.*进去"))
    tasks = cover.locator("[data-task=ventilate]")
    tasks.get_by_role("button", name="做了").click()
    expect(tasks).to_contain_text(re.compile("王班 .*已做"))
    his = cover.locator("[data-person=钱焊工]")
    his.get_by_role("button", name="受伤").click()
    expect(his.locator(".state")).to_have_text("受伤")
    town.photograph(page, "emergency-phone-led")


def _area_is_stopped_from_the_alarm(desk: Page) -> None:
    """The button beside the place of the alarm, pressed as a hand does."""
    desk.goto("/console/alarms")
    desk.get_by_role("cell", name="现场求救").click()
    scene = desk.locator("[data-scene]")
    scene.get_by_role("button", name="甲醇罐区 区域停工").click()
    expect(scene.get_by_role("button", name="甲醇罐区 区域停工")).to_have_count(0)
    expect(scene.get_by_role("status")).to_be_visible()


def _control_room_ends_it(town: Town, desk: Page) -> None:
    desk.get_by_role("alert").filter(has_text="应急进行中").click()
    room = _cover(desk)
    expect(room.locator("[data-task=ventilate]")).to_contain_text(re.compile("王班 .*已做"))
    expect(room.locator("[data-task=stop_area]")).to_contain_text("这个区域已停工")
    town.photograph(desk, "emergency-desk")
    room.get_by_role("button", name="解除应急").click()
    room.get_by_label("解除说明").fill("人已救出，120 接走")
    room.get_by_role("button", name="解除", exact=True).click()
    expect(desk.get_by_text("2 人没点到或失联").last).to_be_visible()
    for name in ("李工", "王班"):
        room.locator(f"[data-person={name}]").get_by_role("button", name="已找到").click()
        expect(room.locator(f"[data-person={name}] .state")).to_have_text("已找到")
    room.get_by_role("button", name="解除", exact=True).click()
    expect(room).to_contain_text("解除说明: 人已救出，120 接走 · 褚中控")
    town.photograph(desk, "emergency-desk-ended")


def test_one_press_is_on_phone_desk_and_wall_and_is_ended_by_the_control_room(
    tank: tuple[Town, Hands],
) -> None:
    town, hands = tank
    board, desk = wall(town), town.console("chu")
    town.called("wang")
    _one_press(town)
    expect(_cover(board)).to_contain_text(re.compile("应急 · 现场求救.*甲醇罐区", re.DOTALL))
    _guardian_leads(town)
    expect(_cover(board)).to_contain_text("受伤")
    expect(board.locator("[data-call]")).to_have_count(0)
    town.photograph(board, "emergency-wall")
    _area_is_stopped_from_the_alarm(desk)
    _control_room_ends_it(town, desk)
    for page in (town.pages["wang"], board):
        expect(_cover(page)).to_have_count(0)
    state = journeys.state(hands)
    assert state.state == "paused"
    assert {cause.kind for cause in state.causes} >= {"sos", "area_frozen"}

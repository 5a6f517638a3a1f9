"""The room of field instruments: a gateway is connected, an instrument enrolled, checked, bound and retired,
and what does not come in is told in plain words."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.db import rows, tenant
from davy.readings import store
from davy_core.instruments.order import follow
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _room(town: Town, who: str, tab: str = "list") -> Page:
    page = town.console(who)
    page.goto(f"/console/instruments/{tab}")
    page.get_by_role("heading", name="现场设备").wait_for()
    return page


def _enrolled(page: Page, serial: str, name: str) -> None:
    page.keyboard.press("n")
    page.get_by_label("编号", exact=True).fill(serial)
    page.get_by_label("名称", exact=True).fill(name)
    page.locator("form.enrol").get_by_role("button", name="登记设备").click()
    expect(page.locator(f"article[data-serial={serial}]")).to_be_visible()


def _tells(town: Town, serial: str, channels: dict[str, str], seq: int) -> None:
    """A reading as the reader of the log writes it."""
    with tenant.company(town.plant.company):
        found = rows.one("SELECT id, gateway_id FROM instruments_instrument WHERE serial = %s", (serial,))
        assert found is not None
        one: UUID = found["id"]
        known = store.known_of(town.plant.company, [one]).get(one, store.Known())
        order, _ = follow(known.order, "a", seq, str(seq))
        row = store.Row(
            one, clock.now(), "a", seq, clock.now(), "server", found["gateway_id"], None, seq, channels, None
        )
        known.move(row, order, None, None, None)
        store.make_days([store.day_of(row.taken_at)])
        store.keep(town.plant.company, [row], {one: known})


def _connected(town: Town, page: Page) -> None:
    page.get_by_role("link", name="网关").click()
    expect(page.get_by_text("还没有网关")).to_be_visible()
    page.get_by_label("代号（字母数字）").fill("gw1")
    page.get_by_label("名称", exact=True).fill("罐区网关")
    page.get_by_role("button", name="接入网关").click()
    password = page.locator("[data-password]")
    expect(password).to_have_text(re.compile(r"^\S{24}$"))
    expect(page.locator("pre")).to_contain_text("davy/up/")
    town.photograph(page, "instruments-gateway-made")
    page.get_by_role("button", name="配好了，收起").click()
    expect(page.get_by_role("cell", name="罐区网关")).to_be_visible()
    expect(password).to_have_count(0)
    page.get_by_role("link", name="设备", exact=True).click()


def test_from_an_empty_room_to_a_detector_that_counts(town: Town) -> None:
    page = _room(town, "zheng")
    expect(page.get_by_role("alert")).to_contain_text("没有程序在收读数")
    expect(page.get_by_text("还没有登记现场设备")).to_be_visible()
    _connected(town, page)
    _enrolled(page, "SN-1", "四合一 1 号")
    detail = page.locator("article[data-serial=SN-1]")
    expect(detail).to_contain_text("还没有读数、校准到期、冲击测试到期")
    detail.get_by_role("button", name="登记校准").click()
    detail.get_by_role("button", name="登记校准").click()
    expect(detail).to_contain_text("有效至")
    detail.get_by_role("button", name="冲击测试通过").click()
    expect(detail).to_contain_text("可以用于气体分析")
    _tells(town, "SN-1", {"lel": "0.4", "o2": "20.8", "battery": "15"}, 1)
    expect(detail).to_contain_text("0.4 %LEL")
    expect(page.locator("tr[data-serial=SN-1]")).to_contain_text("电量低")
    town.photograph(page, "instruments-list")
    detail.get_by_role("button", name="二维码").click()
    expect(detail.get_by_role("img", name="二维码")).to_be_visible()
    town.wait(minutes=2)
    expect(page.locator("tr[data-serial=SN-1]")).to_contain_text("失联 2 分钟")
    detail.get_by_role("button", name="报废停用").click()
    detail.get_by_label("原因").fill("传感器失效")
    detail.get_by_role("button", name="确定停用").click()
    expect(page.locator("tr[data-serial=SN-1]")).to_contain_text("已报废停用")


def test_it_is_bound_at_the_desk_by_who_has_it_in_hand(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    page = _room(town, "zheng")
    _enrolled(page, "SN-2", "四合一 2 号")
    page.keyboard.press("Escape")
    page.locator("tr[data-serial=SN-2]").click()
    detail = page.locator("article[data-serial=SN-2]")
    detail.get_by_label("作业票").select_option(index=1)
    detail.get_by_label("检测点").wait_for()
    detail.get_by_role("button", name="绑定").click()
    refusal = detail.get_by_role("alert")
    expect(refusal).to_contain_text("您不能做这一步")  # 郑工 keeps the register and is not on the permit
    expect(refusal).to_contain_text("请对应的人来做")
    detail.get_by_text("由人佩戴").click()
    detail.get_by_label("佩戴的人").select_option(label="钱焊工")
    town.photograph(page, "instrument-at-the-desk-worn")
    detail.get_by_role("button", name="绑定").click()
    expect(refusal).to_contain_text("校准")  # what nobody calibrated is worn by nobody


def test_what_could_not_be_taken_is_told_in_plain_words(town: Town) -> None:
    with tenant.company(town.plant.company):
        told = [("from_future", '{"seq": 4, "at": "2030-01-01T00:00:00Z"}'), ("not_json", "SN-1;3.2;20.8")]
        at = clock.now() - timedelta(minutes=5)
        store.set_aside(
            town.plant.company,
            [
                store.Aside(
                    3, n, code, "", "davy.r.3.hh.S1.gw1.SN-1", None, None, at, len(head), head.encode()
                )
                for n, (code, head) in enumerate(told)
            ],
        )
    page = _room(town, "zheng", "aside")
    expect(page.get_by_role("cell", name=re.compile("不是 JSON"))).to_be_visible()
    expect(page.get_by_text("SN-1;3.2;20.8")).to_be_visible()
    page.get_by_role("button", name=re.compile("晚一分钟以上")).click()
    expect(page.get_by_text("SN-1;3.2;20.8")).to_have_count(0)
    expect(page.get_by_text("给设备或网关对时")).to_be_visible()
    town.photograph(page, "instruments-aside")
    expect(page.get_by_text("七天里没有网关被拒")).to_be_visible()


def test_a_worker_sees_instruments_and_no_gateways(town: Town) -> None:
    page = _room(town, "li", "gateways")
    expect(page.get_by_text("还没有登记现场设备")).to_be_visible()
    expect(page.get_by_role("link", name="网关")).to_have_count(0)
    expect(page.get_by_role("button", name="登记设备")).to_have_count(0)


def test_what_the_server_dropped_unread_is_not_overlooked(town: Town) -> None:
    at = clock.now()
    rows.run(
        "INSERT INTO sensing_dropped (partition, first, last, since, noticed_at)"
        " VALUES (3, 601, 900, %s, %s), (4, 701, 1000, %s, %s)",
        (at - timedelta(hours=2), at, at - timedelta(hours=1), at),
    )
    page = _room(town, "zheng")
    told = page.get_by_role("alert").filter(has_text="没来得及读就被服务器丢弃")
    expect(told).to_contain_text("最多 400 条")
    expect(told).to_contain_text("06:30")
    town.photograph(page, "instruments-dropped")

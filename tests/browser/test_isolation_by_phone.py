"""挂牌上锁 by thumbs: points isolated by one and verified by another, a personal lock, work behind it, 试车
with everybody counted out, and the list at the desk (S24)."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.isolating import Isolating
from davy.building.plant import photo
from tests.browser import thumbs
from tests.browser.town import Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser

FLANGE, BREAKER = "泵出口法兰拆断", "电机断路器"


@pytest.fixture
def isolating(town: Town) -> Isolating:
    """冯班长 has drawn it up at his desk; nothing is isolated yet."""
    return Isolating(town.plant).plan()


def _open(town: Town, who: str, isolating: Isolating) -> Page:
    page = town.phone(who)
    page.goto(f"/m/isolations/{isolating.isolation}")
    expect(page.get_by_role("heading", name="隔离点")).to_be_visible()
    return page


def _point(page: Page, name: str) -> Locator:
    return page.locator("section.point", has_text=name)


def _sheet(page: Page, place: Page | Locator, step: str) -> Locator:
    """Tap a step; its sheet."""
    place.get_by_role("button", name=step, exact=True).first.click()
    sheet = page.get_by_role("dialog", name=step)
    expect(sheet).to_be_visible()
    return sheet


def _send(sheet: Locator, step: str) -> None:
    button = sheet.get_by_role("button", name=step, exact=True)
    expect(button).to_be_enabled()
    button.click()
    expect(sheet).to_be_hidden()


def _isolate(town: Town, isolating: Isolating, name: str, tag: str, lock: str | None = None) -> None:
    """吴工艺 isolates the point, hangs its tag and lock, and takes a photo of them."""
    page = _open(town, "wu", isolating)
    sheet = _sheet(page, _point(page, name), "隔离上锁挂牌")
    expect(sheet.get_by_role("button", name="先填牌号")).to_be_disabled()
    sheet.get_by_label(re.compile("^牌号")).fill(tag)
    if lock:
        sheet.get_by_label(re.compile("^锁号")).fill(lock)
    thumbs.snap(sheet)
    town.photograph(page, f"isolation-apply-{tag}")
    _send(sheet, "隔离上锁挂牌")
    expect(_point(page, name)).to_contain_text(f"牌号 {tag}")


def _verify(town: Town, isolating: Isolating, name: str, tag: str) -> None:
    """周分析, who did not isolate it, reads the tag and tries that nothing comes."""
    page = _open(town, "zhou", isolating)
    sheet = _sheet(page, _point(page, name), "核实隔离")
    sheet.get_by_label(re.compile("^读现场的牌号")).fill(tag)
    sheet.locator(thumbs.TICK).click()
    thumbs.snap(sheet)
    town.photograph(page, f"isolation-verify-{tag}")
    _send(sheet, "核实隔离")
    expect(_point(page, name)).to_contain_text("核实")


def _isolated(town: Town, isolating: Isolating) -> None:
    town.photograph(_open(town, "wu", isolating), "isolation-planned")
    _isolate(town, isolating, FLANGE, "GP-01")
    _isolate(town, isolating, BREAKER, "GP-02", "SO-07")
    page = _open(town, "wu", isolating)
    expect(_point(page, FLANGE).get_by_role("button", name="核实隔离")).to_have_count(0)
    _wrong_tag(town, isolating)
    _verify(town, isolating, FLANGE, "GP-01")
    _verify(town, isolating, BREAKER, "GP-02")


def _wrong_tag(town: Town, isolating: Isolating) -> None:
    """Another tag than the one hung there is no verification."""
    page = _open(town, "zhou", isolating)
    sheet = _sheet(page, _point(page, FLANGE), "核实隔离")
    sheet.get_by_label(re.compile("^读现场的牌号")).fill("GP-99")
    sheet.locator(thumbs.TICK).click()
    thumbs.snap(sheet)
    sheet.get_by_role("button", name="核实隔离", exact=True).click()
    expect(sheet.get_by_role("alert")).to_contain_text("牌")
    town.photograph(page, "isolation-wrong-tag")


def _behind(town: Town, isolating: Isolating) -> Walk:
    """李工 puts his permit behind the isolation, from the card; 钱焊工 hangs his own lock."""
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    walk = Walk(town, str(hands.permit))
    page = walk.card("li")
    page.get_by_role("link", name=re.compile("隔离")).click()
    page.get_by_role("button", name="关联到这张票").click()
    expect(page.get_by_role("heading", name="这张票靠的隔离")).to_be_visible()
    town.photograph(page, "isolation-linked")
    page = _open(town, "qian", isolating)
    page.get_by_role("button", name="上我的锁").click()
    sheet = page.get_by_role("dialog", name="上锁")
    sheet.get_by_label(re.compile("^锁号")).fill("PL-31")
    sheet.locator("label", has_text="个人锁").click()
    _send(sheet, "上锁")
    expect(page.get_by_text("PL-31").first).to_be_visible()
    town.photograph(page, "isolation-own-lock")
    return walk


def _at_work(walk: Walk) -> None:
    """No start before the isolation is named; with it, 李工 starts."""
    hands = Hands(walk.town.plant, UUID(walk.permit))
    journeys.prepare(hands)
    body = {"measure": "blinded", "applies": True, "values": {"blinds": "0"}}
    hands.must("wu", "answer_measure", {**body, "photo": photo(walk.town.plant.company, "no-blinds")})
    journeys.gas_round(hands)  # what is measured before the isolation counts for nothing
    journeys.approve(hands)
    journeys.stand_ready(hands)
    walk.start()


def _refused_while_they_work(town: Town, isolating: Isolating) -> None:
    """冯班长 may not give energy back while people work behind it."""
    page = _open(town, "feng", isolating)
    sheet = _sheet(page, page, "开始试车")
    sheet.locator("label", has_text=BREAKER).click()
    sheet.get_by_role("textbox").fill("电机点动，看转向")
    sheet.get_by_role("button", name="开始试车", exact=True).click()
    expect(sheet.get_by_role("alert")).to_contain_text("→")
    town.photograph(page, "isolation-test-refused")
    assert isolating.state.state == "open"


def _tested(town: Town, isolating: Isolating, walk: Walk) -> None:
    """Everybody stops, the guardian counts them out, the lock comes off, and only then the motor is tried."""
    walk.pause()
    page = _open(town, "wang", isolating)
    sheet = _sheet(page, page, "清点人员撤出")
    for name in ("李工", "钱焊工", "王班"):
        sheet.locator("label", has_text=name).click()
    town.photograph(page, "isolation-count")
    _send(sheet, "清点人员撤出")
    page = _open(town, "qian", isolating)
    _send(_sheet(page, page.locator("li", has_text="PL-31"), "摘锁"), "摘锁")
    page = _open(town, "feng", isolating)
    sheet = _sheet(page, page, "开始试车")
    sheet.locator("label", has_text=BREAKER).click()
    sheet.get_by_role("textbox").fill("电机点动，看转向")
    _send(sheet, "开始试车")
    expect(page.get_by_text("正在试车：相关作业一律不能复工")).to_be_visible()
    town.photograph(page, "isolation-testing")
    walk.stand_by()
    page = walk.ask_to_resume()
    expect(page.get_by_role("dialog")).to_contain_text("试车")
    town.photograph(page, "isolation-no-resume")
    thumbs.press(page, "知道了")
    page = _open(town, "feng", isolating)
    _send(_sheet(page, page, "结束试车"), "结束试车")
    _isolate(town, isolating, BREAKER, "GP-03", "SO-08")
    _verify(town, isolating, BREAKER, "GP-03")
    walk.resume()


def _listed(town: Town, isolating: Isolating) -> None:
    """At the desk 冯班长 finds it, reads every lock and who works behind it, and prints the list."""
    page = town.console("feng")
    page.goto("/console/isolations")
    page.get_by_text("V-101 泵检修隔离").first.click()
    detail = page.locator("article.detail")
    expect(detail).to_contain_text("SO-08")
    expect(detail).to_contain_text("还不能拆")
    town.photograph(page, "desk-isolation")
    address = detail.get_by_role("link", name="打印").get_attribute("href")
    assert address is not None
    printed = page.context.request.get(address)
    assert printed.ok
    assert printed.body().startswith(b"%PDF")


def test_what_is_isolated_is_verified_tried_and_listed(town: Town, isolating: Isolating) -> None:
    _isolated(town, isolating)
    walk = _behind(town, isolating)
    _at_work(walk)
    _refused_while_they_work(town, isolating)
    _tested(town, isolating, walk)
    _listed(town, isolating)
    assert (walk.state.state, isolating.state.state) == ("active", "open")

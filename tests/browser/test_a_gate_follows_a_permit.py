"""A gate is entered at the desk, lets the crew of a permit in while it may go on, and nobody after a stop;
the desk tells who is inside, and the permit's card who may go in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.gate.judging import judge_all
from davy.gate.models import Controller
from davy.gate.visiting import visit
from davy.people.models import Person
from davy.simulator.gatehouse import Gatehouse
from tests.browser import thumbs
from tests.browser.town import Town

pytestmark = pytest.mark.browser


@pytest.fixture
def gatehouse() -> Iterator[Gatehouse]:
    """The controller, a real server."""
    found = Gatehouse("of-the-gate")
    yield found
    found.close()


def _look(town: Town) -> None:
    """What the clock does four times a minute."""
    judge_all(town.plant.company)
    with tenant.company(town.plant.company):
        gate = Controller.objects.get()
        Controller.objects.update(next_visit_at=gate.made_at)
    visit(town.plant.company, gate.id)


def _enter(page: Page, gatehouse: Gatehouse) -> None:
    page.goto("/console/instruments/gates")
    page.get_by_role("button", name="登记门禁").click()
    page.get_by_label("编号", exact=True).fill("G-01")
    page.get_by_label("名称", exact=True).fill("罐区东门")
    page.get_by_label("地址", exact=True).fill(gatehouse.url)
    page.get_by_label("令牌", exact=True).fill("of-the-gate")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("row").filter(has_text="罐区东门")).to_be_visible()


def test_a_gate_lets_in_by_permit_and_no_longer(town: Town, gatehouse: Gatehouse) -> None:
    page = town.console("zheng")
    _enter(page, gatehouse)
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    _look(town)
    with tenant.company(town.plant.company):
        welder = Person.objects.get(id=town.plant.people["qian"].person)
    assert welder.hr_code in gatehouse.ours
    row = page.get_by_role("row").filter(has_text="罐区东门")
    expect(row).to_contain_text("一致")
    gatehouse.walk("in", welder.hr_code)
    _look(town)
    expect(page.get_by_text("1 人", exact=True)).to_be_visible()
    row.get_by_role("button", name="罐区东门").click()
    expect(page.get_by_text(welder.name).first).to_be_visible()
    town.photograph(page, "console-gates")

    phone = town.phone("li")
    thumbs.open_permit(phone, str(hands.permit))
    expect(phone.get_by_text("门禁").first).to_be_visible()
    town.photograph(phone, "permit-gate")

    hands.must("zhao", "void", {"reason": "现场条件不符"})
    _look(town)
    assert not gatehouse.ours
    expect(row.get_by_role("cell").nth(2)).to_have_text("0")

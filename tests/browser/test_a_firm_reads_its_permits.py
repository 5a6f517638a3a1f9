"""周队 opens the permits of his people on his phone: how the work stands, and why it is paused."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.people.models import Firm, Person
from tests.browser import axe
from tests.browser.test_a_firm_keeps_its_own_file import _give_login, _hire, _phone
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_a_pause_is_read_by_the_firm_with_its_cause(town: Town) -> None:
    _hire(town)
    with tenant.company(town.plant.company):
        firm = Firm.objects.get(code="C1")
        Person.objects.filter(id=town.plant.people["qian"].person).update(firm_id=firm.id)
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    _give_login(town.console("zheng"), town)
    page = _phone(town)
    page.get_by_role("button", name="作业票").click()
    row = page.get_by_role("listitem").filter(has_text="动火作业")
    expect(row).to_contain_text("作业中")
    hands.must("li", "stop", {})
    page.reload()
    page.get_by_role("button", name="作业票").click()
    expect(row).to_contain_text("已暂停")
    expect(row).to_contain_text("暂停原因")
    assert axe.found(page) == []
    town.photograph(page, "firm-permits")

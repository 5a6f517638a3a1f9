"""郑安全 invites a company of the park, enters its reply, sees whom it froze, judges a mistake with a reason,
and takes the consent back."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from davy import clock
from davy.db import tenant
from davy.park import keys
from davy.park.keys import Code
from davy.park.masking import match
from davy.park.models import Entry, Masked, Partner
from davy.people.models import Person
from tests.browser import axe
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _reply(first: str) -> str:
    """What the partner's own installation would answer to the invitation."""
    asked, made = Code.of(first, 1, clock.now()), keys.fresh()
    return Code(2, asked.pair, "东港化工", "http://127.0.0.1:1", made.half, made.point, clock.now()).text


def _listed(town: Town) -> UUID:
    """A list came in which 钱焊工 is frozen."""
    company, person = town.plant.company, town.plant.people["qian"].person
    with tenant.company(company):
        one, now = Partner.objects.get(company_id=company), clock.now()
        mask, told = "a" * 64, {"company_id": company, "partner_id": one.id}
        Masked.objects.filter(**told, person_id=person).delete()
        Masked.objects.create(**told, person_id=person, masked=mask, made_at=now + timedelta(days=1))
        Entry.objects.create(**told, masked=mask, state="frozen", kind="certificate", since=now, until=None)
        one.heard_at = one.took_at = now
        one.trouble = ""
        one.save()
        [hit] = match(one, now)
        assert Person.objects.get(id=person).name == "钱焊工"
    return hit.id


def test_two_consents_a_hit_and_the_end(town: Town) -> None:
    page = town.console("zheng")
    page.goto("/console/people/park")
    _consents(town, page)
    _listed(town)
    page.reload()
    _judges(town, page)
    partner = page.locator("[data-partner=active]")
    partner.get_by_role("button", name="撤回同意").click()
    partner.get_by_label("为什么撤回").fill("合同到期")
    partner.get_by_role("button", name="撤回同意").click()
    expect(page.locator("[data-partner=ended]")).to_contain_text("合同到期")
    expect(page.locator("[data-hit]")).to_have_count(0)
    town.photograph(page, "park-ended")


def _consents(town: Town, page: Page) -> None:
    expect(page.get_by_text("还没有伙伴企业")).to_be_visible()
    assert axe.found(page) == []
    town.photograph(page, "park-empty")

    page.get_by_role("button", name="邀请伙伴").click()
    form = page.get_by_role("form", name="邀请伙伴")
    expect(form.get_by_role("button", name="同意并出码")).to_be_disabled()
    assert axe.found(page) == []
    form.get_by_label("用途").fill("园区联防")
    form.get_by_role("checkbox", name="冻结的人").check()
    form.get_by_label("同意到哪天").fill((clock.now() + timedelta(days=90)).date().isoformat())
    form.get_by_role("button", name="同意并出码").click()
    code = page.locator("[data-code] textarea")
    expect(code).to_have_value(re.compile("^DAVY-PARK-"))
    first = code.input_value()
    page.get_by_role("button", name="已交给对方").click()
    expect(page.locator("[data-partner=invited]")).to_contain_text("等对方的回执码")

    page.get_by_role("button", name="填回执码").click()
    page.get_by_label("对方给的码").fill(first)
    page.get_by_role("button", name="开始共享").click()
    expect(page.get_by_role("alert")).to_contain_text("这个码不对")
    page.get_by_label("对方给的码").fill(_reply(first))
    page.get_by_role("button", name="开始共享").click()
    expect(page.locator("[data-partner=active]")).to_contain_text("东港化工")


def _judges(town: Town, page: Page) -> None:
    hit = page.locator("[data-hit]").filter(has_text="钱焊工")
    expect(hit).to_contain_text("证件核验不符")
    expect(hit).to_contain_text("东港化工")
    assert axe.found(page) == []
    town.photograph(page, "park-hit")
    page.set_viewport_size({"width": 390, "height": 844})
    expect(hit.get_by_role("button", name="判为误报")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    town.photograph(page, "park-hit-phone")
    hit.get_by_role("button", name="判为误报").click()
    hit.get_by_label("理由（向谁核实的、怎么错的）").fill("电话核实，对方录错号")
    hit.get_by_role("button", name="判为误报").click()
    expect(hit).to_contain_text("判为误报：电话核实，对方录错号")
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator("[data-log]")).to_contain_text("aaaaaaaa")


def test_who_does_not_answer_for_safety_has_no_such_room(town: Town) -> None:
    page = town.console("li")
    page.goto("/console/people")
    expect(page.get_by_role("link", name="承包商", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="园区共享", exact=True)).to_have_count(0)

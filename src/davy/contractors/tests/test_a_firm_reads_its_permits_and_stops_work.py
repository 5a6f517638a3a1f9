"""周队's login reads the permits of its own people, sends no command, and stops work by the code on site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from davy.accounts.models import Account, Company
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import PASSWORD, small_plant
from davy.db import rows, tenant
from davy.people.models import Firm, Person
from tests.plant import Browser, said

FORM = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture
def hands(db: None) -> Iterator[Hands]:
    """Hot work of 李工 goes on, on a Monday morning that stands still."""
    with time_machine.travel(datetime(2026, 11, 16, 0, 30, tzinfo=UTC), tick=False):
        found = Hands(small_plant())
        journeys.draft_hot(found)
        yield found


def firm_with(hands: Hands, code: str, name: str, *of_plant: str) -> Browser:
    """The login of a firm for which these people work, besides its officer."""
    company = hands.plant.company
    with tenant.company(company):
        firm = Firm.objects.create(company_id=company, code=code, name=name)
        people = [hands.plant.people[one].person for one in of_plant]
        Person.objects.filter(id__in=people).update(firm_id=firm.id)
        officer = Person.objects.create(company_id=company, firm_id=firm.id, name=f"{name}周队", hr_code=code)
    account = Account.objects.create_account(
        company_id=company,
        username=code,
        password=PASSWORD,
        roles=["firm_officer"],
        person_id=officer.id,
        firm_id=firm.id,
    )
    found = Browser(Company.objects.get(id=company).hostname)
    found.force_login(account)
    return found


def permits(browser: Browser) -> list[dict[str, Any]]:
    return list(said(browser.get("/api/v1/own-firm/permits")))


def test_it_reads_the_permits_of_its_people_and_nobody_elses_names(hands: Hands) -> None:
    own, other = firm_with(hands, "C1", "宏安检修", "qian"), firm_with(hands, "C2", "远大防腐")
    assert [one["state"] for one in permits(own)] == ["submitted"]
    journeys.get_to_work(hands)
    [told] = permits(own)
    assert (told["number"], told["state"]) == (journeys.state(hands).number, "active")
    with tenant.company(hands.plant.company):
        name = Person.objects.get(id=hands.plant.people["qian"].person).name
    assert told["people"] == [name]
    assert set(told) == set(
        "number type level state clearance area point begins ends people causes".split()  # noqa: SIM905 - words
    )
    assert permits(other) == []


def test_its_login_sends_no_command_and_stops_the_work_by_the_code_on_site(hands: Hands) -> None:
    own = firm_with(hands, "C1", "宏安检修", "qian")
    journeys.get_to_work(hands)
    assert own.send("POST", "/api/v1/commands", {}).status_code == 403
    with tenant.company(hands.plant.company):
        row = rows.one("SELECT token FROM permits_permit WHERE id = %s", [hands.permit])
    assert row is not None
    page = own.get(f"/c/{row['token']}").content.decode()
    pressed = FORM.search(page)
    assert pressed is not None
    answer = own.post(f"/c/{row['token']}/stop", {"csrfmiddlewaretoken": pressed[1]})
    assert answer.status_code == 303
    assert journeys.state(hands).state == "paused"
    [told] = permits(own)
    assert (told["state"], [one["kind"] for one in told["causes"]]) == ("paused", ["stopped"])
    assert told["causes"][0]["zh"]

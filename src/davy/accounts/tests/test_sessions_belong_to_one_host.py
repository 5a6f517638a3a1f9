"""A session is worth something only at the host name of its own company."""

from typing import Any

import pytest
from django.conf import settings

from davy.accounts import companies, stream
from davy.accounts.models import Account, SecurityEvent
from davy.db import tenant
from tests.plant import PASSWORD, Browser, Plant, said


def cookie_of(browser: Browser) -> str:
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


def carried_to(host: str, browser: Browser) -> Any:
    """The answer at another host to the same cookie."""
    thief = Browser(host)
    thief.cookies[settings.SESSION_COOKIE_NAME] = cookie_of(browser)
    return thief.get("/api/v1/people")


def test_a_session_carried_to_another_companys_host_is_refused_and_recorded(
    plant: Plant, neighbour: Plant
) -> None:
    answer = carried_to(neighbour.company.hostname, plant.browser("li"))
    assert answer.status_code == 401
    assert said(answer)["code"] == "session_of_other_company"
    with tenant.company(neighbour.company.id):
        assert SecurityEvent.objects.get().kind == "session_of_other_company"


def test_with_two_companies_an_unknown_host_is_nobodys(plant: Plant, neighbour: Plant) -> None:
    answer = Browser("10.0.0.7").get("/api/v1/session")
    assert (answer.status_code, said(answer)["code"]) == (404, "company_unknown")


def test_the_only_company_answers_under_every_name_and_port(plant: Plant) -> None:
    for host in ("10.0.0.7:8000", "localhost", "HH.davy.test:443", "[::1]:8000"):
        found = companies.at(host)
        assert found is not None
        assert found.id == plant.company.id


def test_without_any_company_there_is_nothing_to_see(db: None) -> None:
    assert Browser("localhost").get("/api/v1/session").status_code == 404


def test_the_stream_knows_who_is_behind_a_cookie(plant: Plant) -> None:
    li = plant.accounts["li"]
    header = f"theme=dark; {settings.SESSION_COOKIE_NAME}={cookie_of(plant.browser('li'))}"
    assert stream.company_of(header, "hh.davy.test:8000") == (plant.company.id, li.id)


@pytest.mark.parametrize("header", ["", "sessionid=", "sessionid=made-up", "sessionid", ";;;", "\x00"])
def test_the_stream_opens_for_nobody_else(plant: Plant, header: str) -> None:
    assert stream.company_of(header, plant.company.hostname) is None


def test_the_stream_refuses_other_hosts_disabled_accounts_and_old_passwords(
    plant: Plant, neighbour: Plant
) -> None:
    header = f"{settings.SESSION_COOKIE_NAME}={cookie_of(plant.browser('li'))}"
    assert stream.company_of(header, neighbour.company.hostname) is None
    assert stream.company_of(header, "unknown.test") is None
    li = Account.objects.get(id=plant.accounts["li"].id)
    li.set_password(PASSWORD + "!")
    li.save()
    assert stream.company_of(header, plant.company.hostname) is None
    wang = f"{settings.SESSION_COOKIE_NAME}={cookie_of(plant.browser('wang'))}"
    Account.objects.filter(id=plant.accounts["wang"].id).update(is_active=False)
    assert stream.company_of(wang, plant.company.hostname) is None

"""The administrator opens, changes and disables accounts; every change is on record without a password."""

from typing import Any

import pytest

from davy.accounts.models import AuditRow
from davy.db import tenant
from tests.plant import PASSWORD, Browser, Plant, said

NEW = {"username": "Zhou", "password": PASSWORD, "roles": ["worker"]}


@pytest.fixture
def he(plant: Plant) -> Browser:
    """何工, who administers."""
    return plant.browser("he")


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, said(answer)["code"]


def test_a_new_account_can_log_in_and_a_disabled_one_is_out_at_once(plant: Plant, he: Browser) -> None:
    made = said(he.send("POST", "/api/v1/accounts", {**NEW, "person_id": str(plant.people["li"].id)}))
    assert (made["username"], made["is_active"]) == ("zhou", True)
    browser = plant.browser()
    assert browser.login(username="zhou", password=PASSWORD, request=_at(plant))
    assert said(browser.get("/api/v1/session"))["authenticated"]
    he.send("PATCH", f"/api/v1/accounts/{made['id']}", {"is_active": False})
    assert not said(browser.get("/api/v1/session"))["authenticated"]


def _at(plant: Plant) -> Any:
    from django.http import HttpRequest

    request: Any = HttpRequest()
    request.company = plant.company
    return request


def test_a_new_password_ends_the_sessions_of_the_account(plant: Plant, he: Browser) -> None:
    browser = plant.browser("li")
    path = f"/api/v1/accounts/{plant.accounts['li'].id}"
    assert he.send("PATCH", path, {"password": "另一个很长的密码-7"}).status_code == 200
    assert not said(browser.get("/api/v1/session"))["authenticated"]
    with tenant.company(plant.company.id):
        row = AuditRow.objects.get(resource="accounts")
    assert row.after is not None
    assert row.after["password"] == "changed"
    assert "另一个" not in str(row.after)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"username": "LI"}, (409, "username_taken")),
        ({"password": "short"}, (422, "password_weak")),
        ({"password": "12345678901"}, (422, "password_weak")),
        ({"password": "password123"}, (422, "password_weak")),
        ({"roles": ["emperor"]}, (422, "role_unknown")),
        ({"person_id": "01a1ffbf-0000-7000-8000-000000000000"}, (422, "reference_unknown")),
        ({"is_superuser": True}, (422, "malformed")),
        ({"company_id": "01a1ffbf-0000-7000-8000-000000000000"}, (422, "malformed")),
    ],
)
def test_an_account_that_cannot_be_is_refused(
    he: Browser, change: dict[str, Any], expected: tuple[int, str]
) -> None:
    assert refused(he.send("POST", "/api/v1/accounts", {**NEW, **change})) == expected


def test_nobody_locks_himself_out_and_nobody_is_renamed(plant: Plant, he: Browser) -> None:
    own, other = (f"/api/v1/accounts/{plant.accounts[nick].id}" for nick in ("he", "li"))
    assert refused(he.send("PATCH", own, {"is_active": False})) == (409, "own_account_locked")
    assert refused(he.send("PATCH", own, {"roles": ["worker"]})) == (409, "own_account_locked")
    assert refused(he.send("PATCH", other, {"username": "li2"})) == (422, "malformed")
    assert he.send("PATCH", other, {"roles": ["worker", "guardian"]}).status_code == 200


def test_accounts_changes_and_security_events_are_listed(plant: Plant, he: Browser) -> None:
    he.send("POST", "/api/v1/accounts", NEW)
    assert said(he.get("/api/v1/accounts?q=zh"))["total"] == 2
    assert said(he.get("/api/v1/audit?resource=accounts"))["items"][0]["after"]["username"] == "zhou"
    he_id = plant.accounts["he"].id
    assert said(he.get(f"/api/v1/security-events?account_id={he_id}"))["items"][0]["kind"] == "login"
    assert said(he.get(f"/api/v1/audit?resource_id={he_id}"))["total"] == 0


def test_no_answer_ever_carries_a_password(plant: Plant, he: Browser) -> None:
    for path in ("/api/v1/accounts", "/api/v1/session", "/api/v1/audit", "/api/v1/accounts/demo"):
        assert b"password" not in he.get(path).content, path

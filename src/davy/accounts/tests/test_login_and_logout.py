"""User name and password of this company open a session, nothing else does; each attempt is on record."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache

from davy.accounts.models import Account, SecurityEvent
from davy.db import tenant
from tests.plant import PASSWORD, Browser, Plant, said

LOGIN = "/_allauth/browser/v1/auth/login"
SESSION = "/_allauth/browser/v1/auth/session"


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def log_in(browser: Browser, username: str, password: str, **headers: str) -> Any:
    return browser.send("POST", LOGIN, {"username": username, "password": password}, **headers)


def events(plant: Plant) -> list[str]:
    with tenant.company(plant.company.id):
        return list(SecurityEvent.objects.order_by("at", "id").values_list("kind", flat=True))


def test_the_right_password_opens_a_session_and_logout_closes_it(plant: Plant) -> None:
    browser = plant.browser()
    assert log_in(browser, "li", PASSWORD).status_code == 200
    assert said(browser.get("/api/v1/session"))["account"]["username"] == "li"
    assert (
        browser.send("DELETE", SESSION).status_code == 401
    )  # the library's way to say: nobody is logged in now
    assert said(browser.get("/api/v1/session"))["authenticated"] is False
    assert events(plant) == ["login", "logout"]


def test_upper_case_and_blanks_around_a_user_name_do_not_matter(plant: Plant) -> None:
    assert log_in(plant.browser(), " LI ", PASSWORD).status_code == 200


@pytest.mark.parametrize(
    ("username", "password"), [("li", "wrong"), ("nobody", PASSWORD), ("wang", ""), ("", "")]
)
def test_anything_else_opens_nothing_and_says_nothing_about_why(
    plant: Plant, username: str, password: str
) -> None:
    browser = plant.browser()
    assert log_in(browser, username, password).status_code == 400
    assert said(browser.get("/api/v1/session"))["authenticated"] is False


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(plant: Plant) -> None:
    wrong_name, wrong_password = (log_in(plant.browser(), name, "x" * 12) for name in ("nobody", "li"))
    assert wrong_name.content == wrong_password.content
    assert events(plant) == ["login_failed", "login_failed"]


def test_a_disabled_account_cannot_log_in_and_its_session_ends(plant: Plant) -> None:
    browser = plant.browser("li")
    Account.objects.filter(id=plant.accounts["li"].id).update(is_active=False)
    assert said(browser.get("/api/v1/session"))["authenticated"] is False
    assert log_in(plant.browser(), "li", PASSWORD).status_code == 400


def test_an_account_of_another_company_cannot_log_in_here(plant: Plant, neighbour: Plant) -> None:
    assert log_in(plant.browser(), "sun", PASSWORD).status_code == 400
    assert log_in(neighbour.browser(), "sun", PASSWORD).status_code == 200


def test_the_same_user_name_means_another_account_in_another_company(plant: Plant, neighbour: Plant) -> None:
    twin = Account.objects.create_account(company_id=neighbour.company.id, username="li", password=PASSWORD)
    browser = neighbour.browser()
    log_in(browser, "li", PASSWORD)
    assert said(browser.get("/api/v1/session"))["account"]["id"] == str(twin.id)


def test_after_five_wrong_passwords_the_right_one_is_refused_for_five_minutes(
    plant: Plant, step_clock: Callable[[timedelta], None]
) -> None:
    for _ in range(5):
        log_in(plant.browser(), "li", "wrong")
    assert log_in(plant.browser(), "li", PASSWORD).status_code == 400
    assert events(plant) == ["login_failed"] * 5 + ["login_blocked"]
    step_clock(timedelta(minutes=5, seconds=1))
    assert log_in(plant.browser(), "li", PASSWORD).status_code == 200


def test_who_types_wrong_passwords_on_purpose_locks_out_his_own_address_first(plant: Plant) -> None:
    for _ in range(6):
        attacker = plant.browser()
        attacker.defaults["REMOTE_ADDR"] = "10.9.9.9"
        log_in(attacker, "zhao", "wrong")
    assert log_in(plant.browser(), "zhao", PASSWORD).status_code == 200


def test_from_many_addresses_together_thirty_wrong_passwords_are_the_end(plant: Plant) -> None:
    for number in range(30):
        attacker = plant.browser()
        attacker.defaults["REMOTE_ADDR"] = f"10.9.{number}.1"
        log_in(attacker, "zhao", "wrong")
    assert log_in(plant.browser(), "zhao", PASSWORD).status_code == 400
    assert log_in(plant.browser(), "li", PASSWORD).status_code == 200


def test_what_was_typed_as_a_user_name_is_not_kept(plant: Plant) -> None:
    log_in(plant.browser(), "my-secret-password", "x")
    with tenant.company(plant.company.id):
        [event] = SecurityEvent.objects.all()
    assert "my-secret-password" not in str(vars(event))


def test_login_needs_the_anti_forgery_token(plant: Plant) -> None:
    browser = Browser(plant.company.hostname, enforce_csrf_checks=True)
    assert log_in(browser, "li", PASSWORD).status_code == 403
    browser.get("/api/v1/session")
    token = browser.cookies["csrftoken"].value
    assert log_in(browser, "li", PASSWORD, **{"X-CSRFToken": token}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/_allauth/browser/v1/auth/signup",
        "/_allauth/browser/v1/auth/password/request",
        "/_allauth/browser/v1/account/email",
        "/_allauth/app/v1/auth/login",
    ],
)
def test_sign_up_reset_e_mail_and_tokens_are_not_there(plant: Plant, path: str) -> None:
    assert plant.browser().send("POST", path, {}).status_code == 404

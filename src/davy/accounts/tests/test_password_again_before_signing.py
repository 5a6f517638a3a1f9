"""Before a signature the password is entered again; after five wrong ones in five minutes no more."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction

from davy.accounts import reauth
from davy.accounts.models import Account, SecurityEvent
from davy.db import tenant
from davy.problems.response import Problem
from tests.plant import PASSWORD, Plant

REAUTHENTICATE = "/_allauth/browser/v1/auth/reauthenticate"


def events(plant: Plant) -> list[str]:
    with tenant.company(plant.company.id):
        return list(SecurityEvent.objects.order_by("at", "id").values_list("kind", flat=True))


def test_only_the_own_password_passes(plant: Plant) -> None:
    zhao = plant.accounts["zhao"]
    assert reauth.check(zhao, PASSWORD)
    assert not reauth.check(zhao, "wrong")
    assert not reauth.check(zhao, "")
    assert events(plant) == ["reauth_failed", "reauth_failed"]


def test_a_disabled_account_does_not_pass(plant: Plant) -> None:
    zhao = plant.accounts["zhao"]
    zhao.is_active = False
    assert not reauth.check(zhao, PASSWORD)


def test_after_five_wrong_ones_the_right_one_is_refused_until_five_minutes_are_over(
    plant: Plant, step_clock: Callable[[timedelta], None]
) -> None:
    zhao = plant.accounts["zhao"]
    for _ in range(5):
        assert not reauth.check(zhao, "wrong")
    assert not reauth.check(zhao, PASSWORD)
    assert events(plant) == ["reauth_failed"] * 5 + ["reauth_blocked"]
    step_clock(timedelta(minutes=5, seconds=1))
    assert reauth.check(zhao, PASSWORD)


def test_the_count_is_per_account(plant: Plant) -> None:
    for _ in range(5):
        reauth.check(plant.accounts["zhao"], "wrong")
    assert reauth.check(plant.accounts["li"], PASSWORD)


def test_the_refusals_have_codes_of_their_own(plant: Plant) -> None:
    zhao = plant.accounts["zhao"]
    reauth.require(zhao, PASSWORD)
    for _ in range(5):
        with pytest.raises(Problem, match="password_wrong"):
            reauth.require(zhao, "wrong")
    with pytest.raises(Problem, match="password_attempts_exceeded") as refused:
        reauth.require(zhao, PASSWORD)
    assert refused.value.response().status_code == 403


def test_the_open_session_counts_together_with_signatures(plant: Plant) -> None:
    browser = plant.browser("zhao")
    assert browser.send("POST", REAUTHENTICATE, {"password": PASSWORD}).status_code == 200
    for _ in range(5):
        assert browser.send("POST", REAUTHENTICATE, {"password": "wrong"}).status_code == 400
    assert not reauth.check(plant.accounts["zhao"], PASSWORD)


def test_a_rollback_cannot_forget_a_wrong_password(committed_db: str) -> None:
    # The check refuses to run inside of a transaction at all.
    account = Account(username="zhao")
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        reauth.check(account, "wrong")

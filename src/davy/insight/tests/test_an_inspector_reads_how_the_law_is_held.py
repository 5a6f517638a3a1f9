"""Whoever inspects reads clause, rule, proof and what it came to here; nobody else does."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.permits.judged import ACCEPTED
from davy.rulebook import law

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
TOO_EARLY = "aq.jsa.before_sign"


@pytest.fixture
def refused(step_clock: Callable[[timedelta], None]) -> Hands:
    """郑安全 is safety officer. A hot-work permit whose signature came before its analysis was refused; then
    it went to work, and nobody made contact any more."""
    step_clock(MORNING - clock.now())
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    hands.give("zhao", "sign_stage", {"stage": "unit", "confirmed": [], "signature": journeys.STROKES})
    journeys.get_to_work(hands)
    assert hands.at is not None
    hands.at += timedelta(minutes=6)
    hands.tick()
    return hands


def _read(hands: Hands, who: str, path: str) -> Any:
    client = Client()
    client.force_login(Account.objects.get(id=hands.plant.people[who].account))
    return client.get(f"/api/v1/{path}")


def _told(hands: Hands, path: str) -> Any:
    answer = _read(hands, "zheng", path)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_every_clause_leads_to_rules_that_are_told(refused: Hands) -> None:
    told = _told(refused, "conformance")
    rules = {rule["id"] for rule in told["rules"]}
    clauses = [clause for standard in told["standards"] for clause in standard["clauses"]]
    assert {one for clause in clauses for one in clause["requirements"]} <= rules
    assert {clause["kind"] for clause in clauses} == {"hard", "informative", "enterprise", "outside"}


def test_a_refusal_is_counted_and_leads_to_its_permit(refused: Hands) -> None:
    told = _told(refused, f"conformance/{TOO_EARLY}")
    assert told["runs"]["refused"] == 1
    (proof,) = told["evidence"]
    assert (proof["what"], proof["permit"], proof["command"]) == (
        "refused",
        str(refused.permit),
        "sign_stage",
    )
    assert {vector["outcome"] for vector in told["vectors"]} >= {"failed", "unknown"}


def test_what_was_accepted_counts_as_passed_for_its_own_work_only(refused: Hands) -> None:
    runs = {rule["id"]: rule["runs"] for rule in _told(refused, "conformance")["rules"]}
    assert runs["hot.gas.before_start"]["passed"] == 1
    assert runs["confined.gas.before_start"]["passed"] == 0
    assert runs[TOO_EARLY]["passed"] > 0


def test_a_watch_that_lapsed_is_told_with_the_stop_it_brought(refused: Hands) -> None:
    told = _told(refused, "conformance/guardian.contact_limit")
    assert told["while"] == ["active"]
    assert told["runs"]["paused"] == 1
    assert {"paused"} <= {proof["what"] for proof in told["evidence"]}


def test_what_is_older_than_thirty_days_is_not_counted(
    refused: Hands, step_clock: Callable[[timedelta], None]
) -> None:
    step_clock(timedelta(days=31))
    assert _told(refused, f"conformance/{TOO_EARLY}")["runs"] == dict.fromkeys(
        ("passed", "refused", "lapsed", "unknown", "paused"), 0
    )


def test_the_figures_of_a_rule_are_told(refused: Hands) -> None:
    (age,) = _told(refused, "conformance/hot.gas.before_start")["parameters"]
    assert age == {"name": "analysis_age", "value": "1800s", "tighten": "lower", "grade": "A"}


def test_a_rule_that_does_not_exist_is_not_found(refused: Hands) -> None:
    assert _read(refused, "zheng", "conformance/no.such.rule").status_code == 404


def test_a_worker_does_not_inspect(refused: Hands) -> None:
    assert _read(refused, "chen", "conformance").status_code == 403
    assert _read(refused, "chen", f"conformance/{TOO_EARLY}").status_code == 403


def test_every_command_at_which_a_rule_stands_has_its_event() -> None:
    stands = {kind for found in law.requirements().values() for kind in found["row"].get("at", ())}
    assert stands == set(ACCEPTED)

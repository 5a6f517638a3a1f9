"""Goods are asked for by phone, decided by somebody else, and stock and points never fall below zero."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from davy import clock
from davy.accounts.models import AuditRow
from davy.db import tenant
from davy.ids import uuid7
from davy.points.goods import claiming
from davy.points.models import Claim, Entry, Good
from davy.problems.response import Problem
from tests.plant import STAFF, Plant, build, said


def _earned(plant: Plant, nick: str, points: int) -> None:
    with tenant.company(plant.company.id):
        Entry.objects.create(
            company_id=plant.company.id, rule="complete.worker", version="test", kind="permit", about=uuid7(),
            person_id=plant.people[nick].id, number=0, points=points, at=clock.now(), written_at=clock.now(),
        )  # fmt: skip


def _good(plant: Plant, *, price: int = 10, stock: int = 1) -> UUID:
    body = {"name": "防寒手套", "price": price, "stock": stock}
    answer = plant.browser("qian").send("POST", "/api/v1/points/stock", body)
    assert answer.status_code == 201, answer.content
    return UUID(said(answer)["id"])


def _ask(plant: Plant, nick: str, good: UUID, wish: UUID | None = None) -> Any:
    body = {"wish": str(wish or uuid7()), "good_id": str(good)}
    return plant.browser(nick).send("POST", "/api/v1/points/own/claims", body)


def _decide(plant: Plant, nick: str, claim: str, to: str, why: str = "") -> Any:
    return plant.browser(nick).send("POST", f"/api/v1/points/claims/{claim}/decide", {"to": to, "why": why})


def _left(plant: Plant, good: UUID) -> int:
    with tenant.company(plant.company.id):
        return Good.objects.get(id=good).stock


def _balance(plant: Plant, nick: str) -> int:
    return int(said(plant.browser(nick).get("/api/v1/points/own"))["balance"])


@pytest.mark.django_db
def test_a_piece_is_asked_for_approved_and_handed_over(plant: Plant) -> None:
    _earned(plant, "li", 12)
    good, wish = _good(plant), uuid7()
    answer = _ask(plant, "li", good, wish)
    assert answer.status_code == 201, answer.content
    assert said(_ask(plant, "li", good, wish))["id"] == said(answer)["id"]
    assert (_left(plant, good), _balance(plant, "li")) == (0, 2)
    claim = said(answer)["id"]
    assert said(_decide(plant, "he", claim, "hand"))["code"] == "claim_step_done"
    assert said(_decide(plant, "he", claim, "approve"))["state"] == "approved"
    assert said(_decide(plant, "qian", claim, "hand"))["state"] == "handed"
    assert said(_decide(plant, "he", claim, "refuse", "晚了"))["code"] == "claim_step_done"
    assert [one["state"] for one in said(plant.browser("li").get("/api/v1/points/own/claims"))] == ["handed"]
    with tenant.company(plant.company.id):
        assert AuditRow.objects.filter(resource="claims").count() == 3


@pytest.mark.django_db
def test_a_refusal_needs_its_reason_and_gives_points_and_piece_back(plant: Plant) -> None:
    _earned(plant, "li", 12)
    good = _good(plant)
    claim = said(_ask(plant, "li", good))["id"]
    assert said(_decide(plant, "he", claim, "refuse"))["code"] == "claim_why_missing"
    assert said(_decide(plant, "he", claim, "refuse", "本月已经领过"))["why"] == "本月已经领过"
    assert (_left(plant, good), _balance(plant, "li")) == (1, 12)


@pytest.mark.django_db
def test_who_asked_may_cancel_and_nobody_else_and_not_after_the_decision(plant: Plant) -> None:
    _earned(plant, "li", 12)
    good = _good(plant)
    claim = said(_ask(plant, "li", good))["id"]
    path = f"/api/v1/points/own/claims/{claim}/cancel"
    assert plant.browser("wang").send("POST", path).status_code == 404
    assert said(plant.browser("li").send("POST", path))["state"] == "cancelled"
    assert said(plant.browser("li").send("POST", path))["code"] == "claim_step_done"
    assert (_left(plant, good), _balance(plant, "li")) == (1, 12)


@pytest.mark.django_db
def test_too_few_points_and_an_empty_shelf_are_told(plant: Plant) -> None:
    good = _good(plant)
    _earned(plant, "li", 9)
    told = said(_ask(plant, "li", good))
    assert told["code"] == "points_short"
    assert "要 10 分，现在可用 9 分" in str(told)
    _earned(plant, "li", 30)
    assert _ask(plant, "li", good).status_code == 201
    assert said(_ask(plant, "li", good))["code"] == "good_gone"
    more = plant.browser("qian").send("POST", f"/api/v1/points/stock/{good}", {"more": 2, "price": 20})
    assert (said(more)["stock"], said(more)["price"]) == (2, 20)
    assert (
        plant.browser("qian").send("POST", f"/api/v1/points/stock/{good}", {"retired": True}).status_code
        == 200
    )
    assert said(_ask(plant, "li", good))["code"] == "good_gone"
    assert said(plant.browser("li").get("/api/v1/points/goods")) == []


@pytest.mark.django_db
def test_nobody_decides_what_he_asked_for_himself(plant: Plant) -> None:
    _earned(plant, "he", 12)
    claim = said(_ask(plant, "he", _good(plant)))["id"]
    for to in ("approve", "refuse", "hand"):
        assert said(_decide(plant, "he", claim, to, "好"))["code"] == "claim_own"
    assert plant.browser("li").get("/api/v1/points/claims").status_code == 403
    assert said(_decide(plant, "qian", claim, "approve"))["state"] == "approved"


def test_many_at_once_never_take_more_than_there_is(committed_db: str) -> None:
    """Two people want the last two pieces three times each at one instant, each with points for two."""
    plant = build("hh.davy.test", "hh", STAFF)
    good = _good(plant, stock=2)
    for nick in ("li", "wang"):
        _earned(plant, nick, 29)

    def one(nick: str) -> str:
        try:
            with tenant.company(plant.company.id):
                person, account = plant.people[nick].id, plant.accounts[nick].id
                claiming.ask(plant.company.id, account, person, str(uuid7()), good)
        except Problem as problem:
            return str(problem)
        finally:
            connection.close()
        return "taken"

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(one, ["li", "wang"] * 3))
    assert answers.count("taken") == 2
    assert _left(plant, good) == 0
    with tenant.company(plant.company.id):
        claims = list(Claim.objects.values_list("person_id", "price"))
    assert len(claims) == 2
    assert min(_balance(plant, "li"), _balance(plant, "wang")) >= 0

"""The approval queue of one person: what waits for him in which order, why he cannot sign, and for whom the
rest waits."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.people.models import Post
from davy.permits.approving import queue_of
from tests.adversarial.scenes import reach

pytestmark = pytest.mark.django_db


def _queue(hands: Hands, who: str) -> dict[str, Any]:
    company = hands.plant.company
    with tenant.company(company):
        return queue_of(company, UUID(hands.plant.person(who)), hands.at or clock.now())


def _hold(hands: Hands, post: str, **who: Any) -> None:
    with tenant.company(hands.plant.company):
        Post.objects.filter(code=post).update(**who)


def test_what_is_not_prepared_waits_for_him_and_says_what_is_missing() -> None:
    hands = reach("submitted")
    [row] = _queue(hands, "zhao")["mine"]
    assert (row["permit"]["id"], row["post"]["code"], row["standing"]) == (
        str(hands.permit), "area_head", "holder",
    )  # fmt: skip
    missing = {reason["missing"]["requirement"]: reason for reason in row["against"]}
    assert set(missing) >= {"aq.jsa.before_sign", "aq.measures.before_sign", "aq.hot.gas.before_sign"}
    assert all(reason["clause"] and reason["missing"]["title"]["zh"] for reason in missing.values())


def test_what_is_prepared_is_only_his_to_sign() -> None:
    hands = reach("submitted")
    journeys.prepare(hands)
    [row] = _queue(hands, "zhao")["mine"]
    assert row["against"] == []
    assert row["conflicts"] == 0
    assert row["since"] < row["due"]
    assert (row["stage"]["number"], row["stage"]["of"]) == (1, len(journeys.state(hands).stages))


def test_whoever_works_on_it_is_told_that_he_may_not_sign_it() -> None:
    hands = reach("submitted")
    journeys.prepare(hands)
    _hold(hands, "area_head", holder_id=UUID(hands.plant.person("li")))
    [row] = _queue(hands, "li")["mine"]
    assert "separation_of_duties" in {reason["code"] for reason in row["against"]}
    assert row["against"][0]["clause"]
    assert row["stuck"]


def test_a_deputy_reads_that_he_stands_in() -> None:
    hands = reach("submitted")
    _hold(hands, "area_head", deputy_id=UUID(hands.plant.person("chu")))
    [row] = _queue(hands, "chu")["mine"]
    assert row["standing"] == "deputy"
    assert {p["id"] for p in row["waits_for"][0]["people"]} == {
        hands.plant.person("zhao"), hands.plant.person("chu"),
    }  # fmt: skip


def test_who_signed_finds_it_with_those_it_waits_for() -> None:
    hands = reach("submitted")
    journeys.prepare(hands)
    stage = journeys.state(hands).stage()
    assert stage is not None
    [mine] = _queue(hands, "zhao")["mine"]
    assert mine["stage"]["id"] == stage.id
    before = _queue(hands, "li")
    assert before["mine"] == []
    [row] = before["others"]
    assert row["involved"]
    assert [p["name"] for p in row["waits_for"][0]["people"]] == ["赵主任"]
    assert not _queue(hands, "sun")["others"][0]["involved"]


def test_one_that_is_handed_over_waits_for_the_other() -> None:
    hands = reach("submitted")
    _hold(hands, "area_head", deputy_id=UUID(hands.plant.person("chu")))
    hands.must("zhao", "transfer_decision", {"to": hands.plant.person("chu"), "reason": "出差"})
    assert _queue(hands, "zhao")["mine"] == []
    assert [p["id"] for p in _queue(hands, "zhao")["others"][0]["waits_for"][0]["people"]] == [
        hands.plant.person("chu")
    ]
    assert len(_queue(hands, "chu")["mine"]) == 1

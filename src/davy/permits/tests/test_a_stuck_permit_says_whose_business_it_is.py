"""A permit that nobody can sign stands on the list with its reason and its owner, and on its own card."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from davy import clock
from davy.building.hands import Hands
from davy.db import tenant
from davy.people.models import Post
from davy.permits.card import card
from davy.permits.waiting import stuck_permits
from tests.adversarial.scenes import reach

pytestmark = pytest.mark.django_db


def _hold(hands: Hands, post: str, **who: Any) -> None:
    with tenant.company(hands.plant.company):
        Post.objects.filter(code=post).update(**who)


def _stuck(hands: Hands) -> list[dict[str, Any]]:
    with tenant.company(hands.plant.company):
        return stuck_permits(hands.plant.company, hands.at or clock.now())


def _card(hands: Hands, who: str) -> dict[str, Any]:
    with tenant.company(hands.plant.company):
        found = card(
            hands.plant.company, hands.permit, UUID(hands.plant.person(who)), hands.at or clock.now()
        )
    assert found is not None
    return found


def test_a_permit_that_somebody_can_sign_is_not_listed() -> None:
    hands = reach("submitted")
    assert _stuck(hands) == []
    assert _card(hands, "zhao")["route"]["stuck"] is None


def test_a_vacant_post_is_named_with_who_must_fill_it() -> None:
    hands = reach("submitted")
    _hold(hands, "area_head", holder_id=None)
    [row] = _stuck(hands)
    assert row["permit"]["id"] == str(hands.permit)
    assert (row["post"]["code"], row["reason"]) == ("area_head", "vacant")
    assert row["owner"]["code"] == "safety_dept"
    assert [p["id"] for p in row["people"]] == [hands.plant.person("zheng")]
    told = _card(hands, "li")["route"]["stuck"]
    assert (told["post"], told["owner"]) == (row["post"], row["owner"])


def test_a_post_held_by_the_crew_alone_is_a_conflict() -> None:
    hands = reach("submitted")
    _hold(hands, "area_head", holder_id=UUID(hands.plant.person("li")))
    [row] = _stuck(hands)
    assert row["reason"] == "conflict"


def test_the_post_above_gets_it_going_again() -> None:
    hands = reach("submitted")
    with tenant.company(hands.plant.company):
        above = Post.objects.get(code="leader").id
    _hold(hands, "area_head", holder_id=None, superior_id=above)
    assert _stuck(hands) == []
    assert [p["id"] for p in _card(hands, "li")["stages"][0]["posts"][0]["holders"]] == [
        hands.plant.person("chen")
    ]


def test_who_decides_is_offered_what_he_may_do_with_it_and_others_are_not() -> None:
    hands = reach("submitted")
    _hold(hands, "area_head", deputy_id=UUID(hands.plant.person("chu")))
    mine = _card(hands, "zhao")["route"]
    assert [p["id"] for p in mine["hand_to"]] == [hands.plant.person("chu")]
    assert {c["code"] for c in mine["add"]} >= {"equipment_dept", "fire"}
    assert mine["back_to"] == []
    other = _card(hands, "li")["route"]
    assert (other["hand_to"], other["add"], other["back_to"]) == ([], [], [])

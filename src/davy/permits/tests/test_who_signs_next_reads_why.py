"""Whoever signs or changes a permit next reads why it came back to him, until somebody has signed it."""

from typing import Any
from uuid import UUID

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.permits.card import card
from tests.adversarial.scenes import reach

pytestmark = pytest.mark.django_db


def _turn(hands: Hands) -> Any:
    assert hands.at is not None
    with tenant.company(hands.plant.company):
        found = card(hands.plant.company, hands.permit, UUID(hands.plant.person("li")), hands.at)
    assert found is not None
    return found["route"]["turn"]


@pytest.mark.parametrize(
    ("who", "kind", "body", "title"),
    [
        ("zhao", "return_to_draft", {}, "退回修改"),
        ("zhao", "add_signer", {"post": "leader"}, "加签"),
        ("li", "recall_to_draft", {}, "撤回修改"),
    ],
)
def test_what_turned_it_is_told_with_its_words(who: str, kind: str, body: dict[str, Any], title: str) -> None:
    hands = reach("submitted")
    assert _turn(hands) is None
    hands.must(who, kind, {**body, "reason": "站位没写清"})
    told = _turn(hands)
    assert (told["title"]["zh"], told["by"]["id"], told["reason"]) == (
        title, hands.plant.person(who), "站位没写清",
    )  # fmt: skip


def test_a_signature_settles_it() -> None:
    hands = reach("submitted")
    journeys.prepare(hands)
    hands.must("zhao", "add_signer", {"post": "leader", "reason": "请先看"})
    journeys.approve(hands)
    assert _turn(hands) is None

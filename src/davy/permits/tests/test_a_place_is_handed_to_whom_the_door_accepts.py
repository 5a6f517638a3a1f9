"""The card of an ended permit offers for hand-over exactly the permits that the door accepts (S6)."""

from collections.abc import Iterator
from typing import Any

import pytest

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import tenant
from davy.permits.card import card

pytestmark = pytest.mark.django_db


def _ended() -> Hands:
    """Work that began and was voided: its place is not clear."""
    hands = Hands(small_plant())
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    hands.must("zhao", "void", {"reason": "现场条件不符"})
    return hands


def _offered(ended: Hands) -> list[dict[str, Any]]:
    with tenant.company(ended.plant.company):
        found = card(ended.plant.company, ended.permit, None, clock.now())
    assert found is not None
    offered: list[dict[str, Any]] = found["hand_over_to"]
    return offered


def _accepts(ended: Hands, other: Hands) -> bool:
    answer = ended.give("feng", "hand_over_place", {"permit": str(other.permit)})
    return bool(answer["verdict"] == "accepted")


def _issued(ended: Hands, **over: Any) -> Hands:
    hands = Hands(ended.plant)
    journeys.draft_hot(hands, **over)
    journeys.prepare(hands)
    journeys.approve(hands)
    return hands


def _life(other: Hands) -> Iterator[tuple[str, bool]]:
    """A second permit at the point from its draft to its end; whether the place may be handed to it."""
    journeys.draft_hot(other)
    yield "submitted", False
    other.must("zhao", "return_to_draft", {"reason": "补充图纸"})
    yield "draft", False
    other.must("li", "submit")
    journeys.prepare(other)
    journeys.approve(other)
    yield "issued", True
    journeys.go_live(other)
    yield "active", True
    other.must("li", "pause", {"cause": "break"})
    yield "paused", True
    other.must("zhao", "void", {"reason": "现场条件不符"})
    yield "voided", False


def test_what_is_offered_is_what_is_accepted_all_its_life_long() -> None:
    ended = _ended()
    other = Hands(ended.plant)
    for state, fits in _life(other):
        assert journeys.state(other).state == state
        assert [row["id"] for row in _offered(ended)] == [str(other.permit)] * fits, state
        assert _accepts(ended, other) == fits, state


def test_a_permit_of_another_point_is_neither_offered_nor_accepted() -> None:
    ended = _ended()
    plant = ended.plant
    place = {"site": str(plant.site), "area": str(plant.area), "point": str(plant.other_point)}
    other = _issued(ended, place=place)
    assert journeys.state(other).state == "issued"
    assert _offered(ended) == []
    assert not _accepts(ended, other)


def test_what_has_yet_to_begin_is_offered_first_and_told_by_number_and_name() -> None:
    ended = _ended()
    first = _issued(ended)
    assert _accepts(ended, first)
    journeys.go_live(first)
    first.must("zhao", "void", {"reason": "现场条件不符"})
    second = _issued(ended)
    offered = _offered(ended)
    assert [row["state"] for row in offered] == ["issued"]
    told = offered[0]
    assert (told["number"], told["responsible"]["name"]) == (journeys.state(second).number, "李工")


def test_nothing_is_offered_by_a_permit_whose_place_is_not_left_open() -> None:
    ended = _ended()
    waiting = _issued(ended)
    with tenant.company(ended.plant.company):
        found = card(ended.plant.company, waiting.permit, None, clock.now())
    assert found is not None
    assert found["hand_over_to"] == []
    assert len(_offered(ended)) == 1

"""A cut that failed is ordered again, under a new id, until it is proven or nobody asks for it any more."""

from __future__ import annotations

from dataclasses import replace

from davy_core.actuation.facts import PermitSeen
from davy_core.actuation.following import looks_at
from davy_core.actuation.tests.place import INSTRUMENTS, PERMIT, RELAY, Place, types


def _failed() -> Place:
    place = Place().in_force()
    place.permits[PERMIT] = PermitSeen("DH-1", on_place=True, causes=("gas",), confirmed=False)
    place.happens("pause", "anomaly")
    place.later(5)
    assert _looked(place) == ["OrderTimedOut", "AlarmRaised"]
    assert _looked(place) == []
    place.later(116)
    return place


def _looked(place: Place) -> list[str]:
    return types(place.give("clock", "look_at_orders"))


def test_it_is_ordered_again_when_it_is_void_and_the_alarm_rings_again() -> None:
    place = _failed()
    first = place.last(RELAY)
    assert _looked(place) == ["OrderRequested"]
    assert place.last(RELAY) != first
    assert _looked(place) == []
    place.later(5)
    assert _looked(place) == ["OrderTimedOut", "AlarmRaised"]
    place.later(116)
    assert _looked(place) == ["OrderRequested"]
    place.later(1)
    assert types(place.shows(RELAY, {"on": "0"})) == ["OrderConfirmed"]
    place.later(600)
    assert _looked(place) == []


def test_a_danger_that_is_over_asks_for_nothing_and_the_clock_looks_no_more() -> None:
    place = _failed()
    place.permits[PERMIT] = PermitSeen("DH-1", on_place=True, inside=2)
    assert _looked(place) == ["OrderLeft"]
    assert _looked(place) == []
    assert place.state is not None
    assert [looks_at(order) for order in place.state.orders] == [None]


def test_what_another_place_has_now_is_left_alone() -> None:
    place = _failed()
    moved = {**INSTRUMENTS, RELAY: replace(INSTRUMENTS[RELAY], elsewhere=True)}
    assert types(place.give("clock", "look_at_orders", instruments=moved)) == ["OrderLeft"]


def test_who_switched_at_the_machine_is_not_fought() -> None:
    place = Place().in_force()
    place.permits[PERMIT] = PermitSeen("DH-1", on_place=True, causes=("gas",))
    place.happens("pause", "anomaly")
    place.later(1)
    place.shows(RELAY, {"on": "0"})
    place.shows(RELAY, {"on": "1"})
    place.later(600)
    assert _looked(place) == []

"""Nothing gives energy back but a person who stands there, for a reason, when nothing is open any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from davy_core.actuation.facts import PermitSeen
from davy_core.actuation.tests.place import FAN, INSTRUMENTS, PERMIT, RELAY, SIREN, Place, codes, types

OWN = frozenset({"responsible"})


def _cut() -> Place:
    place = Place().in_force()
    place.happens("pause", "gas")
    place.happens("alarm", "pause_not_received")
    place.later(1)
    place.shows(RELAY, {"on": "0"})
    return place


def _back(place: Place, who: str = "li", instrument: str = RELAY, **facts: Any) -> list[str]:
    told = {"order": place.last(instrument), "reason": "原因已查明，现场安全"}
    outcome = place.give(who, "restore_effect", told, **facts)
    return codes(outcome) or types(outcome)


def test_the_way_back_is_an_order_of_its_own() -> None:
    place = _cut()
    cut = place.last(RELAY)
    assert _back(place) == ["OrderRequested"]
    assert place.state is not None
    back = place.state.last(RELAY)
    assert back is not None
    assert (back.effect, back.restores) == ("restore_energy", cut)
    assert back.until - back.requested.at == timedelta(seconds=10)
    place.later(1)
    assert types(place.shows(RELAY, {"on": "1"})) == ["OrderConfirmed"]
    assert types(place.shows(RELAY, {"on": "0"})) == []
    assert _back(place) == ["actuation_nothing_to_restore"]


SPEAKS = [
    ({"causes": ("gas",)}, ["actuation_cause_open"]),
    ({"going_on": 1}, ["actuation_cause_open"]),
    ({"confirmed": False}, ["actuation_stop_unconfirmed"]),
    ({"inside": 1}, ["actuation_people_inside"]),
    (
        {"causes": ("gas",), "confirmed": False, "inside": 2},
        ["actuation_cause_open", "actuation_stop_unconfirmed", "actuation_people_inside"],
    ),
]


@pytest.mark.parametrize(("stands", "found"), SPEAKS)
def test_what_is_open_at_the_place_speaks_against_it(stands: dict[str, Any], found: list[str]) -> None:
    place = _cut()
    place.permits["other"] = PermitSeen("DH-2", on_place=True, **stands)
    assert _back(place) == found
    assert _back(place, instrument=FAN) == found
    place.permits["other"] = PermitSeen("DH-2", on_place=False, **stands)
    assert _back(place) == ["OrderRequested"]


def test_a_siren_is_silenced_as_soon_as_the_stop_is_confirmed() -> None:
    place = _cut()
    place.permits[PERMIT] = PermitSeen("DH-1", on_place=True, causes=("gas",), confirmed=False, duties=OWN)
    assert _back(place, instrument=SIREN) == ["actuation_stop_unconfirmed"]
    place.permits[PERMIT] = PermitSeen("DH-1", on_place=True, causes=("gas",), duties=OWN)
    assert _back(place, instrument=SIREN) == ["OrderRequested"]
    assert _back(place) == ["actuation_cause_open"]


def test_it_takes_somebody_of_the_permit_who_is_there_now() -> None:
    place = _cut()
    place.permits[PERMIT] = PermitSeen("DH-1", on_place=True, duties=frozenset({"worker", "guardian"}))
    assert _back(place) == ["actuation_restore_not_yours"]
    place.permits[PERMIT] = PermitSeen("DH-1", on_place=True, duties=OWN)
    assert _back(place, active=False) == ["person_frozen"]
    waited = place.now - timedelta(seconds=11)
    assert _back(place, occurred_at=waited) == ["actuation_restore_waited"]
    for sender in ("driver", "watch", "clock"):
        assert _back(place, sender) == ["actuation_not_yours"]


def test_a_new_cause_after_the_way_back_cuts_again() -> None:
    place = _cut()
    _back(place)
    assert "OrderRequested" in types(place.happens("pause", "gas"))
    assert place.state is not None
    held = place.state.last(RELAY)
    assert held is not None
    assert held.effect == "cut_energy"


def test_a_way_back_that_failed_is_tried_again_by_hand() -> None:
    place = _cut()
    _back(place)
    assert _back(place) == ["actuation_nothing_to_restore"]
    place.later(11)
    assert types(place.give("clock", "look_at_orders")) == ["OrderTimedOut", "AlarmRaised"] * 2
    assert _back(place) == ["OrderRequested"]


def test_what_belongs_to_another_place_meanwhile_is_not_switched_from_here() -> None:
    place = _cut()
    _back(place)
    place.later(11)
    place.give("clock", "look_at_orders")
    relay = INSTRUMENTS[RELAY]
    for now, code in (
        ({RELAY: replace(relay, elsewhere=True)}, "actuation_restore_elsewhere"),
        ({RELAY: replace(relay, site="other")}, "actuation_restore_elsewhere"),
        ({RELAY: replace(relay, retired=True)}, "actuation_restore_gone"),
        ({}, "actuation_restore_gone"),
    ):
        assert _back(place, instruments=now) == [code]
    assert _back(place) == ["OrderRequested"]

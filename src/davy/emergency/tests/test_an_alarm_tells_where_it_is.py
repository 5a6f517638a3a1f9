"""钱焊工 calls for help from inside a tank: whoever answers reads where he is, how exactly, and who else is
there; who was told is called until somebody acknowledges, nobody else is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from davy.alarms import queries as alarms
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import LAT, LON, small_plant
from davy.db import tenant
from davy.emergency import scene

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
HIS = {"lat": LAT + 0.0001, "lon": LON, "accuracy_m": 4.5}


@pytest.fixture
def hands() -> Hands:
    """Live work in a tank with 钱焊工 inside."""
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_confined(hands)
    journeys.get_to_work(hands)
    hands.must("wang", "enter_space", {"person": hands.plant.person("qian")})
    return hands


def _sos(hands: Hands) -> dict[str, Any]:
    with tenant.company(hands.plant.company):
        return next(a for a in alarms.open_for(hands.plant.company, hands.permit) if a["kind"] == "sos")


def _scene(hands: Hands) -> dict[str, Any]:
    with tenant.company(hands.plant.company):
        return scene.of(hands.plant.company, _sos(hands))


def _called(hands: Hands, who: str) -> list[str]:
    with tenant.company(hands.plant.company):
        person = UUID(hands.plant.person(who))
        return [row["kind"] for row in alarms.calling(hands.plant.company, person)]


def test_the_place_the_position_and_who_is_there(hands: Hands) -> None:
    hands.must("qian", "sos", {}, position=HIS)
    told = _scene(hands)
    assert (told["place"]["area"], told["place"]["point"]) == ("甲醇罐区", "V-101 泵基础")
    assert told["place"]["frozen"] is False
    fix = told["fix"]
    assert (round(fix["lat"], 4), round(fix["lon"], 4), fix["accuracy_m"]) == (31.2305, LON, 4.5)
    inside, *beside = told["people"]
    assert (inside["name"], inside["inside"], inside["duty"]) == ("钱焊工", True, "worker")
    assert inside["since"] is not None
    assert sorted(one["name"] for one in beside) == ["李工", "王班"]
    assert told["instrument"] is None


def test_without_a_position_none_is_made_up(hands: Hands) -> None:
    hands.must("qian", "sos", {}, position=None)
    assert _scene(hands)["fix"] is None


def test_a_position_is_told_nowhere_in_the_chain_itself(hands: Hands) -> None:
    from davy.evidence import queries as evidence

    hands.must("qian", "sos", {}, position=HIS)
    with tenant.company(hands.plant.company):
        bodies = [e.body for e in evidence.events(hands.plant.company, "permit", hands.permit)]
    assert not any(b"31.2305" in body for body in bodies)


def test_who_was_told_is_called_until_somebody_acknowledges(hands: Hands) -> None:
    from davy.building.envelopes import envelope
    from davy.clock import now
    from davy.door.execute import execute
    from davy.door.streams import Sender

    hands.must("qian", "sos", {}, position=HIS)
    assert "sos" in _called(hands, "wang")
    assert "sos" in _called(hands, "chu")
    assert _called(hands, "qian") == []  # he knows
    assert _called(hands, "wei") == []
    plant, chu = hands.plant, hands.plant.people["chu"]
    sos = UUID(_sos(hands)["id"])
    sent = envelope(plant.company, sos, "acknowledge_alarm", {}, occurred_at=now(), stream_kind="alarm")
    assert execute(sent, Sender("person", chu.person, chu.account))["verdict"] == "accepted"
    assert "sos" not in _called(hands, "wang")

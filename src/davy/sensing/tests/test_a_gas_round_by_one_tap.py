"""Somebody taps, and the server takes what it has of the instrument: through the door, from readings that
came through the reader."""

import json
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from davy.archive.gas import table
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.clock import now
from davy.db import rows, tenant
from davy.door.strict import MalformedError
from davy.evidence import queries as evidence
from davy.ids import uuid7
from davy.sensing.tests.detector import Detector
from davy.sensing.tests.watching import causes, live, release

pytestmark = pytest.mark.django_db


@pytest.fixture
def hands(time: time_machine.Traveller, settings: Any, tmp_path: Path) -> Hands:
    """Hot work that goes on; from now on people act at the server's time."""
    settings.DATA = tmp_path
    found = live(small_plant("hh", "hh.davy.test", simulated=True))
    found.at = None
    return found


def _tap(hands: Hands, detector: Detector, who: str = "zhou", **over: Any) -> Mapping[str, Any]:
    body = {"instrument": str(detector.id), "point": "representative"}
    return hands.give(who, "take_round", body, **over)


def _rounds(hands: Hands) -> list[Mapping[str, Any]]:
    """The rounds in its chain that the server took."""
    with tenant.company(hands.plant.company):
        events = evidence.events(hands.plant.company, "permit", hands.permit)
    return [e.data for e in events if e.type == "RoundRecorded" and "taken" in e.data]


def test_the_last_reading_becomes_the_round(hands: Hands, time: time_machine.Traveller) -> None:
    detector = Detector(hands.plant, hands)
    detector.tells("3.2")
    time.shift(timedelta(seconds=1))
    taken = now() - timedelta(milliseconds=400)
    detector.tells("0.4", at=taken)
    time.shift(timedelta(seconds=2))
    answer = _tap(hands, detector)
    assert (answer["verdict"], answer["events"]) == ("accepted", ["RoundRecorded"])
    found = journeys.state(hands).rounds[-1]
    assert (found.verdict, found.complete, found.sampled_at) == ("pass", True, taken)
    [reading] = found.readings
    assert (str(reading.value), reading.unit, reading.clock) == ("0.4", "%LEL", "device_synced")
    assert reading.taken is not None
    assert (reading.taken.serial, reading.taken.boot, reading.taken.seq) == ("SN-1", "a", 2)
    with tenant.company(hands.plant.company):
        kept = rows.one(
            "SELECT value::text AS value, verdict FROM permits_gas_reading WHERE round_id = %s", (found.id,)
        )
    assert kept is not None
    assert (kept["value"].rstrip("0"), kept["verdict"]) == ("0.4", "pass")


def test_the_table_of_the_bundle_says_where_it_comes_from(hands: Hands) -> None:
    detector = Detector(hands.plant, hands)
    detector.tells("0.4")
    _tap(hands, detector)
    with tenant.company(hands.plant.company):
        told = [json.loads(e.body) for e in evidence.events(hands.plant.company, "permit", hands.permit)]
    drawn = table(told).decode().splitlines()[-1]
    assert ",0.4,%LEL," in drawn
    assert ",SN-1 a#1,instrument,server," in drawn


def test_the_phone_sends_no_number(hands: Hands) -> None:
    detector = Detector(hands.plant, hands)
    detector.tells("0.4")
    body = {"instrument": str(detector.id), "point": "representative", "readings": []}
    with pytest.raises(MalformedError):
        hands.give("zhou", "take_round", body)
    assert _rounds(hands) == []


def test_what_is_old_or_never_came_is_no_round(hands: Hands, time: time_machine.Traveller) -> None:
    detector = Detector(hands.plant, hands)
    assert _tap(hands, detector)["code"] == "gas_take_silent"
    detector.tells("0.4")
    time.shift(timedelta(seconds=11))
    refused = _tap(hands, detector)
    assert refused["code"] == "gas_take_stale"
    assert refused["reasons"][0]["values"]["seconds"] == 11
    assert _rounds(hands) == []


def test_what_it_told_before_it_was_bound_or_at_another_place_counts_for_nothing(
    hands: Hands, time: time_machine.Traveller
) -> None:
    from davy.sensing.tests.watching import bind

    detector = Detector(hands.plant)
    detector.tells("0.4")
    assert _tap(hands, detector)["code"] == "gas_take_unbound"
    bind(hands, detector.id)
    assert _tap(hands, detector)["code"] == "gas_take_silent"
    time.shift(timedelta(seconds=1))
    detector.tells("0.4")
    assert _tap(hands, detector)["verdict"] == "accepted"
    release(hands, detector.id)
    assert _tap(hands, detector)["code"] == "gas_take_unbound"


def test_one_of_another_company_does_not_exist_here(hands: Hands) -> None:
    other = small_plant("kk", "kk.davy.test", simulated=True)
    theirs = live(other)
    detector = Detector(other, theirs)
    detector.tells("0.4")
    nobody = hands.give("zhou", "take_round", {"instrument": str(uuid7()), "point": "representative"})
    assert _tap(hands, detector)["code"] == nobody["code"] == "gas_take_unknown"


def test_the_same_command_and_the_same_reading_make_one_round(hands: Hands) -> None:
    detector = Detector(hands.plant, hands)
    detector.tells("0.4")
    command = str(uuid7())
    _tap(hands, detector, id=command)
    _tap(hands, detector, id=command)
    assert _tap(hands, detector)["verdict"] == "accepted"
    assert _tap(hands, detector, "wang")["code"] == "gas_take_taken"
    assert len(_rounds(hands)) == 1


def test_a_missing_channel_is_not_filled_in_from_before(hands: Hands, time: time_machine.Traveller) -> None:
    detector = Detector(hands.plant, hands)
    detector.tells("0.4")
    time.shift(timedelta(seconds=1))
    detector.tells(None)
    assert _tap(hands, detector)["code"] == "gas_take_channel_missing"


def test_a_line_that_stands_still_proves_nothing(hands: Hands, time: time_machine.Traveller) -> None:
    """Ten minutes of the very same 0.4: the watch says flat, and the round is unknown (S4)."""
    detector = Detector(hands.plant, hands)
    for _ in range(63):
        detector.tells("0.4")
        time.shift(timedelta(seconds=10))
    detector.tells("0.4")
    assert _tap(hands, detector)["verdict"] == "accepted"
    found = journeys.state(hands).rounds[-1]
    assert (found.verdict, found.readings[0].reason) == ("unknown", "gas_sensor_flat")


def test_a_breach_pauses_by_the_watch_and_stands_as_a_round_by_the_tap(hands: Hands) -> None:
    detector = Detector(hands.plant, hands)
    detector.tells("8.4")
    assert causes(hands) == ("paused", ["gas"])
    answer = _tap(hands, detector)
    assert answer["verdict"] == "accepted"
    assert _rounds(hands)[-1]["verdict"] == "fail"
    assert causes(hands) == ("paused", ["gas"])


def test_its_calibration_runs_out(hands: Hands, time: time_machine.Traveller) -> None:
    detector = Detector(hands.plant, hands)
    time.shift(timedelta(hours=25))
    detector.tells("0.4")
    assert _tap(hands, detector)["code"] == "instrument_bump_due"
    detector.tells("8.4")
    assert _rounds(hands) == []
    assert _tap(hands, detector)["verdict"] == "accepted"
    assert _rounds(hands)[-1]["doubts"] == ["instrument_bump_due"]

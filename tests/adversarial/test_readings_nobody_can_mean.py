"""Gas readings no honest meter shows: each refused with its code, none stored, bad news never refused."""

from datetime import timedelta
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.db import rows, tenant
from davy_core.instants import iso
from tests.adversarial.scenes import later, reach, reading

pytestmark = pytest.mark.django_db

VALUES: dict[str, tuple[dict[str, str], str]] = {
    "NaN": ({"value": "NaN", "unit": "%vol"}, "gas_value_not_a_number"),
    "infinity": ({"value": "Infinity", "unit": "ppm"}, "gas_value_not_a_number"),
    "an exponent": ({"value": "1e-3", "unit": "%vol"}, "gas_value_not_a_number"),
    "a comma": ({"value": "0,1", "unit": "%vol"}, "gas_value_not_a_number"),
    "nothing": ({"value": "", "unit": "%vol"}, "gas_value_not_a_number"),
    "Arabic digits": ({"value": "٠.١", "unit": "%vol"}, "gas_value_not_a_number"),
    "hexadecimal": ({"value": "0x10", "unit": "ppm"}, "gas_value_not_a_number"),
    "less than nothing": ({"value": "-0.1", "unit": "%vol"}, "gas_value_negative"),
    "more than the whole air": ({"value": "100.1", "unit": "%vol"}, "gas_value_out_of_range"),
    "more than the whole air in ppm": ({"value": "1000001", "unit": "ppm"}, "gas_value_out_of_range"),
    "seven places": ({"value": "0.1234567", "unit": "%vol"}, "gas_value_too_precise"),
}


def _stored(hands: Hands) -> int:
    with tenant.company(hands.plant.company):
        found = rows.one("SELECT count(*) AS n FROM permits_gas_reading")
    return int(found["n"]) if found else -1


def _give(hands: Hands, *readings: dict[str, Any], who: str = "zhou", **over: Any) -> Any:
    return hands.give(who, "record_round", {"readings": list(readings)}, **over)


@pytest.fixture
def hands() -> Hands:
    return reach("submitted")


@pytest.mark.parametrize("name", VALUES)
def test_a_value_that_is_none_is_refused(name: str, hands: Hands) -> None:
    value, code = VALUES[name]
    answer = _give(hands, reading(hands, value=value))
    assert (answer["verdict"], answer["code"]) == ("refused", code)
    assert _stored(hands) == 0


def test_one_wrong_reading_keeps_the_whole_round_out_and_every_fault_is_told(hands: Hands) -> None:
    wrong = reading(hands, value={"value": "-1", "unit": "%vol"})
    unknown = reading(hands, substance="unobtainium")
    answer = _give(hands, reading(hands), wrong, unknown)
    assert {r["code"] for r in answer["reasons"]} == {"gas_value_negative", "gas_substance_unknown"}
    assert _stored(hands) == 0
    assert journeys.state(hands).rounds == ()


def test_oxygen_in_anything_but_percent_is_refused(hands: Hands) -> None:
    for unit in ("%LEL", "ppm", "mg/m3"):
        answer = _give(hands, reading(hands, substance="oxygen", value={"value": "20.9", "unit": unit}))
        assert answer["code"] == "gas_unit_wrong_for_substance", unit


def test_a_reading_from_the_future_is_refused(hands: Hands) -> None:
    assert hands.at is not None
    ahead = iso(hands.at + timedelta(seconds=61))
    assert _give(hands, reading(hands, sampled_at=ahead))["code"] == "gas_reading_in_future"
    assert _stored(hands) == 0


def test_a_clock_a_minute_ahead_is_borne(hands: Hands) -> None:
    assert hands.at is not None
    ahead = iso(hands.at + timedelta(seconds=60))
    assert _give(hands, reading(hands, sampled_at=ahead))["verdict"] == "accepted"


def test_a_reading_older_than_the_last_at_its_point_is_refused(hands: Hands) -> None:
    assert hands.at is not None
    later(hands, minutes=10)
    journeys.gas_round(hands)
    before = iso(hands.at - timedelta(seconds=1))
    answer = _give(hands, reading(hands, sampled_at=before))
    assert answer["code"] == "gas_reading_older_than_last"
    assert _stored(hands) == 1


def test_a_reading_of_yesterday_is_kept_and_opens_no_gate(hands: Hands) -> None:
    assert hands.at is not None
    journeys.prepare(hands)
    later(hands, hours=3)
    journeys.approve(hands)
    with pytest.raises(AssertionError, match=r"hot\.gas\.before_start"):
        journeys.go_live(hands)


def test_a_clock_that_nobody_set_fails_a_gate_and_never_passes_one(hands: Hands) -> None:
    answer = _give(hands, reading(hands), clock="device_free")
    assert answer["verdict"] == "accepted"
    first = journeys.state(hands).rounds[0]
    assert (first.verdict, first.readings[0].reason) == ("unknown", "gas_clock_not_trusted")
    later(hands, minutes=1)
    _give(hands, reading(hands, "5"), clock="device_free")
    assert journeys.state(hands).rounds[-1].verdict == "fail"


def test_a_failing_reading_of_an_untrusted_clock_stops_live_work() -> None:
    hands = reach("active")
    later(hands, minutes=1)
    answer = _give(hands, reading(hands, "5"), who="wang", clock="device_free", position=None, base_version=0)
    assert answer["verdict"] == "accepted"
    assert journeys.state(hands).state == "paused"


def test_a_point_outside_the_plan_can_fail_the_round_and_never_pass_it(hands: Hands) -> None:
    _give(hands, reading(hands, point="somewhere"))
    permit = journeys.state(hands)
    assert not permit.rounds[0].complete
    later(hands, minutes=1)
    _give(hands, reading(hands), reading(hands, "5", point="somewhere"))
    assert journeys.state(hands).rounds[-1].verdict == "fail"


def test_a_whole_round_is_closed_and_never_edited(hands: Hands) -> None:
    first = _give(hands, reading(hands, "5"))
    assert first["verdict"] == "accepted"
    round_id = journeys.state(hands).rounds[0].id
    later(hands, minutes=1)
    answer = hands.give("zhou", "record_round", {"readings": [reading(hands)], "round": round_id})
    assert answer["code"] == "round_unknown"
    assert [r.verdict for r in journeys.state(hands).rounds] == ["fail"]


def test_bad_news_in_a_wrong_round_is_recorded_all_the_same(hands: Hands) -> None:
    wrong = reading(hands, substance="unobtainium")
    answer = _give(hands, wrong, reading(hands, "5"))
    assert answer["verdict"] == "accepted"
    assert [r.verdict for r in journeys.state(hands).rounds] == ["fail"]
    assert _stored(hands) == 1


def test_more_gas_than_the_whole_air_is_bad_news_too(hands: Hands) -> None:
    answer = _give(hands, reading(hands, value={"value": "99999999", "unit": "mg/m3"}))
    assert answer["verdict"] == "accepted"
    assert [r.verdict for r in journeys.state(hands).rounds] == ["fail"]


def test_nobody_continues_the_round_of_another(hands: Hands) -> None:
    hands.must("li", "assign", {"duty": "analyst", "person": hands.plant.person("wu")})
    journeys.gas_round(hands)
    round_id = journeys.state(hands).rounds[0].id
    later(hands, minutes=1)
    answer = hands.give("wu", "record_round", {"readings": [reading(hands)], "round": round_id})
    assert answer["code"] == "round_unknown"

"""What each scenario looks like on the wire: values, clocks, links, and that calm stays below every limit."""

import json
from datetime import datetime
from decimal import Decimal
from functools import cache

import pytest

from davy.sensing.adapters import frame
from davy.simulator.scenario import load, scenarios
from davy.simulator.tests.test_one_seed_plays_the_same_bytes import BEGIN, plant, played, steps
from davy.simulator.world import World

HOUR = 3600


@cache
def values(name: str, channel: str, seconds: float = 240, seed: int = 7) -> list[float]:
    told = (json.loads(s.payload) for s in played(name, seed, seconds) if s.kind == "tell")
    return [one[channel] for one in told if channel in one]


def test_a_calm_hour_comes_near_no_limit_and_no_value_stands_still() -> None:
    told = [(s.topic, json.loads(s.payload)) for s in played("calm", 7, HOUR)]

    def shown(channel: str) -> list[float]:
        return [one[channel] for _, one in told if channel in one]

    assert max(shown("lel")) <= 1
    assert 20.5 <= min(shown("o2")) <= max(shown("o2")) <= 21
    assert max(shown("co")) <= 4
    assert max(shown("h2s")) <= 0.5
    assert max(shown("still")) < 120
    assert not any(shown("fall"))
    one = [values["lel"] for topic, values in told if topic.endswith("G1-0")]
    assert min(len(set(one[n : n + 590])) for n in range(0, len(one) - 590, 100)) > 1


def test_gas_rises_above_what_stops_work_and_comes_back() -> None:
    assert max(values("leak", "lel")) > 30
    assert max(values("leak", "lel", 400)[-14:]) < 5
    assert min(values("oxygen", "o2")) < 17.5
    assert max(values("man_down", "fall", 100)) == 1
    assert max(values("man_down", "still", 400)) > 200


def test_calm_ends_a_leak_that_goes_on() -> None:
    world = World(plant(), 7, BEGIN)
    leaks = world.begin(scenarios()["leak"], 0, ["G1-0"])
    for _ in range(600):
        world.next()
    assert world.begin(scenarios()["calm"], world.next_ms(), ["G1-0"]) == leaks == ["G1-0"]
    after = [json.loads(s.payload) for _ in range(50) if (s := world.next()) and s.topic.endswith("G1-0")]
    assert max(one["lel"] for one in after) < 1


def test_a_link_that_is_cut_is_mended() -> None:
    kinds = [(s.kind, s.at_ms) for s in played("outage", 7) if s.kind != "tell"]
    assert kinds == [("cut", 20_000), ("mended", 140_000)]


def test_a_clock_drifts_by_what_the_scenario_says() -> None:
    off = []
    for step in played("drift", 7, 100):
        own = datetime.fromisoformat(json.loads(step.payload)["at"]).timestamp() * 1000
        off.append(own - BEGIN - step.at_ms)
    assert min(off) < -41_900
    assert max(off) > 1_500


def test_a_flood_tells_forty_times_as_often() -> None:
    calm, flood = len(played("calm", 7, 40)), len(played("flood", 7, 40))
    assert 20 * calm < flood < 45 * calm


def test_a_frame_is_what_its_reader_reads() -> None:
    from davy.instruments.kinds import kinds

    world = World(plant("frame"), 7, BEGIN)
    one = next(s for s in steps(world, "calm", 10) if s.topic.endswith("G1-0"))
    told = frame.read(one.payload, kinds()["multi_gas"])
    assert told.seq == 1
    assert Decimal("20.5") < told.values["o2"] < Decimal(21)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"do": "dance", "at_s": 1, "whom": "gas"}, "scenario 'x': nobody can do 'dance'"),
        ({"do": "curve", "at_s": 1, "whom": "gas"}, r"scenario 'x': curve needs \['channel', 'to'\]"),
        ({"do": "silent", "at_s": 1, "whom": "gas", "loud": 1}, r"scenario 'x': \['loud'\] is not known"),
    ],
)
def test_faulty_data_is_refused_with_its_place(told: dict[str, object], why: str) -> None:
    row = {"id": "x", "lasts_s": 1, "zh": "x", "en": "x", "acts": [told]}
    with pytest.raises(ValueError, match=why):
        load({"scenarios": [row]})


def test_every_scenario_has_a_name_in_both_languages() -> None:
    assert len(scenarios()) >= 12
    assert all(one.zh and one.en and one.lasts_s > 0 for one in scenarios().values())

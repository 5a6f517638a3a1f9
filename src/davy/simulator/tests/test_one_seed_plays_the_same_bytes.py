"""The same seed and the same beginning give the same bytes, message by message; another seed others."""

import json
from collections.abc import Iterator

import pytest

from davy.simulator.plant import Gateway, Instrument, Plant
from davy.simulator.scenario import scenarios
from davy.simulator.world import NobodyError, Step, World

BEGIN = 1_795_000_000_000
FIRST, SECOND = (
    f'{{"id": "{n}", "effect": "start_ventilation",'
    ' "at": "2026-11-23T00:00:00Z", "until": "2099-01-01T00:00:00Z"}'.encode()
    for n in (1, 2)
)
KINDS = ("multi_gas", "fixed_gas", "helmet", "rope_hook", "fan", "thermal_camera", "weather_station")


def plant(adapter: str = "plain") -> Plant:
    def gateway(n: int) -> Gateway:
        fleet = tuple(Instrument(f"G{n}-{i}", kind, 31.0, 121.0) for i, kind in enumerate(KINDS))
        return Gateway(f"g{n}@hh", "x", f"davy/up/hh/S1/g{n}", f"davy/down/hh/g{n}", adapter, fleet)

    return Plant((gateway(1), gateway(2)))


def played(name: str, seed: int, seconds: float = 240) -> list[Step]:
    return list(steps(World(plant(), seed, BEGIN), name, seconds))


def steps(world: World, name: str, seconds: float) -> Iterator[Step]:
    world.begin(scenarios()[name], 0)
    while world.next_ms() < seconds * 1000:
        step = world.next()
        if step is not None:
            yield step


@pytest.mark.parametrize("name", scenarios())
def test_the_same_seed_gives_the_same_bytes(name: str) -> None:
    first = played(name, 7, 90)
    assert first == played(name, 7, 90)
    assert first != played(name, 8, 90)
    assert len(first) > 300


@pytest.mark.parametrize("name", [name for name in scenarios() if name != "calm"])
def test_every_scenario_is_another_story_than_a_calm_shift(name: str) -> None:
    world = World(plant(), 7, BEGIN)
    world.order(FIRST, "G1-4", 0)
    calm = World(plant(), 7, BEGIN)
    calm.order(FIRST, "G1-4", 0)
    calm.order(SECOND, "G2-4", 0)
    world.order(SECOND, "G2-4", 0)
    assert list(steps(world, name, 240)) != list(steps(calm, "calm", 240))


def test_a_plant_without_anybody_to_play_it_says_so() -> None:
    alone = Gateway("g@hh", "x", "up", "down", "plain", (Instrument("A", "multi_gas"),))
    with pytest.raises(NobodyError, match="man_down: this plant has no helmet"):
        World(Plant((alone,)), 1, BEGIN).begin(scenarios()["man_down"], 0)
    odd = Gateway("g@hh", "x", "up", "down", "plain", (Instrument("A", "ozone"),))
    with pytest.raises(NobodyError, match="A: there is no kind ozone"):
        World(Plant((odd,)), 1, BEGIN)


def test_numbers_count_on_through_a_replay_and_out_of_order() -> None:
    for name in ("replay", "reordered"):
        told = [s for s in played(name, 3, 110) if s.topic.endswith("G1-0")]
        numbers = [json.loads(step.payload)["seq"] for step in told]
        assert numbers != sorted(set(numbers)), name
        assert set(numbers) == set(range(1, max(numbers) + 1)), name

"""A fan, a siren, a relay and a gate answer orders by what they read afterwards: once, in their time, or not
at all when they are stuck."""

import json

from davy.simulator.plant import Gateway, Instrument, Plant
from davy.simulator.scenario import scenarios
from davy.simulator.world import World

FLEET = {"FAN": "fan", "HORN": "beacon", "RELAY": "cutoff_relay", "GATE": "gate", "M": "multi_gas"}


def world() -> World:
    fleet = tuple(Instrument(serial, kind) for serial, kind in FLEET.items())
    return World(Plant((Gateway("g@hh", "x", "up", "down", "plain", fleet),)), 1, 0)


def order(number: str, effect: str, until: str = "1970-01-01T00:01:00.000Z", at: int = 0) -> bytes:
    told = {"id": number, "effect": effect, "at": f"1970-01-01T00:00:{at:02d}.000Z", "until": until}
    return json.dumps(told).encode()


def shown(one: World, serial: str, until_ms: int) -> list[dict[str, object]]:
    found = []
    while one.next_ms() <= until_ms:
        step = one.next()
        if step is not None and step.topic.endswith(f"/{serial}"):
            found.append(json.loads(step.payload))
    return found


def test_each_kind_shows_what_it_was_told() -> None:
    wanted = {
        "FAN": ("start_ventilation", "running", 1),
        "HORN": ("sound_siren", "sounding", 1),
        "RELAY": ("cut_energy", "on", 0),
        "GATE": ("close_entry", "open", 0),
    }
    for serial, (effect, channel, value) in wanted.items():
        one = world()
        before = shown(one, serial, 40_000)[-1]
        one.order(order("1", effect), serial, 40_000)
        assert before[channel] != value
        assert shown(one, serial, 42_500)[-1][channel] == value


def test_an_order_told_twice_is_done_once_and_a_strange_one_not_at_all() -> None:
    one = world()
    one.order(order("1", "start_ventilation"), "FAN", 0)
    assert shown(one, "FAN", 9_000)[-1]["running"] == 1
    one.order(order("2", "stop_ventilation"), "FAN", 9_000)
    one.order(order("1", "start_ventilation"), "FAN", 9_000)
    one.order(order("3", "fly"), "FAN", 9_000)
    one.order(b"no json", "FAN", 9_000)
    one.order(order("4", "sound_siren"), "M", 9_000)
    one.order(order("5", "siren"), "NOBODY", 9_000)
    assert shown(one, "FAN", 20_000)[-1]["running"] == 0


def test_one_that_is_stuck_does_nothing() -> None:
    one = world()
    one.begin(scenarios()["stuck"], 0, ["FAN"])
    one.order(order("1", "start_ventilation"), "FAN", 1_000)
    assert {told["running"] for told in shown(one, "FAN", 20_000)} == {0}


def test_every_effect_that_davy_orders_is_known_to_its_kind() -> None:
    from importlib import resources

    import yaml

    from davy.simulator.scenario import actuators

    text = resources.files("davy_law").joinpath("actuation", "effects.yaml").read_text(encoding="utf-8")
    effects = yaml.safe_load(text)["effects"]
    for kind, (_, known) in actuators().items():
        ordered = {code for code, row in effects.items() if kind in row["kinds"]}
        assert set(known) == ordered, kind


def test_an_order_that_comes_after_its_time_is_not_done() -> None:
    one = world()
    one.order(order("1", "start_ventilation", "1970-01-01T00:00:05.000Z"), "FAN", 5_001)
    assert {told["running"] for told in shown(one, "FAN", 20_000)} == {0}


def test_a_way_back_that_comes_behind_a_later_cut_is_not_done() -> None:
    one = world()
    one.order(order("2", "cut_energy", at=5), "RELAY", 6_000)
    one.order(order("1", "restore_energy", at=4), "RELAY", 6_100)
    assert shown(one, "RELAY", 20_000)[-1]["on"] == 0
    one.order(order("3", "restore_energy", at=19), "RELAY", 20_000)
    assert shown(one, "RELAY", 30_000)[-1]["on"] == 1

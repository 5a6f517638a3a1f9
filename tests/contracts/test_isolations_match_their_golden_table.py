"""isolations.yaml and its hand-written golden table say the same; so do events and their shapes."""

from itertools import product
from typing import Any

import pytest

from davy.door.strict import check, document, validator
from davy_core.isolations.apply import STEPS
from davy_core.isolations.book import IsolationBook
from davy_core.isolations.decide import HANDLERS
from davy_core.isolations.tests.station import PIPE, PUMP, Station, at_rest, permit, read
from davy_core.outcome import RECORDED_WHEN_REFUSED

LIFE, GOLDEN = read("lifecycle", "isolations.yaml"), read("lifecycle", "golden-isolations.yaml")
COMMANDS = LIFE["commands"]
STATES = ("none", *LIFE["states"])
TYPES = frozenset({"IsolationPlanned", "AttemptRefused", *STEPS})


def _differences(commands: dict[str, Any]) -> list[tuple[str, ...]]:
    book = IsolationBook.load(read("isolations.yaml"), {**LIFE, "commands": commands})
    cells = [
        (state, command, duty)
        for state, command, duty in product(STATES, commands, LIFE["duties"])
        if book.rules[command].allows(state, duty) != (duty in GOLDEN.get(state, {}).get(command, {}))
    ]
    points = [
        ("point", command, point)
        for command, point in product(commands, LIFE["points"])
        if (point in book.rules[command].points) != (point in GOLDEN["points"].get(command, {}))
    ]
    return [*cells, *points]


def test_every_cell_is_the_same_and_names_its_clause() -> None:
    assert _differences(COMMANDS) == []
    told = [why for rows in GOLDEN.values() for cells in rows.values() for why in cells.values()]
    assert len(told) > 50
    assert all(why.startswith(("GB 30871", "S")) for why in told)


@pytest.mark.parametrize("command", COMMANDS)
def test_flipping_any_cell_of_a_command_is_seen(command: str) -> None:
    row = COMMANDS[command]
    flips = [("from", s) for s in STATES] + [("duties", d) for d in LIFE["duties"]]
    flips += [("points", p) for p in LIFE["points"]]
    for key, value in flips:
        flipped = sorted({*row.get(key, ())} ^ {value})
        if key != "points" and not flipped:
            continue  # a command nobody may ever give is refused by the loader
        assert _differences({**COMMANDS, command: {**row, key: flipped}}), (key, value)


def test_commands_bodies_handlers_and_events_are_the_same_everywhere() -> None:
    bodies = {name for name in document("commands-isolation.json")["$defs"] if not name.startswith("_")}
    assert bodies == set(COMMANDS) == {"plan_isolation", *HANDLERS}
    shapes = {name for name in document("events-isolation.json")["$defs"] if not name.startswith("_")}
    assert shapes == TYPES
    assert set(read("lifecycle", "events.yaml")) >= TYPES
    assert {"AttemptRefused"} <= RECORDED_WHEN_REFUSED


def _lives() -> Station:
    """Everything that can happen to an isolation, in one life."""
    station = Station().plan()
    more = {"point": {"kind": "valve", "name": "阀", "hazardous": True, "line": "P-7", "medium": "steam"}}
    station.must("feng", "add_point", more)
    station.must("feng", "drop_point", {"point": "p3"})
    station.must("feng", "name_people", {"isolators": ["wu"], "verifiers": ["he"]})
    station.must("wu", "begin_blind", {"point": "p1"})
    station.must("wu", "abandon_blind", {"point": "p1", "reason": "等工具"})
    station.refused("sun", "end_test")
    station.isolate()
    station.must("li", "rely", {"permit": PUMP})
    station.must("qian", "hang_lock", {"number": "Q1", "kind": "personal", "point": "p1"})
    station.must("feng", "request_force", {"number": "Q1", "lost": True, "reason": "钥匙丢了"})
    station.must("zheng", "confirm_force", {"number": "Q1", "reason": "已查"})
    station.permits[PUMP] = at_rest(permit(), station.now)
    station.must("wang", "count_out", {"permit": PUMP, "people": 3})
    station.must("feng", "start_test", {"points": ["p2"], "reason": "点动"})
    station.must("feng", "end_test")
    station.apply("p2")
    station.verify("p2")
    station.must("sun", "doubt_point", {"point": "p2", "reason": "牌掉了"})
    station.permits[PUMP] = permit(state="finished")
    station.must("li", "release", {"permit": PUMP, "to": PIPE})
    station.permits[PIPE] = permit(PIPE, state="finished")
    station.must("li", "release", {"permit": PIPE})
    station.unlock()
    station.restore("p1")
    other = Station().plan()
    other.must("feng", "cancel_isolation", {"reason": "不做了"})
    station.history += other.history
    return station


def test_every_event_happens_in_a_life_and_has_its_shape() -> None:
    history = _lives().history
    assert {event.type for event in history} == TYPES
    uuids = {p: f"01a1ffd7-0000-7000-8000-0000000001{n:02d}" for n, p in enumerate(Station().people)}
    for event in history:
        check(validator("events-isolation.json", event.type), _with_ids(event.data, uuids))


def _with_ids(value: Any, ids: dict[str, str]) -> Any:
    """The station calls people by their names; the chain by their ids."""
    if isinstance(value, dict):
        return {k: _with_ids(v, ids) for k, v in value.items()}
    if isinstance(value, list):
        return [_with_ids(v, ids) for v in value]
    return ids.get(value, value) if isinstance(value, str) else value


def test_names_and_free_words_are_never_in_the_chain_itself() -> None:
    for event in _lives().history:
        assert not {"title", "name", "reason"} & set(event.data)

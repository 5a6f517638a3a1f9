"""Where a site asks for it, the start waits for a curve; it asks for more and stands in for nothing."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from davy_core.instruments.last import InstrumentSeen, LastReading
from davy_core.outcome import Accepted, Refused
from davy_core.permits.rulebook import Rulebook
from davy_core.permits.tests.book import read, rulebook
from davy_core.permits.tests.detector import GOOD, bound, seen
from davy_core.permits.tests.instrument import METER
from davy_core.permits.tests.instrument import told as tells
from davy_core.permits.tests.walk import SCAN, step, walk
from davy_core.permits.tests.world import World
from davy_core.rules.overlay import load_overlay

S = timedelta(seconds=1)
M = 60 * S


def _asking() -> Rulebook:
    overlay = load_overlay(read("rulepacks/overlays/curve_hot.yaml"))
    book = rulebook("hot")
    return replace(book, requirements=(*book.requirements, *overlay.additions))


def _told(at: datetime, number: int, **over: str) -> LastReading:
    channels = {**GOOD, **{k: v for k, v in over.items() if k in GOOD}}
    return LastReading("a", number, at, at, over.get("clock", "server"), channels)


def _curve(
    world: World, minutes: float, every: timedelta = 10 * S, until: timedelta = 2 * S
) -> list[LastReading]:
    """Good air for so many minutes, up to `until` before now."""
    end = world.now - until
    count = int(minutes * M / every)
    return [_told(end - n * every, count - n) for n in range(count, -1, -1)]


def _ready() -> World:
    """All there is to the start, the round of a minute ago included."""
    world = walk(World(type="hot"), "issued")
    world.later(minutes=50)
    world.must("zhou", "record_round", {"readings": world.readings()})
    while (found := step(world)) is not None and found[1] != "start":
        world.must(*found)
    return world


def _start(world: World, *curves: list[LastReading], book: Rulebook | None = None) -> list[str]:
    """What stands in the way of the start, with these curves of one instrument each."""
    serving = [
        replace(seen(world, bound(world, meter=f"{METER[:-1]}{n}")), told=tuple(one))
        for n, one in enumerate(curves)
    ]
    return _starting(world, serving, book)


def _starting(world: World, serving: list[InstrumentSeen], book: Rulebook | None = None) -> list[str]:
    outcome = world.copy().give("li", "start", SCAN, rulebook=book or _asking(), serving=tuple(serving))
    if isinstance(outcome, Accepted):
        return []
    assert isinstance(outcome, Refused)
    return [str(r.missing["requirement"]) if r.missing else r.code for r in outcome.reasons]


HELD = ["site.hot.gas.curve"]


def test_where_nobody_asks_no_curve_is_needed() -> None:
    world = _ready()
    assert _start(world, book=rulebook("hot")) == []


def test_thirty_minutes_without_a_gap_let_it_start() -> None:
    world = _ready()
    assert _start(world, _curve(world, 31)) == []
    assert _start(world, _curve(world, 29)) == HELD
    assert _start(world) == HELD


def test_it_is_said_how_many_minutes_are_left() -> None:
    world = _ready()
    one = replace(seen(world), told=tuple(_curve(world, 18)))
    outcome = world.copy().give("li", "start", SCAN, rulebook=_asking(), serving=(one,))
    assert isinstance(outcome, Refused)
    [missing] = [r.missing for r in outcome.reasons if r.missing]
    assert missing["remedy"] == "gas_curve"
    assert missing["evidence"]["gas.curve_left_min"] == 12  # type: ignore[index]  # a mapping of plain values


def test_a_gap_begins_it_anew() -> None:
    world = _ready()
    curve = _curve(world, 40)
    hole = [r for r in curve if not timedelta() < world.now - r.taken_at - 10 * M < 61 * S]
    assert _start(world, hole) == HELD
    short = [r for r in curve if not timedelta() < world.now - r.taken_at - 10 * M < 40 * S]
    assert _start(world, short) == []


def test_a_breach_begins_it_anew_whatever_its_clock() -> None:
    world = _ready()
    curve = _curve(world, 40)
    for clock in ("server", "device_free"):
        over = _told(curve[-20].taken_at + S, 999, lel="8.4", clock=clock)
        assert _start(world, [*curve[:-19], over, *curve[-19:]]) == HELD


@pytest.mark.parametrize("over", [{"clock": "device_free"}, {"fault": "1"}])
def test_what_is_doubtful_tells_nothing(over: dict[str, str]) -> None:
    world = _ready()
    assert _start(world, [_told(r.taken_at, r.seq, **over) for r in _curve(world, 40)]) == HELD


def test_one_that_stopped_telling_holds_the_start() -> None:
    world = _ready()
    assert _start(world, _curve(world, 40, until=61 * S)) == HELD


def test_every_bound_instrument_must_have_told() -> None:
    world = _ready()
    assert _start(world, _curve(world, 40), _curve(world, 40)) == []
    assert _start(world, _curve(world, 40), _curve(world, 5)) == HELD
    assert _start(world, _curve(world, 40), []) == HELD


def test_out_of_calibration_or_flat_it_is_no_curve() -> None:
    world = _ready()
    unfit = replace(bound(world), bump_passed=False)
    assert _starting(world, [replace(seen(world, unfit), told=tuple(_curve(world, 40)))]) == HELD
    nothing: dict[str, Any] = dict.fromkeys(("pause", "value", "limit", "side"))
    world.must("watch", "heed_episode", tells(world.now, rule="flat", alarm="sensor_unknown", **nothing))
    assert _starting(world, [replace(seen(world), told=tuple(_curve(world, 40)))]) == HELD


def test_it_stands_in_for_no_round() -> None:
    world = _ready()
    world.later(minutes=31)
    held = _start(world, _curve(world, 60))
    assert "hot.gas.before_start" in held
    assert HELD[0] not in held


def test_a_silence_within_the_gap_is_none_and_readings_that_nobody_judges_are_no_curve() -> None:
    world = _ready()
    nothing = dict.fromkeys(("pause", "value", "limit", "side"))
    lapsed: dict[str, Any] = {"rule": "gap", "alarm": "sensor_unknown", **nothing}
    one = [replace(seen(world), told=tuple(_curve(world, 40)))]
    world.must("watch", "heed_episode", tells(world.now, episode="e1", reason="silent", **lapsed))
    assert _starting(world, one) == []
    world.must("watch", "heed_episode", tells(world.now, episode="e2", reason="unjudged", **lapsed))
    assert _starting(world, one) == HELD

"""One tap takes the server's last reading of a bound instrument into the round (GB 30871-2022 4.12, S4)."""

from datetime import timedelta
from typing import Any

from davy_core.outcome import Accepted
from davy_core.permits.parts import Round
from davy_core.permits.tests.detector import bound, recorded, rows, seen, tap
from davy_core.permits.tests.instrument import METER
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World


def _waiting(kind: str = "hot") -> World:
    """Issued; the round of the morning is too old to start on."""
    world = walk(World(type=kind), "issued")
    world.later(minutes=40)
    return world


def _is(row: dict[str, Any], substance: str, unit: str) -> bool:
    return bool(row["substance"] == substance and row["value"]["unit"] == unit)


def _last(world: World) -> Round:
    assert world.permit is not None
    return world.permit.rounds[-1]


def test_the_reading_becomes_the_round_with_where_it_comes_from() -> None:
    world = _waiting()
    outcome = tap(world, one=seen(world))
    assert isinstance(outcome, Accepted)
    [event] = recorded(world)
    [row] = rows(event)
    assert row["substance"] == "methanol"  # of oxygen and carbon monoxide this permit asks nothing
    assert row["value"] == {"value": "0.4", "unit": "%LEL"}
    assert (row["source"], row["instrument"], row["clock"]) == ("instrument", "SN-1 a#17", "device_synced")
    assert event.data["taken"] == {
        "instrument": METER,
        "serial": "SN-1",
        "boot": "a",
        "seq": 17,
        "received_at": "2026-11-23T01:09:58.000Z",
        "calibrated_until": "2027-03-03T01:10:00.000Z",
        "bumped_at": "2026-11-23T00:10:00.000Z",
    }
    found = _last(world)
    assert (found.verdict, found.complete, found.by) == ("pass", True, "zhou")
    assert found.sampled_at == world.now - timedelta(
        seconds=2
    )  # when it was measured, not when somebody pressed
    assert found.readings[0].taken is not None


def test_work_starts_on_it_as_on_a_typed_round() -> None:
    world = _waiting()
    tap(world, one=seen(world))
    walk(world, "active")
    assert len(recorded(world)) == 1
    assert _last(world).readings[0].source == "instrument"


def test_before_the_signature_it_counts_too() -> None:
    world = walk(World(type="hot"), "submitted")
    assert isinstance(tap(world, one=seen(world)), Accepted)


def test_the_guardian_takes_it_while_work_goes_on_and_not_before() -> None:
    world = _waiting()
    assert not isinstance(tap(world, "wang", seen(world)), Accepted)
    tap(world, one=seen(world))
    walk(world, "active")
    world.later(minutes=5)
    assert isinstance(tap(world, "wang", seen(world, seq=99)), Accepted)
    assert _last(world).by == "wang"


def test_a_stranger_takes_nothing() -> None:
    world = _waiting()
    assert not isinstance(tap(world, "sun", seen(world)), Accepted)
    assert recorded(world) == []


def test_the_rest_is_typed_into_the_same_round() -> None:
    """A four-gas detector does not measure methanol as a poison: that is told, and typed by hand."""
    world = walk(World(type="confined"), "issued")
    assert world.permit is not None
    world.later(minutes=40)
    points = {row["point"] for row in world.readings()}
    assert points == {"upper", "middle", "lower"}
    tap(world, one=seen(world, bound(world, "upper"), lel="0"), point="upper")
    found = _last(world)
    assert (found.verdict, found.complete) == ("unknown", False)
    assert found.points["upper"] == "unknown"
    poison = {"substance": "methanol", "unit": "mg/m3"}
    here = [r for r in world.readings() if r["point"] == "upper" and _is(r, **poison)]
    typed = [*here, *(r for r in world.readings() if r["point"] != "upper")]
    world.must("zhou", "record_round", {"readings": typed, "round": found.id})
    assert (_last(world).verdict, _last(world).complete) == ("pass", True)

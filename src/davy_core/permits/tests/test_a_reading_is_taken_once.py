"""One reading makes one round, however often and by whomever it is tapped; one sensor is one point (S4)."""

from davy_core.outcome import Accepted, Refused
from davy_core.permits.tests.detector import bound, recorded, seen, tap
from davy_core.permits.tests.instrument import METER
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World


def _live(kind: str = "hot") -> World:
    world = walk(World(type=kind), "active")
    world.later(minutes=3)
    return world


def test_a_second_tap_on_the_same_reading_is_the_first() -> None:
    world = _live()
    one = seen(world)
    assert isinstance(tap(world, one=one), Accepted)
    again = tap(world, one=one)
    assert again == Accepted(())
    assert len(recorded(world)) == 1


def test_of_two_people_at_once_the_first_has_it() -> None:
    world = _live()
    one = seen(world)
    tap(world, "zhou", one)
    late = tap(world, "wang", one)
    assert isinstance(late, Refused)
    assert [r.code for r in late.reasons] == ["gas_take_taken"]
    world.later(seconds=2)
    assert isinstance(tap(world, "wang", seen(world, seq=18)), Accepted)
    assert [e.data["by"] for e in recorded(world)] == ["zhou", "wang"]


def test_a_breach_tapped_twice_pauses_once() -> None:
    world = _live()
    one = seen(world, lel="8.4")
    tap(world, "zhou", one)
    assert tap(world, "zhou", one) == Accepted(())
    assert world.permit is not None
    assert len(world.permit.causes) == 1


def test_one_sensor_carried_around_is_no_three_points() -> None:
    world = _live("confined")
    assert world.permit is not None
    number = 20
    current: dict[str, str] = {}
    for point in ("upper", "middle", "lower"):
        world.later(seconds=30)
        number += 1
        one = seen(world, bound(world, point), seq=number, lel="0")
        assert isinstance(tap(world, one=one, point=point, **current), Accepted)
        current = {"round": world.permit.rounds[-1].id}
    typed = [r for r in world.readings() if r["substance"] == "methanol" and r["value"]["unit"] == "mg/m3"]
    world.must("zhou", "record_round", {"readings": typed, **current})
    found = world.permit.rounds[-1]
    assert found.complete
    assert found.verdict == "unknown"
    assert {r.taken.instrument for r in found.readings if r.taken} == {METER}


def test_three_sensors_are_three_points() -> None:
    world = _live("confined")
    assert world.permit is not None
    current: dict[str, str] = {}
    for n, point in enumerate(("upper", "middle", "lower")):
        meter = f"{METER[:-1]}{n}"
        one = seen(world, bound(world, point, meter=meter), lel="0")
        assert isinstance(tap(world, one=one, point=point, **current), Accepted)
        current = {"round": world.permit.rounds[-1].id}
    typed = [r for r in world.readings() if r["substance"] == "methanol" and r["value"]["unit"] == "mg/m3"]
    world.must("zhou", "record_round", {"readings": typed, **current})
    found = world.permit.rounds[-1]
    assert (found.complete, found.verdict) == (True, "pass")

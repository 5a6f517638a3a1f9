"""S24, 试车: out and counted, all work behind it paused, own locks off; afterwards isolated anew."""

from datetime import timedelta

import pytest

from davy_core.isolations.tests.station import MORNING, PIPE, PUMP, Station, at_rest, at_work, permit

TRY = {"points": ["p2"], "reason": "电机点动试转向"}


def shared() -> Station:
    """Two permits behind one isolation, both paused and confirmed stopped, nobody counted yet."""
    station = Station().plan().isolate()
    for one in (PUMP, PIPE):
        station.must("li", "rely", {"permit": one})
        station.permits[one] = at_rest(permit(one), station.now)
    return station


def counted(station: Station) -> Station:
    for one in (PUMP, PIPE):
        station.must("wang", "count_out", {"permit": one, "people": 3})
    return station


def test_it_runs_ends_and_its_points_are_isolated_and_verified_anew() -> None:
    station = counted(shared())
    station.must("feng", "start_test", TRY)
    assert station.isolation is not None
    assert (station.isolation.state, station.state("p2")) == ("testing", "released")
    again = {"point": "p2", "tag": "T9", "photo": station.photo()}
    assert station.refused("wu", "apply_point", again) == ["isolation_wrong_state"]
    station.must("feng", "end_test")
    assert not station.isolation.is_verified
    station.must("wu", "apply_point", again)
    assert not station.isolation.is_verified
    station.verify("p2")
    assert station.isolation.is_verified


def test_one_of_two_permits_at_work_keeps_the_energy_off() -> None:
    station = counted(shared())
    station.permits[PIPE] = at_work(permit(PIPE))
    assert "isolation_test_not_paused" in station.refused("feng", "start_test", TRY)


def test_a_stop_that_nobody_confirmed_is_no_stop() -> None:
    station = counted(shared())
    station.permits[PIPE] = at_rest(permit(PIPE), station.now, confirmed=False)
    assert station.refused("feng", "start_test", TRY) == ["isolation_test_not_paused"]


@pytest.mark.parametrize("spoil", ["uncounted", "too long ago", "before the stop", "somebody went in"])
def test_a_count_that_says_nothing_of_now_is_none(spoil: str) -> None:
    station = shared() if spoil == "uncounted" else counted(shared())
    if spoil == "too long ago":
        station.now += timedelta(minutes=30, seconds=1)
    if spoil == "before the stop":
        station.now += timedelta(minutes=5)
        station.permits[PIPE] = at_rest(permit(PIPE), station.now)
    if spoil == "somebody went in":
        station.permits[PIPE] = at_rest(permit(PIPE, inside=("qian",)), MORNING)
    assert station.refused("feng", "start_test", TRY) == ["isolation_test_not_counted"]


def test_a_count_of_exactly_thirty_minutes_still_stands() -> None:
    station = counted(shared())
    station.now += timedelta(minutes=30)
    station.must("feng", "start_test", TRY)


def test_the_count_must_be_that_of_the_permit() -> None:
    station = shared()
    assert station.refused("wang", "count_out", {"permit": PUMP, "people": 2}) == ["isolation_count_differs"]
    assert station.refused("sun", "count_out", {"permit": PUMP, "people": 3}) == ["isolation_not_yours"]
    station.permits[PUMP] = at_work(permit())
    assert station.refused("wang", "count_out", {"permit": PUMP, "people": 3}) == [
        "isolation_test_not_paused"
    ]


def test_own_locks_keep_the_energy_off() -> None:
    station = counted(shared())
    station.must("qian", "hang_lock", {"number": "Q1", "kind": "personal"})
    assert station.refused("feng", "start_test", TRY) == ["isolation_locks_hang"]


def test_a_blind_is_never_taken_out_for_a_test_nor_an_unverified_point_energised() -> None:
    station = counted(shared())
    assert station.refused("feng", "start_test", {**TRY, "points": ["p1"]}) == ["isolation_test_points"]
    station.must("sun", "doubt_point", {"point": "p2"})
    assert station.refused("feng", "start_test", TRY) == ["isolation_test_points"]


def test_a_second_test_asks_for_new_counts() -> None:
    station = counted(shared())
    station.must("feng", "start_test", TRY)
    assert station.refused("feng", "start_test", TRY) == ["isolation_wrong_state"]
    station.must("feng", "end_test")
    station.must("wu", "apply_point", {"point": "p2", "tag": "T9", "photo": station.photo()})
    station.verify("p2")
    assert station.refused("feng", "start_test", TRY) == ["isolation_test_not_counted"]


def test_who_only_works_there_starts_no_test() -> None:
    station = counted(shared())
    assert station.refused("li", "start_test", TRY) == ["isolation_not_yours"]
    assert station.refused("wu", "start_test", TRY) == ["isolation_not_yours"]

"""S24: no point is restored while a permit relies on it; each is released by name; locks are off first."""

import pytest

from davy_core.isolations.relying import MAY_RELEASE
from davy_core.isolations.tests.station import MORNING, PIPE, PUMP, Station, at_rest, at_work, permit
from davy_core.permits.parts import Signature

LIVE = {
    "issued": permit(),
    "active": at_work(permit()),
    "paused": at_rest(permit(), MORNING),
    "finished": permit(state="finished", started_at=MORNING),
    "voided, not cleared": permit(state="voided", started_at=MORNING, clearance="open"),
    "withdrawn, not cleared": permit(state="withdrawn", started_at=MORNING, clearance="open"),
    "submitted": permit(state="submitted"),
}


def relied(state: str = "issued") -> Station:
    station = Station().plan().isolate()
    station.must("li", "rely", {"permit": PUMP})
    station.permits[PUMP] = LIVE[state]
    return station


@pytest.mark.parametrize("state", LIVE)
def test_nothing_is_taken_away_while_a_permit_relies_on_it(state: str) -> None:
    station = relied(state)
    assert "isolation_relied_on" in station.refused("wu", "begin_blind", {"point": "p1"})
    away = {"point": "p2", "photo": station.photo()}
    assert "isolation_relied_on" in station.refused("wu", "remove_point", away)
    assert station.isolation is not None
    lock = station.isolation.locks[0].number
    assert station.refused("wu", "take_lock_off", {"number": lock}) == ["isolation_relied_on"]


@pytest.mark.parametrize("state", ["issued", "active", "paused"])
def test_a_permit_under_which_work_may_go_on_does_not_let_go(state: str) -> None:
    assert state not in MAY_RELEASE
    assert "isolation_still_needed" in relied(state).refused("li", "release", {"permit": PUMP})
    assert "isolation_still_needed" in relied(state).refused("feng", "release", {"permit": PUMP})


def test_a_permit_that_cannot_be_read_holds_everything() -> None:
    station = relied("finished")
    del station.permits[PUMP]
    assert "isolation_relied_on" in station.refused("wu", "begin_blind", {"point": "p1"})


def test_each_of_two_permits_is_released_by_name() -> None:
    station = relied("finished")
    station.must("li", "rely", {"permit": PIPE})
    station.permits[PIPE] = permit(PIPE, state="finished", started_at=MORNING)
    station.must("li", "release", {"permit": PUMP})
    outcome = station.refused("wu", "begin_blind", {"point": "p1"})
    assert outcome[0] == "isolation_relied_on"
    station.must("li", "release", {"permit": PIPE})
    station.unlock()
    station.restore("p1")


def test_people_inside_an_unconfirmed_stop_and_own_locks_keep_the_reliance() -> None:
    station = relied()
    station.must("qian", "hang_lock", {"number": "Q1", "kind": "personal"})
    unconfirmed = at_rest(permit(), MORNING, confirmed=False)
    station.permits[PUMP] = permit(
        state="voided", started_at=MORNING, clearance="open", inside=("qian",), pause=unconfirmed.pause
    )
    assert station.refused("li", "release", {"permit": PUMP}) == [
        "people_inside", "isolation_stop_unconfirmed", "isolation_locks_hang",
    ]  # fmt: skip


def test_it_is_handed_over_to_another_permit_by_name() -> None:
    station = relied("finished")
    station.must("li", "release", {"permit": PUMP, "to": PIPE})
    assert station.isolation is not None
    assert station.isolation.relying() == (PIPE,)
    assert station.refused("li", "release", {"permit": PUMP}) == ["isolation_not_relied"]


def test_work_that_goes_on_takes_up_no_isolation_and_old_rules_none() -> None:
    station = Station().plan().isolate()
    station.permits[PUMP] = at_work(permit())
    assert station.refused("li", "rely", {"permit": PUMP}) == ["isolation_permit_state"]
    station.permits[PUMP] = permit(basis="0" * 64)
    assert station.refused("li", "rely", {"permit": PUMP}, guarded=frozenset()) == [
        "isolation_permit_unguarded"
    ]
    assert station.refused("sun", "rely", {"permit": PUMP}) == ["isolation_not_yours"]


def test_what_was_signed_as_it_was_shown_is_not_released_before_work() -> None:
    station = relied("submitted")
    station.must("li", "release", {"permit": PUMP})
    station.must("li", "rely", {"permit": PUMP})
    signed = Signature("area", "zhao", "area_head", MORNING)
    station.permits[PUMP] = permit(state="submitted", signatures=(signed,))
    assert station.refused("li", "release", {"permit": PUMP}) == ["isolation_still_needed"]


def test_points_come_and_go_only_while_nobody_is_behind_them() -> None:
    station = relied("active")
    more = {"point": {"kind": "switch", "name": "加热", "hazardous": False}}
    assert station.refused("feng", "add_point", more) == ["isolation_in_use"]
    station.permits[PUMP] = LIVE["paused"]
    station.must("feng", "add_point", more)
    assert station.refused("feng", "drop_point", {"point": "p3"}) == ["isolation_in_use"]


def test_a_personal_lock_is_its_owners_or_two_others() -> None:
    station = relied()
    station.must("qian", "hang_lock", {"number": "Q1", "kind": "personal"})
    assert station.refused("wu", "take_lock_off", {"number": "Q1"}) == ["isolation_lock_not_yours"]
    why = {"number": "Q1", "reason": "人已离厂，电话确认", "lost": False}
    assert station.refused("qian", "request_force", why) == ["isolation_not_yours"]
    assert station.refused("feng", "confirm_force", {"number": "Q1", "reason": "x"}) == [
        "isolation_force_not_requested"
    ]
    station.must("feng", "request_force", why)
    assert station.refused("feng", "confirm_force", {"number": "Q1", "reason": "x"}) == [
        "second_person_needed"
    ]
    station.must("zheng", "confirm_force", {"number": "Q1", "reason": "现场已查无人"})
    assert station.isolation is not None
    assert station.isolation.personal_locks() == 0


def test_a_lock_hangs_in_one_place() -> None:
    station = relied()
    station.must("qian", "hang_lock", {"number": "Q1", "kind": "personal"})
    same = {"number": "Q1", "kind": "personal"}
    assert station.refused("wang", "hang_lock", same) == ["isolation_lock_taken"]
    other = station.refused("wang", "hang_lock", {**same, "number": "Q2"}, locks_elsewhere=frozenset({"Q2"}))
    assert other == ["isolation_lock_taken"]
    assert station.refused("qian", "hang_lock", {"number": "G1", "kind": "group"}) == ["isolation_not_yours"]
    assert station.refused("sun", "hang_lock", {"number": "S1", "kind": "personal"}) == [
        "isolation_not_yours"
    ]

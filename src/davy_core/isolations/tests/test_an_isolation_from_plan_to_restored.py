"""4.2, 4.5, 10.3, S24: isolated with lock and tag, verified by a second person, given back in order."""

import pytest

from davy_core.isolations.tests.station import PUMP, Station, permit


def test_the_ordinary_way() -> None:
    station = Station().plan().isolate()
    assert station.isolation is not None
    assert station.isolation.is_verified
    station.must("li", "rely", {"permit": PUMP})
    station.permits[PUMP] = permit(state="finished")
    station.must("li", "release", {"permit": PUMP})
    station.unlock()
    station.restore("p1")
    assert station.isolation.state == "open"
    station.restore("p2")
    assert station.isolation.state == "restored"


def test_who_applied_a_point_never_verifies_it() -> None:
    station = Station().plan()
    station.apply("p2")
    found = station.isolation and station.isolation.point("p2")
    assert found
    body = {"point": "p2", "tag": found.tag, "zero_energy": True, "photo": station.photo()}
    assert station.refused("wu", "verify_point", body) == ["isolation_not_yours"]
    station.must("feng", "name_people", {"isolators": ["wu"], "verifiers": ["wu", "he"]})
    assert station.refused("wu", "verify_point", body) == ["second_person_needed"]
    station.verify("p2")


def test_who_took_a_point_away_never_confirms_it() -> None:
    station = Station().plan().isolate()
    station.unlock()
    station.must("feng", "name_people", {"isolators": ["wu"], "verifiers": ["wu", "he"]})
    station.must("wu", "remove_point", {"point": "p2", "photo": station.photo()})
    body = {"point": "p2", "photo": station.photo()}
    assert station.refused("wu", "confirm_restored", body) == ["second_person_needed"]
    station.must("he", "confirm_restored", body)


def test_an_isolation_of_one_person_is_not_drawn_up() -> None:
    body = {"place": {"site": "s", "area": "a"}, "title": "x", "isolators": ["wu"], "verifiers": ["wu"],
            "points": [{"kind": "switch", "name": "开关", "hazardous": False}]}  # fmt: skip
    assert Station().refused("feng", "plan_isolation", body) == ["second_person_needed"]


@pytest.mark.parametrize(
    ("who", "kind", "body"),
    [
        ("he", "verify_point", {"tag": "T1", "zero_energy": True}),
        ("wu", "remove_point", {}),
        ("he", "confirm_restored", {}),
        ("sun", "doubt_point", {}),
    ],
)
def test_steps_out_of_order_are_refused(who: str, kind: str, body: dict[str, object]) -> None:
    station = Station().plan()
    told = {**body, "point": "p2", **({} if kind == "doubt_point" else {"photo": station.photo()})}
    assert station.refused(who, kind, told) == ["isolation_wrong_order"]


def test_a_point_is_not_applied_twice_nor_verified_twice() -> None:
    station = Station().plan().isolate()
    again = {"point": "p2", "tag": "T9", "lock": "L9", "photo": station.photo()}
    assert station.refused("wu", "apply_point", again) == ["isolation_wrong_order"]
    found = station.isolation and station.isolation.point("p2")
    assert found
    once_more = {"point": "p2", "tag": found.tag, "zero_energy": True, "photo": station.photo()}
    assert station.refused("he", "verify_point", once_more) == ["isolation_wrong_order"]


def test_energy_left_a_wrong_tag_and_an_old_photo_verify_nothing() -> None:
    station = Station().plan()
    station.apply("p2")
    found = station.isolation and station.isolation.point("p2")
    assert found
    body = {"point": "p2", "tag": "other", "zero_energy": False, "photo": found.photo}
    assert set(station.refused("he", "verify_point", body)) == {
        "photo_reused", "isolation_tag_differs", "isolation_energy_left",
    }  # fmt: skip


def test_a_switch_without_a_lock_is_not_isolated() -> None:
    station = Station().plan()
    body = {"point": "p2", "tag": "T1", "photo": station.photo()}
    assert station.refused("wu", "apply_point", body) == ["isolation_lock_missing"]


def test_what_a_group_lock_held_is_verified_no_longer_once_it_is_off() -> None:
    station = Station().plan().isolate()
    station.unlock()
    assert station.state("p2") == "applied"
    found = station.isolation and station.isolation.point("p2")
    assert found
    body = {"point": "p2", "tag": found.tag, "zero_energy": True, "photo": station.photo()}
    assert station.refused("he", "verify_point", body) == ["isolation_lock_missing"]


def test_anybody_may_say_that_a_point_does_not_hold() -> None:
    station = Station().plan().isolate()
    station.people["sun"] = "frozen"
    station.must("sun", "doubt_point", {"point": "p1"})
    assert station.state("p1") == "applied"


def test_strangers_drivers_and_people_who_left_do_nothing() -> None:
    station = Station().plan()
    body = {"point": "p2", "tag": "T1", "lock": "L1", "photo": station.photo()}
    assert station.refused("sun", "apply_point", body) == ["isolation_not_yours"]
    assert station.refused(None, "apply_point", body) == ["isolation_not_yours"]
    station.people["wu"] = "left"
    assert station.refused("wu", "apply_point", body) == ["person_frozen"]


def test_what_waited_on_a_phone_changes_nothing() -> None:
    station = Station().plan()
    late = station.now
    station.now = late.replace(hour=1)
    body = {"point": "p2", "tag": "T1", "lock": "L1", "photo": station.photo()}
    assert station.refused("wu", "apply_point", body, occurred_at=late) == ["offline_cannot_start"]

"""GB 30871 7.3, 7.10, 7.11: unified numbers, one blind of a pipe at a time, one permit an action."""

from davy_core.isolations.tests.station import POINTS, PUMP, Station, at_work, permit

TWO = [POINTS[0], {**POINTS[0], "number": "MB-02", "name": "进口盲板"}]


def test_a_blind_needs_its_number_and_its_pipe_and_no_number_stands_for_two() -> None:
    body = {"place": {"site": "s", "area": "a"}, "title": "x", "isolators": ["wu"], "verifiers": ["he"]}
    for lost in ("number", "line"):
        bare = [{k: v for k, v in POINTS[0].items() if k != lost}]
        assert Station().refused("feng", "plan_isolation", {**body, "points": bare}) == [
            "isolation_number_missing"
        ]
    twice = {**body, "points": [POINTS[0], POINTS[0]]}
    assert Station().refused("feng", "plan_isolation", twice) == ["isolation_number_taken"]
    taken = frozenset({"MB-01"})
    assert Station().refused(
        "feng", "plan_isolation", {**body, "points": POINTS}, numbers_elsewhere=taken
    ) == ["isolation_number_taken"]


def test_two_blinds_on_one_pipe_are_never_worked_on_at_once() -> None:
    station = Station().plan(TWO)
    station.must("wu", "begin_blind", {"point": "p1"})
    assert station.refused("jiang", "begin_blind", {"point": "p2"}) == ["isolation_line_busy"]
    station.apply("p1")
    busy = frozenset({"P-1203"})
    assert station.refused("jiang", "begin_blind", {"point": "p2"}, lines_busy=busy) == [
        "isolation_line_busy"
    ]
    station.must("jiang", "begin_blind", {"point": "p2"})


def test_a_blind_given_up_frees_its_pipe_and_is_as_before() -> None:
    station = Station().plan(TWO)
    station.must("wu", "begin_blind", {"point": "p1"})
    station.must("wu", "abandon_blind", {"point": "p1", "reason": "垫片不合"})
    assert station.state("p1") == "planned"
    station.must("wu", "begin_blind", {"point": "p2"})
    station.apply("p2")
    station.verify("p2")
    station.must("wu", "begin_blind", {"point": "p2"})
    station.must("wu", "abandon_blind", {"point": "p2", "reason": "下雨"})
    assert station.state("p2") == "applied"


def test_each_action_has_a_blinding_permit_of_its_own_that_is_at_work() -> None:
    station = Station(around={"blind_permits": True}).plan(TWO)
    start = {"point": "p1"}
    assert station.refused("wu", "begin_blind", start) == ["isolation_blind_permit_missing"]
    hot = {**start, "permit": PUMP}
    assert station.refused("wu", "begin_blind", hot) == ["isolation_blind_permit_wrong"]
    station.permits[PUMP] = permit(type="blind")
    assert station.refused("wu", "begin_blind", hot) == ["isolation_blind_permit_wrong"]
    station.permits[PUMP] = at_work(permit(type="blind"))
    used = station.refused("wu", "begin_blind", hot, blinds_under=frozenset({PUMP}))
    assert used == ["isolation_blind_permit_used"]
    station.must("wu", "begin_blind", hot)
    station.must("wu", "apply_point", {"point": "p1", "tag": "T1", "photo": station.photo()})
    assert station.refused("wu", "begin_blind", {"point": "p2", "permit": PUMP}) == [
        "isolation_blind_permit_used"
    ]
    assert station.refused("wu", "begin_blind", hot) == ["isolation_blind_permit_used"]


def test_a_blind_is_neither_fitted_nor_taken_out_before_the_work_on_it_began() -> None:
    station = Station().plan()
    bare = {"point": "p1", "tag": "T1", "photo": station.photo()}
    assert station.refused("wu", "apply_point", bare) == ["isolation_blind_not_begun"]
    station.isolate()
    station.unlock()
    away = {"point": "p1", "photo": station.photo()}
    assert station.refused("wu", "remove_point", away) == ["isolation_blind_not_begun"]
    assert station.refused("wu", "begin_blind", {"point": "p2"}) == ["isolation_not_a_blind"]


def test_a_valve_alone_keeps_no_dangerous_line_away() -> None:
    valve = {"kind": "valve", "name": "入口阀", "hazardous": True, "line": "P-7"}
    blind = {**POINTS[0], "line": "P-7"}
    lonely, backed = Station().plan([valve]).isolation, Station().plan([valve, blind]).isolation
    assert lonely is not None
    assert backed is not None
    assert (lonely.by_valve_only(), backed.by_valve_only()) == (1, 0)

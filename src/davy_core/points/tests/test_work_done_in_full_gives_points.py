"""A work done in full gives its points, what was lacking is said, and limits hold."""

from datetime import timedelta

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from davy_core.findings.history import History
from davy_core.points.due import Due, Mark, due
from davy_core.points.rules import parse
from davy_core.points.story import story
from davy_core.points.tests.histories import MONDAY, ZONE, book, step, work


def _due(
    *histories: History, marks: tuple[Mark, ...] = (), void: frozenset[tuple[str, str]] = frozenset()
) -> list[Due]:
    told = [one for one in map(story, histories) if one is not None]
    return due(told, marks, book(), ZONE, void)


def _sums(found: list[Due]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for one in found:
        sums[one.person] = sums.get(one.person, 0) + one.points
    return sums


def test_everybody_on_it_is_given_his_part() -> None:
    assert _sums(_due(work())) == {"li": 4, "wang": 3, "qian": 2, "sun": 2, "gao": 1}


def test_who_never_came_is_given_nothing() -> None:
    history = work()
    steps = [one for one in history.steps if (one.type, one.by) != ("CheckedIn", "sun")]
    assert "sun" not in _sums(_due(History("p1", "hot", "tank", steps)))


def test_what_was_lacking_is_said() -> None:
    late = work(between=(step(70, "WatchLapsed", requirement="guardian.rounds"),))
    found = {one.rule: one for one in _due(late) if one.person == "wang"}
    assert found["complete.guardian"].points == 0
    assert found["complete.guardian"].why["lacks"] == ["rounds_in_time"]
    assert found["late.rounds"].points == -2


def test_a_late_gas_test_and_a_late_acceptance_are_lacking() -> None:
    late = work(between=(step(70, "WatchLapsed", requirement="confined.gas.record"),), closing=25 * 60)
    found = {one.rule: one for one in _due(late)}
    assert found["complete.responsible"].why["lacks"] == ["tests_on_time", "closed_in_time"]
    assert found["complete.analyst"].points == 0


def test_a_work_that_is_not_over_gives_nothing() -> None:
    history = work()
    assert story(History("p1", "hot", "tank", history.steps[:-1])) is None
    assert (
        story(History("p1", "hot", "tank", [one for one in history.steps if one.type != "WorkStarted"]))
        is None
    )


def test_a_day_gives_no_more_than_its_limit() -> None:
    found = _due(*(work(f"p{n}", begin=30 + 70 * n, minutes=61) for n in range(4)))
    of_wang = [one for one in found if one.person == "wang"]
    assert [one.points for one in of_wang] == [3, 3, 0, 0]
    assert of_wang[2].why["over"] == 3


def test_a_month_gives_no_more_than_its_limit() -> None:
    days = [work(f"p{n}", begin=30 + 1440 * (n // 2) + 200 * (n % 2)) for n in range(56)]
    assert _sums(_due(*days))["wang"] == book().month


def test_points_taken_away_after_an_anomaly_are_gone() -> None:
    found = {one.person: one for one in _due(work(), void=frozenset({("p1", "wang")}))}
    assert (found["wang"].points, found["wang"].why["void"]) == (0, True)
    assert found["qian"].points == 2


def test_a_violation_and_a_confirmed_finding_take_points() -> None:
    marks = (
        Mark("violation_serious", "v1", "qian", MONDAY),
        Mark("finding_confirmed", "f1", "wang", MONDAY + timedelta(hours=1)),
    )
    assert [(one.kind, one.person, one.points) for one in _due(marks=marks)] == [
        ("violation", "qian", -15),
        ("finding", "wang", -5),
    ]


def test_nothing_is_due_twice_for_one_key() -> None:
    lapses = tuple(step(m, "WatchLapsed", requirement="guardian.rounds") for m in (40, 80))
    found = _due(work(between=lapses), work("p2", begin=300))
    assert len({one.key for one in found}) == len(found)
    assert next(one for one in found if one.rule == "late.rounds").why["times"] == 2


@settings(deadline=None)
@given(st.permutations(range(8)))
def test_the_same_log_gives_the_same_sums_in_any_order(order: list[int]) -> None:
    histories = [work(f"p{n}", begin=30 + 90 * n, minutes=20 + 15 * n) for n in range(8)]
    assert _due(*(histories[n] for n in order)) == _due(*histories)


@pytest.mark.parametrize(
    "row",
    [
        {"id": "x", "points": -1, "to": "worker", "needs": ["rounds_in_time"]},
        {"id": "x", "points": -1, "to": "responsible", "fault": "stopped"},
        {"id": "x", "points": 1, "to": "worker", "fault": "taken_back", "day": 1},
        {"id": "x", "points": 1, "to": "worker"},
        {"id": "x", "points": 1, "to": "approver", "day": 1},
    ],
)
def test_a_rule_that_would_take_for_a_stop_or_give_without_limit_is_no_rule(row: dict[str, object]) -> None:
    document = yaml.safe_load(
        "{v: 1, version: x, most: {day: 1, month: 1}, least_minutes: 1, close_hours: 1, least_group: 1,"
        " top: 1, farming: {quick_minutes: 1, split_permits: 1, split_minutes: 1, pair_permits: 1,"
        " pair_share: 1}}"
    )
    with pytest.raises(ValueError, match="neither"):
        parse({**document, "rules": [row]})

"""Splitting a work, guarding each other and permits over within minutes are found, each once."""

from __future__ import annotations

from datetime import date

import pytest

from davy_core.findings.history import History
from davy_core.points.farming import Suspect, suspects
from davy_core.points.periods import span
from davy_core.points.ranking import ranked, told_to_all
from davy_core.points.story import story
from davy_core.points.tests.histories import ZONE, book, work


def _found(*histories: History) -> list[Suspect]:
    return suspects([one for one in map(story, histories) if one is not None], book().farming, ZONE)


def test_a_permit_over_within_minutes_is_found_with_its_people() -> None:
    (one,) = _found(work(minutes=15))
    assert (one.kind, one.permits, one.figures) == ("quick", ("p1",), {"minutes": 15})
    assert {"li", "wang", "qian", "sun", "gao"} == set(one.people)


def test_a_work_split_into_small_permits_is_one_anomaly_of_that_day_and_point() -> None:
    small = [work(f"p{n}", begin=30 + 50 * n, minutes=30) for n in range(4)]
    (one,) = _found(*small[:3])
    (more,) = _found(*small)
    assert (one.kind, len(one.permits), len(more.permits)) == ("split", 3, 4)
    assert one.span == more.span
    assert not _found(*small[:2])
    assert not _found(*(work(f"p{n}", begin=30 + 50 * n, minutes=30, point=f"t{n}") for n in range(3)))
    assert not _found(*(work(f"p{n}", begin=30 + 90 * n, minutes=70) for n in range(3)))


def test_two_who_only_guard_each_other_are_found() -> None:
    there = [work(f"a{n}", begin=30 + 1440 * n, leader="li", guardian="wang") for n in range(4)]
    back = [work(f"b{n}", begin=400 + 1440 * n, leader="wang", guardian="li") for n in range(4)]
    (one,) = _found(*there, *back)
    assert (one.kind, one.people, one.figures) == ("pair", ("li", "wang"), {"there": 4, "back": 4})
    others = [work(f"c{n}", begin=800 + 1440 * n, leader="zhang", guardian="wang") for n in range(4)]
    assert not _found(*there, *back, *others)
    assert not _found(*there, *back[:3])


def test_an_ordinary_day_is_no_anomaly() -> None:
    assert not _found(work(), work("p2", begin=300, leader="zhang"))


@pytest.mark.parametrize(
    ("period", "day", "first", "last"),
    [
        ("month", date(2026, 11, 23), date(2026, 11, 1), date(2026, 11, 30)),
        ("month", date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31)),
        ("quarter", date(2026, 11, 23), date(2026, 10, 1), date(2026, 12, 31)),
        ("quarter", date(2028, 2, 29), date(2028, 1, 1), date(2028, 3, 31)),
        ("year", date(2026, 1, 1), date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_begins_and_ends_with_its_days(period: str, day: date, first: date, last: date) -> None:
    assert span(period, day) == (first, last)


def test_equal_points_share_a_place_and_low_places_are_told_to_nobody() -> None:
    places = ranked({"a": 5, "b": 9, "c": 5, "d": 0, "e": -3})
    assert [(one.who, one.place) for one in places] == [("b", 1), ("a", 2), ("c", 2), ("d", 4), ("e", 5)]
    assert [one.who for one in told_to_all(places, top=4, least_group=4)] == ["b", "a", "c"]
    assert told_to_all(places, top=4, least_group=6) == []

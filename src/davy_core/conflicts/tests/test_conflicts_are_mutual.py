"""S23: A conflicts with B when B conflicts with A; not knowing never removes a conflict; room and time do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from davy_core.conflicts.job import Job, Spot
from davy_core.conflicts.judge import between
from davy_core.conflicts.tests.jobs import DAY, east, matrix

TYPES = (
    "hot", "confined", "blind", "height", "lifting", "power", "digging", "road", "maintenance", "electrical",
    "leak_sealing", "cleanroom",
)  # fmt: skip
ACTIVITIES = ("painting", "solvent", "draining", "sampling", "gas_discharge", "nitrogen", "trial_run")
WORK = st.fixed_dictionaries(
    {},
    optional={
        "activities": st.lists(st.sampled_from(ACTIVITIES), max_size=2),
        "coating": st.booleans(),
        "line_name": st.sampled_from(("P1", "P2")),
        "radius_m": st.integers(0, 80),
    },
)


@st.composite
def jobs(draw: Any, name: str) -> Job:
    begins = draw(st.integers(5, 9))
    metres = draw(st.one_of(st.none(), st.integers(0, 40)))
    return Job(
        id=name,
        type=draw(st.sampled_from(TYPES)),
        spot=Spot(
            site="S1",
            area=draw(st.sampled_from(("A", "B"))),
            point=draw(st.sampled_from(("p", "q", name))),
            equipment=draw(st.sampled_from((None, "T1", "T2"))),
            bund=draw(st.booleans()),
            place=None if metres is None else east(metres),
            error_m=draw(st.sampled_from((0.0, 0.0, 20.0))),
            height_m=draw(st.sampled_from((None, 0.0, 3.0, 30.0))),
        ),
        start=DAY + timedelta(hours=begins),
        end=DAY + timedelta(hours=begins + draw(st.integers(2, 12))),
        work=draw(WORK),
        responsible=draw(st.sampled_from((None, "li", "sun"))),
        links=frozenset(draw(st.sets(st.sampled_from(("one", "other"))))),
    )


PAIR = given(jobs("one"), jobs("other"))


def _rows(one: Job, other: Job) -> set[str]:
    return {c.row.id for c in between(matrix(), one, other)}


@PAIR
def test_what_stands_between_them_is_the_same_from_both_sides(one: Job, other: Job) -> None:
    assert _rows(one, other) == _rows(other, one)


def _forgotten(job: Job) -> Iterator[Job]:
    """The job with one thing less known."""
    yield replace(job, start=None)
    yield replace(job, end=None)
    yield replace(job, responsible=None)
    yield replace(job, links=frozenset())
    yield replace(job, spot=replace(job.spot, place=None))
    yield replace(job, spot=replace(job.spot, height_m=None))
    for name in job.work:
        yield replace(job, work={k: v for k, v in job.work.items() if k != name})


@PAIR
def test_not_knowing_never_removes_a_conflict(one: Job, other: Job) -> None:
    known = _rows(one, other)
    for less in _forgotten(one):
        assert known <= _rows(less, other)
    for less in _forgotten(other):
        assert known <= _rows(one, less)


def test_the_pairs_drawn_do_conflict() -> None:
    """The properties above would hold of pairs that never meet too: enough of them do."""
    seen: list[bool] = []

    @settings(max_examples=200, database=None, derandomize=True)
    @PAIR
    def look(one: Job, other: Job) -> None:
        seen.append(bool(_rows(one, other)))

    look()
    assert sum(seen) * 5 > len(seen)


@PAIR
def test_another_hour_removes_every_conflict(one: Job, other: Job) -> None:
    assert one.end is not None
    assert other.end is not None
    assert other.start is not None
    later = replace(other, start=one.end, end=other.end - other.start + one.end)
    assert not _rows(one, later)


@PAIR
def test_far_enough_apart_only_what_they_share_is_left(one: Job, other: Job) -> None:
    here = replace(one.spot, place=east(0), equipment="T1")
    there = replace(other.spot, place=east(1000), point="elsewhere", area="Z", equipment="T2")
    assert _rows(replace(one, spot=here), replace(other, spot=there)) <= {"blind.pipe"}


@PAIR
def test_two_sites_have_nothing_to_do_with_each_other(one: Job, other: Job) -> None:
    spot = replace(other.spot, site="S9")
    assert not _rows(one, replace(other, spot=spot))

"""Do two works conflict? Every row of the matrix is asked both ways round, so that the answer is one for
both.

A relation holds unless what is known rules it out: an unknown place is near, an unknown height is another
one, an unanswered question has the answer that conflicts, an unknown end is never reached (S23).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from davy_core.conflicts.job import Job
from davy_core.conflicts.matrix import Crossing, Matrix, Reach, Row, Sharing, Where, Within, Work
from davy_core.place.distance import metres


@dataclass(frozen=True)
class Conflict:
    """One row that stands between two works. `distance_m` on the ground and `apart_m` in height are None
    where nobody knows; `unknown` names what was missing and so was taken as the worse."""

    row: Row
    other: str
    distance_m: float | None
    apart_m: float | None
    unknown: frozenset[str]


def between(matrix: Matrix, one: Job, other: Job) -> tuple[Conflict, ...]:
    """Every row that stands between the two, in the order of the matrix. Works of two sites never meet. A row
    that asks for a coordinator is not asked within one job: one person leads it anyway (4.7)."""
    if one.id == other.id or one.spot.site != other.spot.site or not one.meets(other):
        return ()
    if (far := distance(one, other)) is not None and far > matrix.farthest_m:
        rows: Iterable[Row] = (r for r in matrix.rows if any(isinstance(w, Sharing) for w in r.where))
    else:
        rows = matrix.rows
    excused = one.of_one_job(other)
    found = []
    for row in rows:
        if excused and (row.other_crew or row.effect != "block"):
            continue
        if _stands(matrix, row, one, other, far) or _stands(matrix, row, other, one, far):
            found.append(Conflict(row, other.id, far, _apart(one, other), _unknown(row, one, other)))
    return tuple(found)


def distance(one: Job, other: Job) -> float | None:
    """The least that the two may be apart on the ground in metres; None when a place is unknown."""
    if one.spot.place is None or other.spot.place is None:
        return None
    between = metres(one.spot.place, other.spot.place)
    return max(0.0, between - one.spot.error_m - other.spot.error_m)


def _stands(matrix: Matrix, row: Row, first: Job, second: Job, far: float | None) -> bool:
    if not _is(row.first, first) or not _is(row.second, second):
        return False
    return any(_lies(where, matrix, first, second, far) for where in row.where)


def _is(kinds: tuple[Work, ...], job: Job) -> bool:
    return any(job.type in kind.types and _answers(kind, job) for kind in kinds)


def _answers(kind: Work, job: Job) -> bool:
    for name, wanted in kind.asks.items():
        told = job.work.get(name)
        given = told if isinstance(told, list | tuple) else (told,)
        if told is not None and not any(one in wanted for one in given):
            return False
    return True


def _lies(where: Where, matrix: Matrix, first: Job, second: Job, far: float | None) -> bool:
    reach = _reach(matrix, first) + _reach(matrix, second)
    match where:
        case Within():
            return far is None or far <= where.metres + reach
        case Crossing():
            apart = _apart(first, second)
            near = far is None or far <= where.metres + reach
            return near and (apart is None or apart > where.over_m)
        case Sharing():
            return _shares(where, first, second, far)


def _shares(where: Sharing, first: Job, second: Job, far: float | None) -> bool:
    one, other = first.spot, second.spot
    match where.what:
        case "point":
            return one.point == other.point
        case "area":
            return one.area == other.area
        case "bund":
            return one.area == other.area and (one.bund or other.bund)
        case "answer":
            told = first.work.get(where.answer), second.work.get(where.answer)
            return None in told or _name(told[0]) == _name(told[1])
        case "equipment":
            if one.point == other.point:
                return True
            if one.equipment is None or other.equipment is None:
                return far is None or far <= where.near_m
            return one.equipment == other.equipment


def _name(told: object) -> str:
    """A tag as people write it: spaces and the size of letters make no other pipe."""
    return "".join(str(told).split()).casefold()


def _reach(matrix: Matrix, job: Job) -> float:
    rule = matrix.reach.get(job.type)
    return 0.0 if rule is None else _told(rule, job)


def _told(rule: Reach, job: Job) -> float:
    told = _number(job.work.get(rule.field))
    return rule.most_m if told is None or told < 0 else min(told, rule.most_m)


def _number(told: object) -> float | None:
    """A number of a request: whole, or decimal text."""
    if isinstance(told, bool) or not isinstance(told, int | float | str):
        return None
    try:
        found = float(told)
    except ValueError:
        return None
    return found if found == found else None  # noqa: PLR0124 - NaN is no number


def _apart(one: Job, other: Job) -> float | None:
    if one.spot.point == other.spot.point:
        return 0.0  # one place is not above itself, however high it may be
    if one.spot.height_m is None or other.spot.height_m is None:
        return None
    return abs(one.spot.height_m - other.spot.height_m)


def _unknown(row: Row, one: Job, other: Job) -> frozenset[str]:
    """What nobody told of the two that this row would have asked."""
    asked = {
        name for kind in (*row.first, *row.second) for name in kind.asks if _asked(kind, name, one, other)
    }
    found = {f"work.{name}" for name in asked}
    kinds = {type(where) for where in row.where}
    if one.spot.place is None or other.spot.place is None:
        found |= {"place"} if kinds & {Within, Crossing} else set()
    if Crossing in kinds and _apart(one, other) is None:
        found.add("height")
    return frozenset(found)


def _asked(kind: Work, name: str, *jobs: Job) -> bool:
    return any(job.type in kind.types and job.work.get(name) is None for job in jobs)

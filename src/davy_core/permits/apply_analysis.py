"""The events of the hazard analysis: a row answered and graded, a row added, the colour of the permit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from davy_core.instants import instant
from davy_core.permits.apply_route import stage_of
from davy_core.permits.graded import Graded
from davy_core.permits.parts import Hazard
from davy_core.permits.state import Permit

Data = Mapping[str, Any]


def ungraded() -> dict[str, Any]:
    """The fields of a permit whose analysis begins anew."""
    return {"risk_grade": None, "graded": MappingProxyType({}), "rows_added": MappingProxyType({})}


def _confirmed(permit: Permit, data: Data) -> Permit:
    row = Hazard(data["row"], data["applies"], tuple(data["controls"]), data["by"], instant(data["at"]))
    hazards = tuple(row if h.row == row.row else h for h in permit.hazards)
    graded = {name: one for name, one in permit.graded.items() if name != row.row}
    # An answer of before the grading, or that the hazard is not there, has no factors and no colour.
    if "grade" in data:
        graded[row.row] = _graded_row(data)
    return replace(permit, hazards=hazards, graded=MappingProxyType(graded))


def _graded_row(data: Data) -> Graded:
    before, after = (MappingProxyType(dict(data[key])) for key in ("before", "after"))
    return Graded(before, after, data["grade_before"], data["grade"])


def _added(permit: Permit, data: Data) -> Permit:
    """With an open row the permit has no colour any more."""
    added = MappingProxyType({**permit.rows_added, data["row"]: data["by"]})
    hazards = (*permit.hazards, Hazard(data["row"]))
    return replace(permit, hazards=hazards, rows_added=added, risk_grade=None)


def _graded(permit: Permit, data: Data) -> Permit:
    more = tuple(stage_of(row) for row in data.get("stages", ()))
    return replace(permit, risk_grade=data["grade"], stages=(*permit.stages, *more))


ANALYSIS: Mapping[str, Callable[[Permit, Data], Permit]] = {
    "HazardConfirmed": _confirmed,
    "HazardAdded": _added,
    "RiskGraded": _graded,
}

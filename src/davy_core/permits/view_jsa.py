"""The hazard analysis as the rules read it: its rows, and the colour that is left."""

from __future__ import annotations

from typing import Any

from davy_core.permits.state import Permit
from davy_core.risk.grades import GRADES


def jsa_view(permit: Permit) -> dict[str, Any]:
    """How many rows, how many answered, and each of them."""
    rows = [_row(h.row, h.applies) for h in permit.hazards]
    return {"count": len(rows), "answered": sum(r["answered"] for r in rows), "rows": rows}


def _row(row: str, applies: bool | None) -> dict[str, Any]:
    known = {"id": row, "answered": applies is not None}
    return known if applies is None else {**known, "applies": applies}


def risk_view(permit: Permit) -> dict[str, Any]:
    """`risk`, the permit's colour, and `risk_rank`, the colour as a number: 4 red, 1 blue. Nothing until the
    analysis is graded."""
    found = permit.risk_grade
    return {} if found is None else {"risk": found, "risk_rank": len(GRADES) - GRADES.index(found)}

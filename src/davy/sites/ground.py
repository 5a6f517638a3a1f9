"""Positions on the ground, put onto the plan of a site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from davy.sites.models import PlanDrawing, WorkPoint
from davy_core.place.georeference import Control, Georeference, fit

__all__ = ["of"]


def of(plan: PlanDrawing, points: Iterable[WorkPoint]) -> dict[str, Any]:
    """`ground`: how the plan lies on the ground, None where its points give no map; `placed`: the work
    points that have a position and no place of their own on the drawing."""
    found = fit([Control(*(float(p[name]) for name in ("x", "y", "lat", "lon"))) for p in plan.control])
    if not isinstance(found, Georeference):
        return {"ground": None, "placed": []}
    lost = [p for p in points if p.plan_x is None and p.lat is not None and p.lon is not None]
    spots = [(p.id, *found.place(p.lat or 0.0, p.lon or 0.0)) for p in lost]
    return {
        "ground": {**asdict(found), "metres_per_unit": found.metres_per_unit},
        "placed": [
            {"id": point, "x": x, "y": y}
            for point, x, y in spots
            if 0 <= x <= plan.width and 0 <= y <= plan.height
        ],
    }

"""Another permit beside the one in the world, and what its coordinator sends."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from davy_core.conflicts.job import Job
from davy_core.permits.nearby import Nearby
from davy_core.permits.parts import Crossing
from davy_core.permits.tests.book import matrix
from davy_core.permits.tests.world import MORNING, OTHER, PERMIT, SPOT, STROKES

ITEMS = [item["id"] for item in matrix().analysis]


def beside(kind: str, state: str = "issued", *, signed_by: str | None = None, **over: Any) -> Nearby:
    """Another crew's work at the same place and time; `signed_by` has signed on it for the permit of the
    world."""
    clearance = over.pop("clearance", "none")
    rows = over.pop("rows", ("hot.hot",))
    job = Job(
        id=OTHER,
        type=kind,
        spot=over.pop("spot", SPOT),
        start=over.pop("start", MORNING - timedelta(hours=1)),
        end=over.pop("end", MORNING + timedelta(hours=6)),
        work=over.pop("work", {}),
        responsible="chu",
        **over,
    )
    given = (Crossing(signed_by, MORNING, {PERMIT: rows}),) if signed_by else ()
    return Nearby(job, "DH-9", state, clearance, frozenset({"chu", "wei"}), given)


def crossed(**over: Any) -> dict[str, Any]:
    """The body by which a coordinator signs for crossing with the other permit."""
    body = {"permits": [OTHER], "items": ITEMS, "analysis": "上午甲班，下午乙班", "signature": STROKES}
    return {**body, **over}

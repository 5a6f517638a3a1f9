"""Paper around a permit as the rules read it. What nobody looked up is absent, and absent is not none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from davy_core.conflicts.job import Job
from davy_core.conflicts.judge import between
from davy_core.permits.crossing import job_of
from davy_core.permits.facts import Facts
from davy_core.permits.nearby import Untold
from davy_core.permits.state import Permit


def outage_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """How many outages go on here, sheets stand in the way, and sheets nobody told of; with their serials."""
    found = facts.outage
    if found is None:
        return {"known": False}
    live, gaps = in_the_way(permit, facts), untold_here(permit, facts)
    return {
        "known": True,
        "open": len(found.open),
        "numbers": list(found.open),
        "live": len(live),
        "sheets": [job.id for job in live],
        "unaccounted": len(gaps),
        "serials": [gap.serial for gap in gaps],
        "holders": list(dict.fromkeys(gap.holder for gap in gaps)),
    }


def in_the_way(permit: Permit, facts: Facts) -> tuple[Job, ...]:
    """The live sheets that this work may not go beside: at its point or equipment, somewhere in its area when
    nobody said where, and wherever the matrix blocks or asks for a coordinator, for nobody coordinates with
    paper (S23). Where the place of the permit is not known, all of them."""
    return _reaching(permit, facts, facts.outage.live if facts.outage else ())


def untold_here(permit: Permit, facts: Facts) -> tuple[Untold, ...]:
    """The sheets nobody told of that would be in the way if they were at work: those of its area, and of a
    neighbouring one whose ground is near enough for the matrix. What nobody told of may be live."""
    seen = facts.outage.gaps if facts.outage else ()
    return tuple(gap for gap in seen if _reaching(permit, facts, gap.jobs))


def _reaching(permit: Permit, facts: Facts, jobs: Iterable[Job]) -> tuple[Job, ...]:
    own = job_of(permit, facts)
    return tuple(job for job in jobs if own is None or _meets(own, job, facts))


def _meets(own: Job, other: Job, facts: Facts) -> bool:
    here, there = own.spot, other.spot
    if here.point == there.point or not there.site:
        return True
    if here.equipment is not None and here.equipment == there.equipment:
        return True
    if here.area == there.area and there.point in {"", "None"}:
        return True
    if facts.matrix is None:
        return True
    return any(c.row.effect != "warn" for c in between(facts.matrix, own, other))

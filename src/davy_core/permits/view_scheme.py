"""The work plan behind a permit as the rules read it. What nobody looked up is absent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from davy_core.instants import iso
from davy_core.outcome import Reason
from davy_core.permits.facts import Facts
from davy_core.permits.levels import at_least
from davy_core.permits.state import Permit


def wrong_scheme(body: Mapping[str, Any], facts: Facts) -> list[Reason]:
    """A reason why what a request names as its work plan is none: nobody knows that version."""
    return [Reason("scheme_unknown")] if body.get("scheme") and facts.scheme is None else []


def scheme_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """Whether a work plan is named, and whether it is approved, for this work and place, and in force."""
    if permit.scheme is None:
        return {"named": False, "approved": False}
    found = facts.scheme
    if found is None:
        return {"named": True}
    place, order = permit.place, facts.rulebook.levels
    known: dict[str, Any] = {
        "named": True,
        "approved": found.approved_at is not None,
        "stands": found.approved_at is not None and not found.withdrawn and found.newest,
        "pending": found.pending,
        "same_place": (found.site, found.area) == (place.site, place.area)
        and found.point in {None, place.point},
        "complete": found.complete,
    }
    if permit.level in order.order:  # before it is submitted nobody knows its level
        known["same_work"] = found.type == permit.type and at_least(order, found.level, permit.level)
    if found.approved_at is not None and found.lasts_to is not None:
        known |= {"approved_at": iso(found.approved_at), "lasts_to": iso(found.lasts_to)}
    return known

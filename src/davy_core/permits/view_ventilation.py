"""The ventilation of a space as the rules read it."""

from __future__ import annotations

from typing import Any

from davy_core.instants import iso
from davy_core.permits.facts import Facts
from davy_core.permits.state import Permit

HARMLESS = {"toxic": False, "flammable": False, "ventilation": "natural"}
"""What the applicant must say, all of it, for a space without a compulsory plan."""


def ventilation_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """Whether the space needs a plan, has one, with which minimum time, and since when the fan runs."""
    plan, since = permit.ventilation, permit.ventilated_since
    found: dict[str, Any] = {
        "compulsory": is_compulsory(permit, facts),
        "planned": plan is not None,
        "running": since is not None,
    }
    if plan is not None:
        found["minimum"] = f"{plan.minimum_s}s"
    if since is not None:
        found["since"] = iso(since)
    return found


def is_compulsory(permit: Permit, facts: Facts) -> bool:
    """Whether the space needs a plan: unless the applicant said all of HARMLESS, and the register knows
    nothing worse of the place. A question that its template does not ask counts as not answered."""
    said = {field: permit.work.get(field) for field in HARMLESS}
    return permit.type == "confined" and (said != HARMLESS or _is_hazardous(facts))


def is_due(permit: Permit, facts: Facts) -> bool:
    """Whether somebody is to be asked for the plan: it is compulsory and the rules the permit stands on have
    figures for it. Pinned at submission for lists of things to do; at the gate the requirement decides."""
    return is_compulsory(permit, facts) and facts.rulebook.template.get("ventilation") is not None


def _is_hazardous(facts: Facts) -> bool:
    """Whether the register knows something harmful at the place, or may: what the table of limits does not
    know counts as harmful."""
    known = facts.rulebook.limits.substances
    ground = facts.ground
    codes = ground.substances if ground else ()
    unsure = ground is None or not ground.medium_known
    return unsure or any(c not in known or known[c].burns or known[c].poisons for c in codes)

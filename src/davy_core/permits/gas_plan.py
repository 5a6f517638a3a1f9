"""The sampling plan of a permit: where and what must be measured, from its template, its work and its
place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from davy_core.gas.plan import Arrangement, SamplingPlan, Work, plan_for
from davy_core.gas.units import GasError
from davy_core.permits.facts import Facts
from davy_core.permits.selection import fits
from davy_core.permits.state import Permit
from davy_core.permits.told import told

SHAPES: Mapping[str, Arrangement] = {"vertical": "shaft", "horizontal": "tunnel", "both": "shaft_and_tunnel"}
"""What the applicant says of a space, and how it is sampled (GB 46768-2025 5.8.6)."""


def gas_asked(permit: Permit, facts: Facts) -> bool:
    """Whether such work is tested for gas at all; a question left open counts as such work."""
    gas = facts.rulebook.template.get("gas", {})
    return bool(gas.get("required", False)) and fits(gas.get("when"), told(permit, facts))


def plan_of(permit: Permit, facts: Facts) -> SamplingPlan | None:
    """The plan, or None when the template asks for no gas or no plan can be told (then no gate on gas is
    met)."""
    gas = facts.rulebook.template.get("gas", {})
    if not gas_asked(permit, facts):
        return None
    work = told(permit, facts)
    declared = facts.ground.substances if facts.ground else ()
    asked = Work(
        kind=str(gas.get("kind", permit.type)),
        arrangement=_arrangement(gas, work),
        outer_wall=work.get("outer_wall") is True,
        substances=declared,
        plant=facts.ground.plant if facts.ground else (),
        oxygen_rich=work.get("oxygen_rich_declared") is True,
        oxygen_equipment=work.get("oxygen_equipment") is True,
        depth_m=_number(work.get(str(gas.get("depth")))),
    )
    try:
        return plan_for(asked, facts.rulebook.limits)
    except GasError:
        return None


def _arrangement(gas: Mapping[str, Any], work: Mapping[str, Any]) -> Arrangement | None:
    """Big things are sampled upper, middle and lower; so is what nobody said the size of. By depth: a shape
    that nobody told counts as deep and long."""
    if gas.get("plan") == "single":
        return "single"
    if gas.get("plan") == "by_depth":
        return SHAPES.get(str(work.get(str(gas.get("shape")))), "shaft_and_tunnel")
    return "single" if work.get(str(gas.get("size"))) is False else "vertical"


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

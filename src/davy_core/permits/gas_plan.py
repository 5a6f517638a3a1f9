"""The sampling plan of a permit: where and what must be measured, from its template, its work and its
place."""

from __future__ import annotations

from davy_core.gas.plan import Arrangement, SamplingPlan, Work, plan_for
from davy_core.gas.units import GasError
from davy_core.permits.facts import Facts
from davy_core.permits.state import Permit

BIG = {"hot": "big_equipment", "confined": "big_space"}


def plan_of(permit: Permit, facts: Facts) -> SamplingPlan | None:
    """The plan, or None when the template asks for no gas or no plan can be told (then no gate on gas is
    met)."""
    if not facts.rulebook.template.get("gas", {}).get("required", False):
        return None
    work = permit.work
    declared = facts.ground.substances if facts.ground else ()
    asked = Work(
        kind=permit.type,
        arrangement=_arrangement(permit),
        outer_wall=work.get("outer_wall") is True,
        substances=declared,
        plant=facts.ground.plant if facts.ground else (),
        oxygen_rich=work.get("oxygen_rich_declared") is True,
        oxygen_equipment=work.get("oxygen_equipment") is True,
    )
    try:
        return plan_for(asked, facts.rulebook.limits)
    except GasError:
        return None


def _arrangement(permit: Permit) -> Arrangement | None:
    """Big things are sampled upper, middle and lower; so is what nobody said the size of."""
    big = permit.work.get(BIG.get(permit.type, "big"))
    return "single" if big is False else "vertical"

"""The booking, plan or order that a permit names, as its rules and its card read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy.planning import queries as planning
from davy.sites.queries import PlaceFacts
from davy_core.permits.plan import Plan, Planned
from davy_core.permits.state import Permit

__all__ = ["about", "shown"]


def about(
    company_id: UUID, permit: Permit | None, body: Mapping[str, Any], place: PlaceFacts | None
) -> dict[str, Any]:
    """The facts of a request's plan: of what the command names, else of what the draft names. Only a draft is
    judged by them, so that nothing is asked for any other permit."""
    if permit is not None and permit.state != "draft":
        return {}
    told = body.get("plan")
    plan = Plan(told["kind"], told["id"]) if told else permit.plan if permit else None
    required = planning.required(company_id, place.site_id) if place else None
    return {"plan_required": required, "planned": _planned(company_id, plan)}


def _planned(company_id: UUID, plan: Plan | None) -> Planned | None:
    if plan is None:
        return None
    found = planning.named(company_id, plan.kind, plan.id)
    if found is None:
        return None
    return Planned(
        approved=found.approved,
        site=found.site,
        point=found.point,
        equipment=found.equipment,
        one_equipment=found.one_equipment,
        templates=found.templates,
        start=found.starts_at,
        end=found.ends_at,
    )


def shown(company_id: UUID, permit: Permit, reason: str) -> dict[str, Any] | None:
    """What the card tells of the plan: its kind, number and title, or why the work is urgent."""
    plan = permit.plan
    if plan is None and not permit.urgent:
        return None
    found = planning.named(company_id, plan.kind, plan.id) if plan else None
    return {
        "kind": plan.kind if plan else "urgent",
        "id": plan.id if plan else None,
        "number": found.number if found else None,
        "title": found.title if found else None,
        "reason": reason or None,
    }

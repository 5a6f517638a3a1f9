"""The ventilation of a space for screens: what is offered, the plan with its curve, earlier readings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from davy.db import rows
from davy_core.instants import iso
from davy_core.permits.facts import Facts
from davy_core.permits.plain import to_plain
from davy_core.permits.state import Permit
from davy_core.permits.todo import air_ready
from davy_core.ventilation.decay import FEWEST
from davy_core.ventilation.flow import PER_HOUR
from davy_core.ventilation.kept import VentilationPlan
from davy_core.ventilation.plan import check_code
from davy_core.ventilation.purge import curve
from davy_core.ventilation.residues import required

__all__ = ["earlier", "shown"]

MOST = 40
# Before the work of a permit began its readings tell of ventilating, not of working.
EARLIER = """
SELECT p.id::text AS permit, p.number, p.doc #> '{ventilation,content,flow}' AS flow, r.substance, r.unit,
 array_agg(r.sampled_at ORDER BY r.sampled_at) AS at, array_agg(r.value::text ORDER BY r.sampled_at) AS value
FROM permits_permit p JOIN permits_gas_reading r ON r.company_id = p.company_id AND r.permit_id = p.id
JOIN permits_permit mine ON mine.company_id = p.company_id AND mine.id = %s
WHERE p.company_id = %s AND p.point_id = mine.point_id AND p.id <> mine.id AND r.value > 0
 AND (p.started_at IS NULL OR r.sampled_at < p.started_at)
GROUP BY p.id, p.number, flow, r.substance, r.unit
HAVING count(DISTINCT r.sampled_at) >= %s
ORDER BY max(r.sampled_at) DESC LIMIT %s
"""


def shown(permit: Permit, facts: Facts, names: Mapping[str, str]) -> dict[str, Any] | None:
    """The ventilation part of a card; None where the template plans none."""
    told = facts.rulebook.template.get("ventilation")
    if told is None:
        return None
    plan, since = permit.ventilation, permit.ventilated_since
    return {
        "due": permit.ventilation_due,
        **{key: told[key] for key in ("formula", "source", "to_confirm")},
        "least_s": int(told["least"].removesuffix("s")),
        "ducts": [_choice(row, "mixing") for row in told["ducts"]],
        "works": [_choice(row, "factor") for row in told["works"]],
        "flow_units": list(PER_HOUR),
        "asked": _asked(facts),
        "plan": _plan(permit, plan, names) if plan else None,
        "since": to_plain(since),
        "ready_at": iso(air_ready(permit)) if plan and since else None,
    }


def earlier(company_id: UUID, permit_id: UUID) -> list[dict[str, Any]]:
    """Series of at least three readings above nothing of one substance at the same point, the newest first.
    Inside a tenant block."""
    found = rows.many(EARLIER, (permit_id, company_id, FEWEST, MOST))
    return [
        {
            **{key: row[key] for key in ("permit", "number", "substance", "unit", "flow")},
            "readings": [_reading(at, value) for at, value in zip(row["at"], row["value"], strict=True)],
        }
        for row in found
    ]


def _reading(at: datetime, value: str) -> dict[str, str]:
    return {"at": iso(at), "value": f"{Decimal(value).normalize():f}"}


def _choice(row: Mapping[str, Any], figure: str) -> dict[str, Any]:
    return {"id": row["id"], "zh": row["zh"], "en": row["en"], "figure": row[figure]}


def _asked(facts: Facts) -> list[dict[str, Any]]:
    """Every substance the limits know, those of the place first and marked."""
    table = facts.rulebook.limits
    needed = required(facts.ground.substances if facts.ground else (), table)
    codes = dict.fromkeys((*needed, *table.substances))
    return [{"substance": code, "name": _name(code, facts), "required": code in needed} for code in codes]


def _name(code: str, facts: Facts) -> dict[str, str]:
    known = facts.rulebook.limits.substances.get(code)
    return {"zh": known.zh, "en": known.en} if known else {"zh": code, "en": code}


def _plan(permit: Permit, plan: VentilationPlan, names: Mapping[str, str]) -> dict[str, Any]:
    content: dict[str, Any] = to_plain(plan.content)
    decides = content["decides"]
    rate = Decimal(content["effective_per_h"]) / Decimal(content["factor"])
    drawn = curve(Decimal(decides["start"]), rate, plan.minimum_s)
    return {
        "version": plan.version,
        "by": {"id": plan.by, "name": names.get(plan.by)},
        "at": iso(plan.at),
        "minimum_s": plan.minimum_s,
        "code": plan.code,
        "intact": check_code(permit.id, plan.version, content) == plan.code,
        "content": content,
        "curve": [{"seconds": at, "value": f"{value:.4f}"} for at, value in drawn],
    }

"""The curves of a permit as screens and paper draw them: values, gaps, the limits of the permit and the set
points of the instrument, which are two things (S3). Inside the tenant block of the company."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.instruments.kinds import kinds, words
from davy.instruments.watching import book
from davy.permits.facts import load, snapshot
from davy.readings import queries as readings
from davy_core.permits.gas_plan import plan_of
from davy_core.watch.permit_limits import permit_bounds

__all__ = ["LONGEST", "curves", "of_service", "step_of"]

LONGEST = timedelta(days=31)
_STEPS = (
    (timedelta(hours=2), 5),
    (timedelta(hours=12), 60),
    (timedelta(days=3), 300),
    (LONGEST, 1800),
)
"""Up to which span, in steps of so many seconds: never more than some 1500 points a curve."""

_SERVED = """
SELECT min(from_at) AS begin, max(coalesce(until_at, %(now)s)) AS until FROM instruments_binding
WHERE company_id = %(company)s AND permit_id = %(permit)s
"""
_SHOWN = Decimal("0.01")


def step_of(span: timedelta) -> int:
    """The step in seconds."""
    return next((step for longest, step in _STEPS if span <= longest), _STEPS[-1][1])


def of_service(company: UUID, permit_id: UUID, now: datetime) -> dict[str, Any] | None:
    """The curves from when the first instrument served the permit to when the last did, the last 31 days of
    it at the most; None when none ever did. Raises KeyError when there is no such permit."""
    span = rows.one(_SERVED, {"company": company, "permit": permit_id, "now": now})
    if span is None or span["begin"] is None:
        return None
    begin = max(span["begin"], span["until"] - LONGEST)
    return curves(company, permit_id, begin, max(span["until"], begin + timedelta(minutes=1)))


def curves(company: UUID, permit_id: UUID, begin: datetime, end: datetime) -> dict[str, Any]:
    """Every channel of every instrument while it served the permit. Raises KeyError when there is none."""
    step = step_of(end - begin)
    limits = _limits(company, permit_id, end)
    found = readings.curve(company, permit_id, begin, end, step)
    shown = [{**row, **_about(row, limits), "gaps": json.loads(row["gaps"])} for row in found]
    return {"begin": begin, "end": end, "step_s": step, "series": shown}


def _about(row: dict[str, Any], limits: dict[str, dict[str, Any]]) -> dict[str, Any]:
    channel, kind = row["channel"], kinds().get(row["kind"])
    known = kind.channels.get(channel) if kind else None
    return {
        "unit": known.unit if known else words()["channels"].get(channel, {}).get("unit", ""),
        "set_points": {name: f"{value:f}" for name, value in known.alarms.items()} if known else {},
        "silence_s": int(kind.silence.total_seconds()) if kind else 60,
        "limit": limits.get(channel),
    }


def _limits(company: UUID, permit_id: UUID, now: datetime) -> dict[str, dict[str, Any]]:
    """By channel, what the permit's own pinned plan lets pass, in the unit of the channel."""
    found = load(company, permit_id)
    if found is None:
        raise KeyError(str(permit_id))
    permit, _ = found
    facts = snapshot(company, permit, permit.place.point, {}, now=now)
    plan = plan_of(permit, facts)
    if plan is None:
        return {}
    told = {}
    for name, channel in book().channels.items():
        if channel.substance is None:
            continue
        bounds = permit_bounds(channel.substance, plan, facts.rulebook.limits).get(channel.unit)
        if bounds is not None:
            told[name] = {
                "low": _text(bounds.low, ROUND_CEILING),
                "high": _text(bounds.high, ROUND_FLOOR),
                "basis": bounds.basis,
            }
    return told


def _text(value: Decimal | None, towards: str) -> str | None:
    """To two places, never wider than it is: a converted limit has no end of digits."""
    if value is None:
        return None
    return f"{value.quantize(_SHOWN, towards).normalize():f}"

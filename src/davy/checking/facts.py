"""What a scanned code may show without a login: state and validity, and nothing about any person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.permits import contact, paper
from davy.permits.card import lamp_json
from davy.permits.facts import load, snapshot
from davy.sites import queries as sites
from davy_core.permits.gates import standing
from davy_core.permits.state import Permit
from davy_core.ventilation.plan import check_code

__all__ = ["COPY", "Scan", "Shown", "scan", "stands"]

COPY = "0"
"""What the code of a print says that is for reading only and has no number."""
STOPPABLE = frozenset({"issued", "active", "paused"})


@dataclass(frozen=True)
class Shown:
    """One permit to the public. Instants are local text to the minute; `stopped_at` of an open stop."""

    id: UUID
    token: str
    number: str | None
    type: str
    template: str
    level: str
    state: str
    clearance_open: bool
    go: bool
    starts: str
    ends: str
    area: str
    point: str
    stopped_at: str | None
    plan: str | None = None
    """The check code of the current ventilation plan; None without one, or when its content no
    longer gives it."""

    @property
    def stoppable(self) -> bool:
        """Whether a stop can change anything: work goes on, may go on, or may be resumed."""
        return self.state in STOPPABLE

    @property
    def stopped(self) -> bool:
        """Whether somebody's stop stands: another one has nothing to add."""
        return self.stopped_at is not None


@dataclass(frozen=True)
class Scan:
    """What a code leads to: one permit, or a work point with the permits that count there."""

    place: str
    permits: tuple[Shown, ...]
    is_point: bool


def stands(company_id: UUID, permit_id: UUID, asked: str, now: datetime) -> dict[str, Any] | None:
    """How the sheet in somebody's hand stands: `asked` is the number in its code, None when there is none in
    it. A number under which nothing was printed is told as such. Inside a tenant block."""
    if not asked:
        return None
    if asked == COPY:
        return {"verdict": "copy", "says": paper.words()["verdicts"]["copy"], "changed": []}
    how = paper.stands(company_id, permit_id, int(asked), now) if asked.isdecimal() else None
    if how is None:
        return {"verdict": "unknown", "says": paper.words()["verdicts"]["unknown"], "changed": []}
    return {"sheet": int(asked), **paper.told(how)}


def scan(company_id: UUID, token: str, now: datetime, zone: ZoneInfo) -> Scan | None:
    """The meaning of a code of this company, None for any other text. Inside a tenant block."""
    found = contact.scanned(company_id, token)
    if found is None:
        return None
    if "permit" in found:
        one = _shown(company_id, UUID(found["permit"]), now, zone)
        return None if one is None else Scan(one.area, (one,), is_point=False)
    ids = [UUID(row["id"]) for row in found["permits"] if row["state"] != "submitted"]
    permits = [_shown(company_id, each, now, zone) for each in ids]
    point = found["point"]
    return Scan(f"{point['area']} · {point['name']}", tuple(p for p in permits if p), is_point=True)


def _shown(company_id: UUID, permit_id: UUID, now: datetime, zone: ZoneInfo) -> Shown | None:
    found = load(company_id, permit_id)
    if found is None:
        return None
    permit, row = found
    facts = snapshot(company_id, permit, permit.place.point, {}, now=now)
    place = sites.place(company_id, point_id=UUID(permit.place.point))
    stops = [cause.at for cause in permit.causes if cause.kind == "stopped"]
    return Shown(
        id=permit_id,
        token=row["token"],
        number=permit.number,
        type=permit.type,
        template=permit.template,
        level=permit.level,
        state=permit.state,
        clearance_open=permit.clearance == "open",
        go=bool(lamp_json(permit, facts, standing(permit, facts))["go"]),
        starts=_minute(permit.window.start, zone),
        ends=_minute(permit.window.end, zone),
        area=place.area_name if place else "",
        point=place.name if place else "",
        stopped_at=_minute(max(stops), zone) if stops else None,
        plan=_code(permit),
    )


def _code(permit: Permit) -> str | None:
    plan = permit.ventilation
    if plan is None or check_code(permit.id, plan.version, plan.content) != plan.code:
        return None
    return plan.code


def _minute(at: datetime, zone: ZoneInfo) -> str:
    return at.astimezone(zone).strftime("%m-%d %H:%M")

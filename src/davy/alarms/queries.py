"""Reads alarms. Inside the tenant block of the company."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from davy.accounts.models import Company
from davy.db import rows, tenant
from davy_core.alarms.state import Alarm, Shelf, Step

__all__ = [
    "Place",
    "all_open",
    "board",
    "calling",
    "count_open",
    "due",
    "load",
    "open_for",
    "place_of",
    "row_of",
]

_NAMES = UUID("0f4b9d0e-7c0b-5d7b-9a55-1f6f3c6f2a11")  # what an alarm's id is derived under; never changes

_ALARM = """
SELECT id::text, version, permit_id::text AS permit, nullif(number, '') AS number, kind,
  nullif(code, '') AS code, subject, severity, owner, episode, state, count, raised_at, last_at,
  told::text[] AS told, acknowledged_at, acknowledged_by::text, handled_at, handled_by::text, closed_at,
  closed_by::text, called_at, rings, rung_at, shelved_at, shelved_by::text, shelved_until,
  coalesce(
    (SELECT w.name FROM people_person w WHERE w.company_id = alarms_alarm.company_id AND w.id = about_id),
    (SELECT a.name FROM sites_area a WHERE a.company_id = alarms_alarm.company_id AND a.id = about_id),
    (SELECT s.name FROM sites_site s WHERE s.company_id = alarms_alarm.company_id AND s.id = about_id)
  ) AS named
FROM alarms_alarm
CROSS JOIN LATERAL (SELECT substring(
  subject FROM '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$')::uuid AS about_id) AS about
"""
_OLD = timedelta(days=1)
"""What an older release left unanswered rings again only while it is as young as this."""


@dataclass(frozen=True)
class Place:
    """Where an alarm is to be raised: the id of its stream, and which of its kind it is, counted from 1."""

    id: UUID
    episode: int


def place_of(company_id: UUID, permit_id: str | None, kind: str, code: str | None, subject: str) -> Place:
    """The open alarm about this, or the next one's place.

    Two who ask at the same time get the same place, so the second counts the first one's alarm on.
    """
    same = (company_id, permit_id, kind, code or "", subject)
    last = rows.one(
        "SELECT id, episode, state FROM alarms_alarm WHERE company_id = %s"
        " AND permit_id IS NOT DISTINCT FROM %s::uuid AND kind = %s AND code = %s AND subject = %s"
        " ORDER BY episode DESC LIMIT 1",
        same,
    )
    if last is not None and last["state"] != "closed":
        return Place(last["id"], last["episode"])
    episode = last["episode"] + 1 if last else 1
    return Place(uuid5(_NAMES, "\n".join(map(str, (*same, episode)))), episode)


def load(company_id: UUID, alarm_id: UUID) -> Alarm | None:
    """The alarm as it stands, or None."""
    row = row_of(company_id, alarm_id)
    return None if row is None else _alarm(row)


def row_of(company_id: UUID, alarm_id: UUID) -> dict[str, Any] | None:
    """The columns of one alarm."""
    return rows.one(f"{_ALARM} WHERE company_id = %s AND id = %s", (company_id, alarm_id))


def open_for(company_id: UUID, permit_id: UUID) -> list[dict[str, Any]]:
    """The open alarms of a permit, grave ones first, then the newest."""
    return rows.many(
        f"{_ALARM} WHERE company_id = %s AND permit_id = %s AND state <> 'closed'"
        " ORDER BY severity = 'task', last_at DESC, id",
        (company_id, permit_id),
    )


def board(
    company_id: UUID,
    *,
    state: str | None = None,
    severity: str | None = None,
    permit_id: UUID | None = None,
    before: datetime | None = None,
    size: int = 100,
) -> list[dict[str, Any]]:
    """The newest alarms that fit; `state` is a state or `open`, `before` continues a list at its last
    `last_at`."""
    where, params = ["company_id = %s"], [company_id]
    asked: Mapping[str, Any] = {
        "state = %s": None if state == "open" else state,
        "severity = %s": severity,
        "permit_id = %s": permit_id,
        "last_at < %s": before,
    }
    for condition, value in asked.items():
        if value is not None:
            where.append(condition)
            params.append(value)
    if state == "open":
        where.append("state <> 'closed'")
    return rows.many(
        f"{_ALARM} WHERE {' AND '.join(where)} ORDER BY last_at DESC, id LIMIT %s", (*params, size)
    )


def all_open(company_id: UUID) -> list[dict[str, Any]]:
    """Every open alarm, grave ones first, then the newest; no more than a phone could tell anybody of."""
    return rows.many(
        f"{_ALARM} WHERE company_id = %s AND state <> 'closed'"
        " ORDER BY severity = 'task', last_at DESC, id LIMIT 500",
        (company_id,),
    )


def calling(company_id: UUID, person_id: UUID) -> list[dict[str, Any]]:
    """The grave alarms that nobody has acknowledged and this person was told of, the newest first."""
    return rows.many(
        f"{_ALARM} WHERE company_id = %s AND state = 'raised' AND severity = 'red' AND %s = ANY(told)"
        " AND shelved_until IS NULL ORDER BY last_at DESC, id LIMIT 100",
        (company_id, person_id),
    )


def count_open(company_id: UUID) -> dict[str, int]:
    """How many open alarms there are of each severity."""
    found = rows.many(
        "SELECT severity, count(*) AS n FROM alarms_alarm WHERE company_id = %s AND state <> 'closed'"
        " GROUP BY severity",
        (company_id,),
    )
    return {"red": 0, "task": 0, **{row["severity"]: row["n"] for row in found}}


def due(now: datetime, limit: int = 200) -> list[tuple[UUID, UUID]]:
    """(company, alarm) of what the clock has to ring by now, earliest first, company by company. Opens its
    own tenant blocks."""
    found: list[tuple[UUID, UUID]] = []
    for company_id in Company.objects.order_by("id").values_list("id", flat=True):
        with tenant.company(company_id):
            some = rows.many(
                "SELECT id FROM alarms_alarm WHERE company_id = %s AND state <> 'closed'"
                " AND (next_ring_at <= %s OR (next_ring_at IS NULL AND state = 'raised'"
                " AND severity = 'red' AND last_at > %s))"
                " ORDER BY next_ring_at, id LIMIT %s",
                (company_id, now, now - _OLD, limit),
            )
        found += [(company_id, row["id"]) for row in some]
    return found


def _alarm(row: Mapping[str, Any]) -> Alarm:
    same = (
        "id",
        "permit",
        "number",
        "kind",
        "code",
        "subject",
        "severity",
        "owner",
        "episode",
        "state",
        "count",
        "rings",
        "rung_at",
        "called_at",
    )
    return Alarm(
        **{name: row[name] for name in same},
        raised_at=row["raised_at"],
        last_at=row["last_at"],
        told=tuple(row["told"]),
        acknowledged=_step(row, "acknowledged"),
        handled=_step(row, "handled"),
        closed=_step(row, "closed"),
        shelf=_shelf(row),
    )


def _shelf(row: Mapping[str, Any]) -> Shelf | None:
    until = row["shelved_until"]
    return Shelf(row["shelved_at"], row["shelved_by"], until) if until else None


def _step(row: Mapping[str, Any], name: str) -> Step | None:
    at, by = row[f"{name}_at"], row[f"{name}_by"]
    return Step(at, by) if at else None

"""Reads isolations. Inside the tenant block of the company."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.db import rows
from davy_core.isolations.facts import IsolationFacts
from davy_core.isolations.state import Isolation
from davy_core.permits.plain import from_plain

__all__ = [
    "blind_numbers", "board", "equipment_of", "has_equipment", "load", "locks_elsewhere", "names_of",
    "next_number", "register", "row_of", "with_lines",
]  # fmt: skip

LOCAL = ZoneInfo("Asia/Shanghai")
OPEN = "state IN ('open', 'testing')"
_ROW = """
SELECT i.id::text, i.version, i.number, i.title, i.state, i.site_id::text AS site,
  i.area_id::text AS area, i.point_id::text AS point, i.points, i.applied, i.verified, i.blinds,
  i.blinds_verified, i.valve_only, i.locks, i.changed_at, a.name AS area_name, w.name AS point_name,
  i.doc::text AS doc,
  (SELECT count(*) FROM isolations_reliance r WHERE r.company_id = i.company_id AND r.isolation_id = i.id
   AND r.released_at IS NULL) AS relying
FROM isolations_isolation i
LEFT JOIN sites_area a ON a.company_id = i.company_id AND a.id = i.area_id
LEFT JOIN sites_work_point w ON w.company_id = i.company_id AND w.id = i.point_id
"""


def load(company_id: UUID, isolation_id: UUID) -> Isolation | None:
    """The isolation as its events fold, or None."""
    row = rows.one(
        "SELECT doc::text AS doc FROM isolations_isolation WHERE company_id = %s AND id = %s",
        (company_id, isolation_id),
    )
    return None if row is None else from_plain(Isolation, json.loads(row["doc"]))


def row_of(company_id: UUID, isolation_id: UUID) -> dict[str, Any] | None:
    """The columns of one isolation."""
    return rows.one(f"{_ROW} WHERE i.company_id = %s AND i.id = %s", (company_id, isolation_id))


def board(
    company_id: UUID,
    *,
    state: str | None = None,
    area: UUID | None = None,
    permit: UUID | None = None,
    text: str | None = None,
    before: datetime | None = None,
    size: int = 100,
) -> list[dict[str, Any]]:
    """The isolations that fit, the last changed on top; `state` is a state or `standing` (not over)."""
    where, params = ["i.company_id = %s"], [company_id]
    asked: dict[str, Any] = {
        "i.state = %s": None if state == "standing" else state,
        "i.area_id = %s": area,
        "i.changed_at < %s": before,
        "EXISTS (SELECT 1 FROM isolations_reliance r WHERE r.company_id = i.company_id"
        " AND r.isolation_id = i.id AND r.permit_id = %s)": permit,
    }
    for condition, value in asked.items():
        if value is not None:
            where.append(condition)
            params.append(value)
    if state == "standing":
        where.append(f"i.{OPEN}")
    if text:
        literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        where.append("(i.number ILIKE %s OR i.title ILIKE %s)")
        params += [f"%{literal}%", f"%{literal}%"]  # type: ignore[list-item]
    return rows.many(
        f"{_ROW} WHERE {' AND '.join(where)} ORDER BY i.changed_at DESC, i.id LIMIT %s", (*params, size)
    )


def register(company_id: UUID) -> list[dict[str, Any]]:
    """The numbers of the blinds on isolations that are not over, with what they are and where (7.3)."""
    return rows.many(
        "SELECT p.number, p.line, p.name, p.state, p.point, i.id::text AS isolation,"
        " i.number AS isolation_number, i.title, a.name AS area_name FROM isolations_point p"
        " JOIN isolations_isolation i ON i.company_id = p.company_id AND i.id = p.isolation_id"
        " LEFT JOIN sites_area a ON a.company_id = i.company_id AND a.id = i.area_id"
        " WHERE p.company_id = %s AND p.kind = 'blind' AND i.state IN ('open', 'testing')"
        " ORDER BY p.number",
        (company_id,),
    )


def names_of(company_id: UUID, isolation_id: UUID) -> dict[str, str]:
    """Point id → what people call it."""
    found = rows.many(
        "SELECT point, name FROM isolations_point WHERE company_id = %s AND isolation_id = %s",
        (company_id, isolation_id),
    )
    return {row["point"]: row["name"] for row in found}


def next_number(company_id: UUID, now: datetime) -> str:
    """The next number of the local day, e.g. GL-20261121-0007. One at a time until the transaction ends."""
    rows.one(
        "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))::text AS got", (f"isolation:{company_id}",)
    )
    prefix = f"GL-{now.astimezone(LOCAL).strftime('%Y%m%d')}-"
    row = rows.one(
        "SELECT count(*) AS n FROM isolations_isolation WHERE company_id = %s AND starts_with(number, %s)",
        (company_id, prefix),
    )
    return f"{prefix}{(row['n'] if row else 0) + 1:04d}"


def blind_numbers(company_id: UUID) -> frozenset[str]:
    """The blinds' numbers that are taken. One planner at a time, so that no number is given twice."""
    rows.one(
        "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))::text AS got", (f"isolation:{company_id}",)
    )
    return frozenset(row["number"] for row in register(company_id))


def locks_elsewhere(company_id: UUID, isolation_id: UUID, numbers: Sequence[str]) -> frozenset[str]:
    """Those of the locks that hang on other isolations. One hanger of a number at a time."""
    for number in sorted(set(numbers)):
        rows.one(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))::text AS got",
            (f"lock:{company_id}:{number}",),
        )
    found = rows.many(
        "SELECT k->>'number' AS number FROM isolations_isolation i, jsonb_array_elements(i.doc->'locks') k"
        " WHERE i.company_id = %s AND i.id <> %s AND k->>'number' = ANY(%s)",
        (company_id, isolation_id, list(numbers)),
    )
    return frozenset(row["number"] for row in found)


def with_lines(
    company_id: UUID, isolation_id: UUID, line: str | None, facts: IsolationFacts
) -> IsolationFacts:
    """The facts with the pipes on which other isolations are worked, and the permits used for a blind. One
    beginner a pipe at a time (7.10)."""
    rows.one(
        "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))::text AS got", (f"line:{company_id}:{line}",)
    )
    busy = rows.many(
        "SELECT DISTINCT line FROM isolations_point WHERE company_id = %s AND isolation_id <> %s"
        " AND line = %s AND state IN ('fitting', 'taking_out')",
        (company_id, isolation_id, line or ""),
    )
    used = rows.many(
        "SELECT fitted_under::text AS permit FROM isolations_point WHERE company_id = %s"
        " AND fitted_under = ANY(%s::uuid[]) UNION SELECT taken_out_under::text FROM isolations_point"
        " WHERE company_id = %s AND taken_out_under = ANY(%s::uuid[])",
        (company_id, list(facts.permits), company_id, list(facts.permits)),
    )
    return replace(
        facts,
        lines_busy=frozenset(row["line"] for row in busy if row["line"]),
        blinds_under=frozenset(row["permit"] for row in used),
    )


def has_equipment(company_id: UUID, equipment_id: UUID) -> bool:
    """Whether the register knows this equipment."""
    row = rows.one(
        "SELECT 1 AS there FROM sites_equipment WHERE company_id = %s AND id = %s", (company_id, equipment_id)
    )
    return row is not None


def equipment_of(company_id: UUID, equipment_id: str | None) -> dict[str, Any] | None:
    """Id, code and name of an equipment."""
    if equipment_id is None:
        return None
    return rows.one(
        "SELECT id::text, code, name FROM sites_equipment WHERE company_id = %s AND id = %s",
        (company_id, equipment_id),
    )

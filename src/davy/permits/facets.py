"""A page of what the archive found, and how many there are of each kind. Inside a tenant block."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.permits.listing import BoardFilter
from davy.permits.queries import ITEM, LABELS

__all__ = ["found"]

MONTHS = 36
_SHOWN = 50
_STATEMENT = """
WITH hit AS MATERIALIZED (
  SELECT p.id, p.type, p.level, p.state, p.area_id, p.starts_at FROM permits_permit p
  WHERE {where} AND {narrowed}),
counted AS (
  SELECT type, level, state, area_id, to_char(starts_at AT TIME ZONE %(zone)s, 'YYYY-MM') AS month,
    count(*) AS n
  FROM hit GROUP BY GROUPING SETS ((type), (level), (state), (area_id), (5))),
areas AS (
  SELECT c.area_id, c.n, a.name, a.unit_id, u.name AS unit FROM counted c
  LEFT JOIN sites_area a ON a.company_id = %(company)s AND a.id = c.area_id
  LEFT JOIN sites_unit u ON u.company_id = a.company_id AND u.id = a.unit_id WHERE c.area_id IS NOT NULL),
newest AS (
  SELECT p.*, h.starts_at AS k FROM (SELECT id, starts_at FROM hit ORDER BY starts_at DESC, id LIMIT %(size)s
    OFFSET %(offset)s) h
  JOIN permits_permit p ON p.company_id = %(company)s AND p.id = h.id)
SELECT json_build_object(
 'total', (SELECT count(*) FROM hit),
 'types', {type}, 'levels', {level}, 'states', {state},
 'months', coalesce((SELECT json_agg(json_build_object('id', month, 'n', n) ORDER BY month DESC) FROM (
    SELECT month, n FROM counted WHERE month IS NOT NULL ORDER BY month DESC LIMIT %(months)s) m), '[]'),
 'areas', coalesce((SELECT json_agg(json_build_object('id', area_id, 'name', name, 'n', n)
    ORDER BY n DESC, name) FROM areas), '[]'),
 'units', coalesce((SELECT json_agg(json_build_object('id', unit_id, 'name', unit, 'n', n)
    ORDER BY n DESC, unit) FROM (SELECT unit_id, unit, sum(n) AS n FROM areas WHERE unit_id IS NOT NULL
      GROUP BY 1, 2) s), '[]'),
 'items', coalesce((SELECT json_agg({item} ORDER BY p.k DESC, p.id) FROM newest p {labels}), '[]'),
 'page', %(page)s::int, 'size', %(size)s::int)::text AS answer
"""
_COUNT = """coalesce((SELECT json_agg(json_build_object('id', {0}, 'n', n) ORDER BY n DESC, {0})
    FROM counted WHERE {0} IS NOT NULL), '[]')"""


def found(company_id: UUID, asked: BoardFilter, zone: str) -> dict[str, Any]:
    """A page of the permits that fit, the newest planned first, with how many there are of each type, level,
    state, area, unit and month (of the planned start, in the company's time zone)."""
    where, params = asked.where(company_id)
    narrowed, narrow = asked.narrowed()
    counts = {name: _COUNT.format(name) for name in ("type", "level", "state")}
    statement = _STATEMENT.format(where=where, narrowed=narrowed, item=ITEM, labels=LABELS, **counts)
    paging = {
        "company": company_id,
        "zone": zone,
        "months": MONTHS,
        "size": _SHOWN,
        "page": asked.page,
        "offset": (asked.page - 1) * _SHOWN,
    }
    row = rows.one(statement, {**params, **narrow, **paging})
    answer: dict[str, Any] = json.loads(row["answer"]) if row else {}
    return answer

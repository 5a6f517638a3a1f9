"""What the plan of a site shows beside its permits, by one statement. Inside a tenant block."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from davy.alarms.contract import book
from davy.db import rows

__all__ = ["plan"]

_AT_WORK = "('active', 'paused')"
_LIVE = """
live AS MATERIALIZED (
  SELECT p.id, p.number, p.type, p.state, p.clearance, p.area_id, p.point_id, p.responsible_id,
    p.guardian_id, p.doc, w.name AS point, w.plan_x AS x, w.plan_y AS y
  FROM permits_permit p
  LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
  WHERE p.company_id = %(company)s AND p.site_id = %(site)s
    AND (p.state IN ('issued', 'active', 'paused', 'finished') OR p.clearance = 'open'))
"""
_AREAS = """
SELECT json_build_object('id', a.id, 'name', a.name, 'code', a.code, 'x', a.plan_x, 'y', a.plan_y,
  'risk_grade', a.risk_grade,
  'frozen', (SELECT json_build_object('post', z.post, 'at', z.frozen_at, 'by', (
      SELECT f.name FROM people_person f WHERE f.company_id = z.company_id AND f.id = z.frozen_by))
    FROM sites_area_freeze z WHERE z.company_id = a.company_id AND z.area_id = a.id),
  'risks', coalesce((SELECT json_agg(DISTINCT coalesce(l.doc->>'risk_grade', 'unknown')) FROM live l
    WHERE l.area_id = a.id), '[]'),
  'stops', coalesce((SELECT json_agg(json_build_object('id', l.id, 'number', l.number, 'type', l.type,
    'state', l.state, 'point', l.point) ORDER BY l.state <> 'active', l.number, l.id) FROM live l
    WHERE l.area_id = a.id AND l.state IN ('issued', 'active', 'paused')), '[]')) AS one
FROM sites_area a WHERE a.company_id = %(company)s AND a.site_id = %(site)s ORDER BY a.code
"""
_PEOPLE = f"""
SELECT json_build_object('permit', l.id, 'number', l.number, 'point', l.point, 'point_id', l.point_id,
  'x', l.x, 'y', l.y, 'here', (
    SELECT json_agg(json_build_object('id', k.id, 'name', h.name, 'inside', l.doc->'inside' ? k.id,
      'duty', CASE WHEN k.id::uuid = l.responsible_id THEN 'responsible'
        WHEN k.id::uuid = l.guardian_id THEN 'guardian' ELSE 'worker' END) ORDER BY h.name, k.id)
    FROM (SELECT jsonb_object_keys(l.doc->'check_ins') AS id UNION
      SELECT jsonb_array_elements_text(l.doc->'inside')) k
    LEFT JOIN people_person h ON h.company_id = %(company)s AND h.id = k.id::uuid)) AS one
FROM live l WHERE (l.state IN {_AT_WORK} AND l.doc->'check_ins' <> '{{}}'
  OR jsonb_array_length(l.doc->'inside') > 0) ORDER BY l.number, l.id
"""  # noqa: S608 - constants
_ISOLATIONS = """
SELECT json_build_object('id', i.id, 'number', i.number, 'title', i.title, 'state', i.state,
  'points', i.points, 'verified', i.verified, 'point_id', i.point_id,
  'x', coalesce(w.plan_x, a.plan_x), 'y', coalesce(w.plan_y, a.plan_y),
  'at_area', w.plan_x IS NULL) AS one
FROM isolations_isolation i
LEFT JOIN sites_area a ON a.company_id = i.company_id AND a.id = i.area_id
LEFT JOIN sites_work_point w ON w.company_id = i.company_id AND w.id = i.point_id
WHERE i.company_id = %(company)s AND i.site_id = %(site)s AND i.state IN ('open', 'testing')
ORDER BY i.number, i.id
"""
_BELLS = """
SELECT json_build_object('id', b.id, 'kind', b.kind, 'code', b.code, 'number', b.number, 'state', b.state,
  'at', b.last_at, 'permit', b.permit_id, 'point', w.name, 'point_id', p.point_id, 'x', w.plan_x,
  'y', w.plan_y) AS one
FROM alarms_alarm b
LEFT JOIN permits_permit p ON p.company_id = b.company_id AND p.id = b.permit_id
LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
WHERE b.company_id = %(company)s AND b.state <> 'closed' AND b.severity = 'red'
  AND (b.permit_id IS NULL OR p.site_id = %(site)s)
ORDER BY b.last_at DESC, b.id LIMIT 500
"""
_PLAN = f"""
WITH {_LIVE}
SELECT json_build_object(
 'areas', coalesce((SELECT json_agg(one) FROM ({_AREAS}) f), '[]'),
 'people', coalesce((SELECT json_agg(one) FROM ({_PEOPLE}) f), '[]'),
 'isolations', coalesce((SELECT json_agg(one) FROM ({_ISOLATIONS}) f), '[]'),
 'bells', coalesce((SELECT json_agg(one) FROM ({_BELLS}) f), '[]'))::text AS answer
"""  # noqa: S608 - composed of constants; every value is a parameter


def plan(company_id: UUID, site_id: UUID) -> dict[str, Any]:
    """Areas with their risk, freeze and what a freeze would stop; people on permits; isolations that stand;
    red alarms. Cameras are a register of their own."""
    found = rows.one(_PLAN, {"company": company_id, "site": site_id})
    read: dict[str, Any] = json.loads(found["answer"]) if found else {}
    return {**read, "bells": [_bell(row) for row in read["bells"]]}


def _bell(row: dict[str, Any]) -> dict[str, Any]:
    title = book().title(row["kind"], row["code"] or None)
    return {**row, "number": row["number"] or None, "title": {"zh": title.zh, "en": title.en}}

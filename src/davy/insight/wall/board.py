"""Everything the wall board of a site shows, by one statement. Inside a tenant block."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from functools import cache
from importlib import resources
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

import yaml

from davy.alarms.contract import book
from davy.clock import beat
from davy.db import rows
from davy.insight.wall.naming import told
from davy.rulebook import law

__all__ = ["LOOKED_BACK", "Names", "board"]

Names = Literal["none", "family_post", "full"]
LOOKED_BACK = timedelta(days=30)
"""Over which stretch the closed-loop rate is reckoned."""

_AT_WORK = "('active', 'paused')"
_LIVE = f"""
live AS MATERIALIZED (
  SELECT p.id, p.number, p.type, p.state, p.clearance, p.area_id, p.ends_at, p.not_confirmed, p.lapses_at,
    p.waiting_posts, p.responsible_id, p.guardian_id, p.doc, a.name AS area, w.name AS point, w.plan_x AS x,
    w.plan_y AS y, CASE WHEN p.clearance = 'open' THEN 'clearance' ELSE p.state END AS face,
    p.clearance = 'open' OR p.state IN ('issued', 'active', 'paused', 'finished') AS on_place
  FROM permits_permit p
  LEFT JOIN sites_area a ON a.company_id = p.company_id AND a.id = p.area_id
  LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
  WHERE p.company_id = %(company)s AND p.site_id = %(site)s
    AND (p.state IN ('submitted', 'issued', 'active', 'paused', 'finished') OR p.clearance = 'open')),
today AS (
  SELECT p.type, CASE WHEN p.clearance = 'open' THEN 'clearance' ELSE p.state END AS face
  FROM permits_permit p WHERE p.company_id = %(company)s AND p.site_id = %(site)s AND p.state <> 'draft'
    AND p.starts_at < %(day_to)s::timestamptz AND p.ends_at >= %(day_from)s::timestamptz),
over AS (
  SELECT l.* FROM live l WHERE l.ends_at < %(now)s::timestamptz
    AND (l.state IN {_AT_WORK} OR l.clearance = 'open')),
ended AS (
  SELECT p.state = 'closed' OR p.state IN ('voided', 'withdrawn')
      AND (p.clearance = 'confirmed' OR p.started_at IS NULL) AS in_loop
  FROM permits_permit p WHERE p.company_id = %(company)s AND p.site_id = %(site)s
    AND p.ends_at >= %(back)s::timestamptz AND p.ends_at < %(now)s::timestamptz
    AND p.doc->>'issued_at' IS NOT NULL),
bells AS (
  SELECT b.id, b.kind, b.code, b.severity, b.state, b.number, b.last_at, b.raised_at, w.name AS point,
    a.name AS area, greatest(b.raised_at, b.called_at, b.rung_at) AS called_at,
    b.shelved_until IS NOT NULL AS shelved, EXISTS (SELECT 1 FROM emergency_emergency e
      WHERE e.company_id = b.company_id AND e.state = 'open' AND (e.site_id IS NULL OR e.site_id = %(site)s)
        AND e.doc->'triggers' @> jsonb_build_array(jsonb_build_object('alarm', b.id::text))) AS led
  FROM alarms_alarm b
  LEFT JOIN permits_permit p ON p.company_id = b.company_id AND p.id = b.permit_id
  LEFT JOIN sites_area a ON a.company_id = p.company_id AND a.id = p.area_id
  LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
  WHERE b.company_id = %(company)s AND b.state <> 'closed'
    AND (b.permit_id IS NULL OR p.site_id = %(site)s))
"""  # noqa: S608 - constants
_INSIDE = """
SELECT json_build_object('id', l.id, 'number', l.number, 'area', l.area, 'point', l.point, 'face', l.face,
  'tools', jsonb_array_length(l.doc->'tools_inside'), 'people', coalesce((
    SELECT json_agg(json_build_object('name', h.name, 'post', (
        SELECT min(o.name) FROM people_post o WHERE o.company_id = %(company)s AND o.holder_id = h.id),
      'duty', CASE WHEN i.id::uuid = l.responsible_id THEN 'responsible'
        WHEN i.id::uuid = l.guardian_id THEN 'guardian' ELSE 'worker' END) ORDER BY i.n)
    FROM jsonb_array_elements_text(l.doc->'inside') WITH ORDINALITY i(id, n)
    LEFT JOIN people_person h ON h.company_id = %(company)s AND h.id = i.id::uuid), '[]')) AS one
FROM live l WHERE jsonb_array_length(l.doc->'inside') > 0
  OR l.type = 'confined' AND (l.state IN ('active', 'paused') OR l.clearance = 'open')
ORDER BY jsonb_array_length(l.doc->'inside') DESC, l.number, l.id
"""
_WAITING = """
SELECT json_build_object('id', l.id, 'number', l.number, 'type', l.type, 'area', l.area, 'point', l.point,
  'since', coalesce(l.doc->>'stage_since', l.doc->>'submitted_at'), 'posts', (
    SELECT json_agg(DISTINCT coalesce(o.name, u.code)) FROM unnest(l.waiting_posts) u(code)
    LEFT JOIN people_post o ON o.company_id = %(company)s AND o.code = u.code)) AS one
FROM live l WHERE l.state = 'submitted'
ORDER BY coalesce(l.doc->>'stage_since', l.doc->>'submitted_at'), l.id
"""
_AREAS = """
SELECT json_build_object('id', a.id, 'name', a.name, 'x', a.plan_x, 'y', a.plan_y,
  'frozen', EXISTS (SELECT 1 FROM sites_area_freeze z WHERE z.company_id = a.company_id AND z.area_id = a.id),
  'faces', coalesce((SELECT json_object_agg(face, n) FROM (
    SELECT face, count(*) AS n FROM live l WHERE l.area_id = a.id GROUP BY face) f), '{}'),
  'risks', coalesce((SELECT json_agg(DISTINCT g) FROM (
    SELECT coalesce(l.doc->>'risk_grade', 'unknown') FROM live l WHERE l.area_id = a.id AND l.on_place
    UNION SELECT a.risk_grade WHERE a.risk_grade IS NOT NULL) r(g)), '[]')) AS one
FROM sites_area a WHERE a.company_id = %(company)s AND a.site_id = %(site)s ORDER BY a.code
"""
_OUTAGES = """
SELECT json_build_object('number', o.number, 'starts_at', o.starts_at, 'until', o.until,
  'overdue', o.until < %(now)s::timestamptz, 'areas', coalesce((
    SELECT json_agg(a.name ORDER BY a.code) FROM sites_area a
    WHERE a.company_id = o.company_id AND a.id = ANY(o.areas)), '[]')) AS one
FROM outages_outage o WHERE o.company_id = %(company)s AND o.site_id = %(site)s AND o.state = 'open'
  AND o.starts_at <= %(now)s::timestamptz ORDER BY o.starts_at, o.id
"""
# What is done first, of it what is not done yet; and the roll, those not accounted for first.
_EMERGENCIES = """
SELECT json_build_object('id', e.id, 'number', e.number, 'opened_at', e.opened_at,
  'kind', e.doc->'triggers'->0->>'kind', 'point', w.name,
  'area', coalesce(a.name, (SELECT s.name FROM sites_site s
    WHERE s.company_id = e.company_id AND s.id = e.site_id)),
  'done', (SELECT count(*) FROM jsonb_object_keys(e.doc->'done')),
  'tasks', jsonb_array_length(e.doc->'tasks'),
  'undone', coalesce((SELECT json_agg(t.code ORDER BY t.n)
    FROM jsonb_array_elements_text(e.doc->'tasks') WITH ORDINALITY t(code, n)
    WHERE NOT e.doc->'done' ? t.code), '[]'),
  'people', coalesce((SELECT json_agg(json_build_object('name', h.name, 'post', (
      SELECT min(o.name) FROM people_post o WHERE o.company_id = %(company)s AND o.holder_id = h.id),
      'duty', 'worker', 'status', e.doc->'called'->(r.one->>'person')->>'status',
      'inside', (r.one->>'inside')::boolean)
      ORDER BY coalesce(e.doc->'called'->(r.one->>'person')->>'status' IN ('found', 'hurt'), false),
        NOT (r.one->>'inside')::boolean, r.n)
    FROM jsonb_array_elements(e.doc->'roll') WITH ORDINALITY r(one, n)
    LEFT JOIN people_person h ON h.company_id = %(company)s AND h.id = (r.one->>'person')::uuid),
    '[]')) AS one
FROM emergency_emergency e
LEFT JOIN sites_area a ON a.company_id = e.company_id AND a.id = e.area_id
LEFT JOIN sites_work_point w ON w.company_id = e.company_id AND w.id::text = e.doc->>'point'
WHERE e.company_id = %(company)s AND e.state = 'open' AND (e.site_id IS NULL OR e.site_id = %(site)s)
ORDER BY e.opened_at, e.id
"""
_BOARD = f"""
WITH {_LIVE}
SELECT json_build_object(
 'site', (SELECT json_build_object('id', s.id, 'name', s.name) FROM sites_site s
   WHERE s.company_id = %(company)s AND s.id = %(site)s),
 'plan', (SELECT json_build_object('drawing', d.drawing, 'width', d.width, 'height', d.height)
   FROM sites_plan_drawing d WHERE d.company_id = %(company)s AND d.site_id = %(site)s),
 'counts', coalesce((SELECT json_object_agg(face, n) FROM (
   SELECT face, count(*) AS n FROM live GROUP BY face) f), '{{}}'),
 'not_confirmed', (SELECT count(*) FROM live WHERE state = 'paused' AND not_confirmed),
 'checked_in', (SELECT count(DISTINCT k) FROM live l, jsonb_object_keys(l.doc->'check_ins') k
   WHERE l.state IN {_AT_WORK}),
 'types', coalesce((SELECT json_agg(json_build_object('type', type, 'faces', faces)
   ORDER BY all_of DESC, type) FROM (SELECT type, sum(n) AS all_of, json_object_agg(face, n) AS faces FROM (
     SELECT type, face, count(*) AS n FROM today GROUP BY type, face) t GROUP BY type) k), '[]'),
 'marks', coalesce((SELECT json_agg(json_build_object('id', id, 'number', number, 'type', type,
   'state', state, 'clearance', clearance, 'not_confirmed', not_confirmed, 'x', x, 'y', y) ORDER BY id)
   FROM live WHERE x IS NOT NULL AND y IS NOT NULL AND state <> 'submitted'), '[]'),
 'areas', coalesce((SELECT json_agg(one) FROM ({_AREAS}) f), '[]'),
 'over', coalesce((SELECT json_agg(json_build_object('id', id, 'number', number, 'type', type, 'area', area,
   'point', point, 'face', face, 'ends_at', ends_at) ORDER BY ends_at, id) FROM over), '[]'),
 'waiting', coalesce((SELECT json_agg(one) FROM ({_WAITING}) f), '[]'),
 'inside', coalesce((SELECT json_agg(one) FROM ({_INSIDE}) f), '[]'),
 'bells', coalesce((SELECT json_agg(json_build_object('id', id, 'kind', kind, 'code', code, 'number', number,
   'area', area, 'point', point, 'state', state, 'at', last_at, 'since', raised_at, 'called_at', called_at,
   'shelved', shelved, 'led', led) ORDER BY last_at DESC, id)
   FROM bells WHERE severity = 'red'), '[]'),
 'outages', coalesce((SELECT json_agg(one) FROM ({_OUTAGES}) f), '[]'),
 'emergencies', coalesce((SELECT json_agg(one) FROM ({_EMERGENCIES}) f), '[]'),
 'tasks', (SELECT count(*) FROM bells WHERE severity <> 'red'),
 'loop', (SELECT json_build_object('closed', count(*) FILTER (WHERE in_loop), 'all', count(*)) FROM ended)
)::text AS answer
"""  # noqa: S608 - composed of constants; every value is a parameter


def board(company_id: UUID, site_id: UUID, *, zone: ZoneInfo, now: datetime, names: Names) -> dict[str, Any]:
    """The board of the site at `now`; `today` is the day of the zone, `names` says how people are named.

    A site that the company does not have gives `site` None."""
    day = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    asked = {
        "company": company_id,
        "site": site_id,
        "now": now,
        "day_from": day,
        "day_to": day + timedelta(days=1),
        "back": now - LOOKED_BACK,
    }
    found = rows.one(_BOARD, asked)
    read: dict[str, Any] = json.loads(found["answer"]) if found else {"site": None}
    for space in read.get("inside", ()):
        space["people"] = [told(person, names) for person in space["people"]]
    for one in read.get("emergencies", ()):
        one["people"] = [
            {**told(p, names), "status": p["status"], "inside": p["inside"]} for p in one["people"]
        ]
    watched = beat.state()
    return {
        **read,
        "types": [{**row, "title": _title(row["type"])} for row in read.get("types", ())],
        "bells": [_bell(row) for row in read.get("bells", ())],
        "emergencies": [_danger(row) for row in read.get("emergencies", ())],
        "names": names,
        "back_days": LOOKED_BACK.days,
        "clock_ok": watched.ok,
        "beat_at": watched.at,
        "server_time": now,
    }


def _title(work_type: str) -> dict[str, str]:
    if work_type in law.templates():
        return dict(law.template(work_type)["title"])
    return {"zh": work_type, "en": work_type}


def _bell(row: dict[str, Any]) -> dict[str, Any]:
    title = book().title(row["kind"], row["code"] or None)
    return {**row, "number": row["number"] or None, "title": {"zh": title.zh, "en": title.en}}


def _danger(row: dict[str, Any]) -> dict[str, Any]:
    title, said = book().title(row["kind"], None), _first_tasks()
    undone = [said[code] for code in row["undone"] if code in said]
    return {**row, "title": {"zh": title.zh, "en": title.en}, "undone": undone}


@cache
def _first_tasks() -> dict[str, dict[str, str]]:
    file = resources.files("davy_law").joinpath("contracts", "emergencies.yaml")
    rows_of = yaml.safe_load(file.read_text(encoding="utf-8"))["tasks"]
    return {code: {"zh": row["zh"], "en": row["en"]} for code, row in rows_of.items()}

"""The roster, each person with the state of his papers, and the calendar of what ends. One statement each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.people.ledger.ends import ENDS

__all__ = ["due", "roster"]

_ROSTER = f"""
WITH ends AS (SELECT * FROM ({ENDS}) e WHERE company_id = %(company)s),
mine AS (
  SELECT person_id, count(*) FILTER (WHERE what = 'certificate') AS papers,
    count(*) FILTER (WHERE day < %(today)s) AS ended,
    min(day) FILTER (WHERE day >= %(today)s) AS next_end, min(day) AS first_end,
    (array_agg(what || '/' || name ORDER BY day) FILTER (WHERE day >= %(today)s))[1] AS next_what
  FROM ends GROUP BY person_id),
listed AS (
  SELECT p.id, p.name, p.name_pinyin, p.hr_code, f.name AS firm, u.name AS unit, p.team, p.trade, p.status,
    coalesce((SELECT json_agg(DISTINCT o.name) FROM people_post o WHERE o.company_id = p.company_id
      AND p.id IN (o.holder_id, o.deputy_id)), '[]') AS posts,
    coalesce(m.papers, 0) AS papers, coalesce(m.ended, 0) AS ended, m.next_end, m.first_end, m.next_what,
    coalesce((SELECT CASE WHEN k.verdict = 'unfit' THEN 'unfit'
        WHEN k.valid_to IS NULL OR k.valid_to < %(today)s THEN 'expired' ELSE k.verdict END FROM
          people_checkup k
      WHERE k.company_id = p.company_id AND k.person_id = p.id AND k.done_on <= %(today)s
      ORDER BY k.done_on DESC, k.verdict = 'unfit' DESC, k.id DESC LIMIT 1), 'missing') AS medical,
    coalesce((SELECT json_agg(DISTINCT t.subject) FROM people_training t WHERE t.company_id = p.company_id
      AND t.person_id = p.id AND t.passed AND t.done_on <= %(today)s AND t.valid_to >= %(today)s), '[]')
      AS trainings,
    EXISTS (SELECT FROM people_restriction r WHERE r.company_id = p.company_id AND r.person_id = p.id
      AND r.lifted_on IS NULL AND r.since <= %(today)s AND coalesce(r.until, %(today)s) >= %(today)s) AS
        limited
  FROM people_person p
  LEFT JOIN people_firm f ON f.company_id = p.company_id AND f.id = p.firm_id
  LEFT JOIN sites_unit u ON u.company_id = p.company_id AND u.id = p.unit_id
  LEFT JOIN mine m ON m.person_id = p.id
  WHERE p.company_id = %(company)s
    AND (%(firm)s::uuid IS NULL OR p.firm_id = %(firm)s) AND (%(own)s::boolean IS NULL OR (p.firm_id IS NULL)
      = %(own)s)
    AND (%(unit)s::uuid IS NULL OR p.unit_id = %(unit)s)
    AND (%(team)s = '' OR p.team = %(team)s) AND (%(trade)s = '' OR p.trade = %(trade)s)
    AND (%(status)s::text IS NULL OR p.status = %(status)s)
    AND (%(q)s = '' OR position(%(q)s in p.name) > 0 OR lower(p.name_pinyin) LIKE %(starts)s
      OR lower(p.hr_code) LIKE %(starts)s)
    AND (%(post)s = '' OR EXISTS (SELECT FROM people_post o WHERE o.company_id = p.company_id AND o.code =
      %(post)s
      AND p.id IN (o.holder_id, o.deputy_id)))),
judged AS (
  SELECT *, limited OR medical = 'unfit' AS barred FROM listed),
kept AS (
  SELECT * FROM judged WHERE (%(by)s::date IS NULL OR first_end <= %(by)s)
    AND (%(worst)s::text IS NULL OR (%(worst)s = 'ended' AND ended > 0) OR (%(worst)s = 'barred' AND barred)
      OR (%(worst)s = 'missing' AND papers = 0) OR (%(worst)s = 'soon' AND next_end <= %(soon)s)))
SELECT (SELECT count(*) FROM kept) AS total, coalesce((SELECT json_agg(page) FROM (
  SELECT id, name, hr_code, firm, unit, team, trade, status, posts, papers, ended, next_end, next_what,
    medical,
    trainings, barred
  FROM kept ORDER BY
    CASE WHEN %(sort)s = 'ends' THEN first_end END NULLS LAST,
    CASE %(sort)s WHEN 'firm' THEN firm WHEN 'trade' THEN trade WHEN 'code' THEN hr_code END NULLS FIRST,
    name_pinyin, name, id LIMIT %(size)s OFFSET %(skip)s) page), '[]') AS page
"""  # noqa: S608 - constants
_DUE = f"""
SELECT e.day, e.person_id, p.name AS person, f.name AS firm,
  CASE WHEN e.what = 'certificate' AND e.review THEN 'review' ELSE e.what END AS what, e.name, e.id AS row_id
FROM ({ENDS}) e
JOIN people_person p ON p.company_id = e.company_id AND p.id = e.person_id AND p.status <> 'left'
LEFT JOIN people_firm f ON f.company_id = p.company_id AND f.id = p.firm_id
WHERE e.company_id = %(company)s AND e.day >= %(start)s AND e.day <= %(end)s
ORDER BY e.day, p.name_pinyin, p.name, e.what, e.name LIMIT 2000
"""  # noqa: S608 - constants


def roster(company_id: UUID, asked: Mapping[str, Any], today: date) -> tuple[list[dict[str, Any]], int]:
    """A page of people and how many there are; `asked` names every filter. Inside a tenant block."""
    found = rows.one(_ROSTER, {**asked, "company": company_id, "today": today}) or {"page": "[]", "total": 0}
    page = found["page"]
    return (json.loads(page) if isinstance(page, str) else page), int(found["total"])


def due(company_id: UUID, start: date, end: date) -> list[dict[str, Any]]:
    """What ends within these days, both included, of everybody who has not left; 2,000 at most."""
    return rows.many(_DUE, {"company": company_id, "start": start, "end": end})

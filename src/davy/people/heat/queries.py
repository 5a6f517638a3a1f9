"""Counts people by the worst state of their certificates, lists those of one count, and what ends by month.

One reading of states stands under counts and lists, so that a count leads to exactly as many people. Inside a
tenant block.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Literal, get_args
from uuid import UUID

from davy.db import rows
from davy.people.ledger.ends import CERTIFICATES, ENDS

__all__ = ["BY", "STATES", "By", "State", "counts", "forecast", "listed"]

By = Literal["firm", "unit", "team", "trade"]
BY: tuple[By, ...] = get_args(By)
State = Literal["frozen", "expired", "unknown", "d7", "d30", "d90", "valid", "none"]
STATES: tuple[State, ...] = get_args(State)
"""Each person is counted once, in the first of these that fits."""

# Nobody knows when a paper without an end of validity ends: it is not valid.
_PEOPLE = f"""
SELECT p.id, p.name, p.name_pinyin, p.hr_code, p.firm_id, p.unit_id, p.team, p.trade, c.day,
  CASE WHEN p.status = 'frozen' THEN 'frozen' WHEN c.person_id IS NULL THEN 'none'
    WHEN c.day < %(today)s THEN 'expired' WHEN c.open THEN 'unknown'
    WHEN c.day <= %(today)s::date + 7 THEN 'd7' WHEN c.day <= %(today)s::date + 30 THEN 'd30'
    WHEN c.day <= %(today)s::date + 90 THEN 'd90' ELSE 'valid' END AS state
FROM people_person p
LEFT JOIN (SELECT person_id, min(day) AS day, bool_or(day IS NULL) AS open
  FROM ({CERTIFICATES}) papers GROUP BY person_id) c ON c.person_id = p.id
WHERE p.company_id = %(company)s AND p.status <> 'left'
"""  # noqa: S608 - constants
# Two firms may have a team of one name.
_KEY = {
    "firm": "coalesce(s.firm_id::text, '')",
    "unit": "coalesce(s.unit_id::text, '')",
    "team": "CASE WHEN s.team = '' THEN '' ELSE coalesce(s.firm_id::text, '') || '/' || s.team END",
    "trade": "s.trade",
}
_NAME = {
    "firm": "max(f.name)",
    "unit": "max(u.name)",
    "team": "max(s.team)",
    "trade": "max(s.trade)",
}
_NAMED = """
LEFT JOIN people_firm f ON f.company_id = %(company)s AND f.id = s.firm_id
LEFT JOIN sites_unit u ON u.company_id = %(company)s AND u.id = s.unit_id
"""
_EACH = ", ".join(f"count(*) FILTER (WHERE state = '{state}') AS {state}" for state in STATES)
_COUNTS = {
    by: f"""
SELECT {_KEY[by]} AS key, coalesce({_NAME[by]}, '') AS name,
  {"coalesce(max(f.name), '')" if by == "team" else "''"} AS firm, count(*) AS total, {_EACH}
FROM ({_PEOPLE}) s {_NAMED}
GROUP BY 1 ORDER BY count(*) FILTER (WHERE state IN ('frozen', 'expired', 'unknown')) DESC,
  count(*) FILTER (WHERE state IN ('d7', 'd30')) DESC, 2, 1 LIMIT 500
"""  # noqa: S608 - constants
    for by in BY
}
_LISTED = {
    by: f"""
WITH papers AS ({CERTIFICATES}),
found AS (SELECT s.*, f.name AS firm, u.name AS unit FROM ({_PEOPLE}) s {_NAMED}
  WHERE (%(key)s::text IS NULL OR {_KEY[by]} = %(key)s) AND (%(state)s::text IS NULL OR state = %(state)s))
SELECT (SELECT count(*) FROM found) AS total, coalesce((SELECT json_agg(page) FROM (
  SELECT id, name, hr_code, firm, unit, team, trade, state, day,
    coalesce((SELECT json_agg(json_build_object('name', c.item, 'day', c.day, 'review', c.review)
        ORDER BY c.day NULLS FIRST)
      FROM papers c WHERE c.person_id = found.id), '[]') AS papers
  FROM found ORDER BY day NULLS LAST, name_pinyin, name, id
  LIMIT %(size)s OFFSET %(skip)s) page), '[]') AS page
"""  # noqa: S608 - constants
    for by in BY
}
_FORECAST = f"""
SELECT to_char(day, 'YYYY-MM') AS month,
  count(*) FILTER (WHERE e.what = 'certificate' AND NOT e.review) AS certificate,
  count(*) FILTER (WHERE e.what = 'certificate' AND e.review) AS review,
  count(*) FILTER (WHERE e.what = 'checkup') AS checkup,
  count(*) FILTER (WHERE e.what = 'training') AS training,
  count(DISTINCT e.person_id) AS people
FROM ({ENDS}) e
JOIN people_person p ON p.company_id = e.company_id AND p.id = e.person_id AND p.status <> 'left'
WHERE e.day >= %(today)s AND e.day < %(end)s GROUP BY 1
"""  # noqa: S608 - constants


def counts(company_id: UUID, by: By, today: date) -> list[dict[str, Any]]:
    """How many people are in each state, a row each firm (empty: own staff), unit, team or trade; those with
    most to do first, 500 at most."""
    found = rows.many(_COUNTS[by], {"company": company_id, "today": today})
    return [
        {**{n: row[n] for n in ("key", "name", "firm", "total")}, "counts": {s: row[s] for s in STATES}}
        for row in found
    ]


def listed(
    company_id: UUID, by: By, today: date, *, key: str | None, state: State | None, page: int, size: int
) -> tuple[list[dict[str, Any]], int]:
    """A page of the people of one count, whose papers end first in front, and how many there are."""
    asked = {"company": company_id, "today": today, "key": key, "state": state}
    found = rows.one(_LISTED[by], {**asked, "size": size, "skip": (page - 1) * size})
    shown = found["page"] if found else "[]"
    return (json.loads(shown) if isinstance(shown, str) else shown), int(found["total"]) if found else 0


def forecast(company_id: UUID, today: date) -> list[dict[str, Any]]:
    """What ends in this month, from today on, and in the eleven after it, if nothing is renewed."""
    firsts = [_month(today, ahead) for ahead in range(13)]
    found = rows.many(_FORECAST, {"company": company_id, "today": today, "end": firsts[12]})
    by_month = {row["month"]: row for row in found}
    nothing = dict.fromkeys(("certificate", "review", "checkup", "training", "people"), 0)
    names = [first.strftime("%Y-%m") for first in firsts[:12]]
    return [by_month.get(name, {"month": name, **nothing}) for name in names]


def _month(day: date, ahead: int) -> date:
    years, month = divmod(day.month - 1 + ahead, 12)
    return date(day.year + years, month + 1, 1)

"""How much the alarms asked of people over a span of time: figures in the sense of EEMUA 191 and IEC 62682.

An alarm counts when it asks for attention: opened, or opened again; ringing again is none, nor is one that is
only counted on while it is open. What each figure means stands in docs/explanation/alarm-load.md. Inside the
tenant block of the company.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

import yaml

from davy.alarms.contract import book
from davy.db import rows

__all__ = ["figures", "load"]

# Of alarms that were raised in the span only: their last_at says so, and has an index.
_LOAD = """
WITH recent AS MATERIALIZED (
  SELECT id, kind, code, severity FROM alarms_alarm
  WHERE company_id = %(company)s AND last_at >= %(since)s),
told AS MATERIALIZED (
  SELECT r.id, r.kind, r.code, r.severity, e.seq, e.type, e.recorded_at AS at,
    convert_from(e.body, 'UTF8')::jsonb->'data'->'told' AS told
  FROM recent r JOIN evidence_event e
    ON e.company_id = %(company)s AND e.kind = 'alarm' AND e.stream_id = r.id
  WHERE e.recorded_at >= %(since)s AND e.recorded_at < %(now)s
    AND e.type IN ('AlarmOpened', 'AlarmReopened', 'AlarmRecurred', 'AlarmAcknowledged', 'AlarmHandled',
      'AlarmShelved')),
asked AS MATERIALIZED (SELECT * FROM told WHERE type IN ('AlarmOpened', 'AlarmReopened')),
windows AS (
  SELECT floor(extract(epoch FROM at) / %(window)s) AS w, count(*) AS n FROM asked GROUP BY 1),
each AS (
  SELECT p.id, floor(extract(epoch FROM a.at) / %(window)s) AS w, count(*) AS n
  FROM asked a CROSS JOIN LATERAL jsonb_array_elements_text(a.told) p(id) GROUP BY 1, 2),
persons AS (
  SELECT e.id, sum(e.n) AS n, max(e.n) AS peak FROM each e GROUP BY 1
  ORDER BY sum(e.n) DESC, e.id LIMIT %(top)s),
fast AS (
  SELECT id, kind, code, count(*) AS n FROM (
    SELECT id, kind, code, at - lag(at, %(times)s - 1) OVER (PARTITION BY id ORDER BY seq) AS took
    FROM told WHERE type IN ('AlarmOpened', 'AlarmReopened', 'AlarmRecurred')) f
  WHERE took <= %(fast)s GROUP BY 1, 2, 3),
due AS (
  SELECT a.id, EXISTS (SELECT 1 FROM told b WHERE b.id = a.id AND b.seq > a.seq
    AND b.type IN ('AlarmAcknowledged', 'AlarmHandled') AND b.at <= a.at + %(answer)s) AS answered
  FROM asked a WHERE a.severity = 'red' AND a.at < %(now)s::timestamptz - %(answer)s)
SELECT json_build_object(
 'alarms', (SELECT count(*) FROM asked), 'red', (SELECT count(*) FROM asked WHERE severity = 'red'),
 'peak', (SELECT coalesce(max(n), 0) FROM windows),
 'floods', (SELECT count(*) FROM windows WHERE n > %(flood)s),
 'persons', coalesce((SELECT json_agg(json_build_object('id', p.id, 'name', h.name, 'count', p.n,
    'peak', p.peak) ORDER BY p.n DESC, p.id)
   FROM persons p LEFT JOIN people_person h ON h.company_id = %(company)s AND h.id::text = p.id), '[]'),
 'top', coalesce((SELECT json_agg(json_build_object('kind', kind, 'code', code, 'count', n)) FROM (
   SELECT kind, code, count(*) AS n FROM asked GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT %(top)s) t), '[]'),
 'chattering', coalesce((SELECT json_agg(json_build_object('id', id, 'kind', kind, 'code', code, 'count', n)
   ORDER BY n DESC, id) FROM fast), '[]'),
 'due', (SELECT count(*) FROM due), 'answered', (SELECT count(*) FROM due WHERE answered),
 'shelved', (SELECT count(*) FROM told WHERE type = 'AlarmShelved'),
 'on_shelf', (SELECT count(*) FROM alarms_alarm WHERE company_id = %(company)s AND state <> 'closed'
   AND shelved_until > %(now)s),
 'open', (SELECT count(*) FROM alarms_alarm WHERE company_id = %(company)s AND state <> 'closed'),
 'standing', (SELECT count(*) FROM alarms_alarm WHERE company_id = %(company)s AND state <> 'closed'
   AND coalesce(called_at, raised_at) < %(now)s::timestamptz - %(standing)s)
)::text AS answer
"""


@cache
def figures() -> dict[str, Any]:
    """The figures that the load is held against, as data."""
    file = resources.files("davy_law").joinpath("contracts", "alarmload.yaml")
    found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def load(company_id: UUID, now: datetime, days: int) -> dict[str, Any]:
    """The load of the last `days`, beside the figures it is held against."""
    law, since = figures(), now - timedelta(days=days)
    asked = {
        "company": company_id,
        "since": since,
        "now": now,
        "window": law["window_s"],
        "flood": law["flood"]["most"],
        "times": law["chattering"]["times"],
        "fast": timedelta(seconds=law["chattering"]["within_s"]),
        "answer": timedelta(seconds=law["answered"]["within_s"]),
        "standing": timedelta(hours=law["standing"]["hours"]),
        "top": law["top"]["count"],
    }
    row = rows.one(_LOAD, asked)
    read: dict[str, Any] = json.loads(row["answer"]) if row else {}
    windows = timedelta(days=days) / timedelta(seconds=law["window_s"])
    return {
        **read,
        "since": since,
        "until": now,
        "average": _rate(read["alarms"], windows),
        "flood_share": _rate(read["floods"], windows),
        "answered_share": _rate(read["answered"], read["due"]) if read["due"] else None,
        "top_share": _rate(sum(one["count"] for one in read["top"]), read["alarms"])
        if read["alarms"]
        else None,
        "persons": [{**one, "average": _rate(one["count"], windows)} for one in read["persons"]],
        "top": [_titled(one) for one in read["top"]],
        "chattering": [_titled(one) for one in read["chattering"]],
        "figures": law,
    }


def _titled(one: dict[str, Any]) -> dict[str, Any]:
    found = book().title(one["kind"], one["code"] or None)
    return {**one, "code": one["code"] or None, "title": {"zh": found.zh, "en": found.en}}


def _rate(count: int, of: float) -> str:
    """A share, or so many a window, to four places: for reading only."""
    return str(round(Decimal(count) / Decimal(of), 4).normalize().quantize(Decimal("0.0001")))

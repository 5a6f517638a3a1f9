"""What else the people of a permit do: their other permits, and for how long they have worked today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from davy_core.instants import instant

__all__ = ["LOADS", "Load", "loads_of"]

_LIVE = "state IN ('issued', 'active', 'paused', 'finished')"
LOADS = f"""
SELECT person::text, count(p.id) AS live, count(p.id) FILTER (WHERE p.guardian_id = person) AS guarded,
  count(p.id) FILTER (WHERE p.state = 'active' AND p.point_id <> %(point)s
    AND (p.responsible_id = person OR p.doc->'crew'->'workers' ? person::text)) AS elsewhere,
  (SELECT count(*) FROM permits_permit o WHERE o.company_id = %(company)s AND o.id <> %(permit)s
    AND jsonb_array_length(o.doc->'inside') > 0 AND o.doc->'inside' ? person::text) AS inside,
  (SELECT json_agg(json_build_array(w.doc->'check_ins'->(person::text)->>'at',
      coalesce(w.doc->>'finished_at', w.doc->>'ended_at')))
    FROM permits_permit w WHERE w.company_id = %(company)s AND w.changed_at >= %(midnight)s
    AND w.started_at IS NOT NULL AND w.doc->'check_ins' ? person::text) AS worked
FROM unnest(%(people)s::uuid[]) AS person
LEFT JOIN permits_permit p ON p.company_id = %(company)s AND person = ANY(p.people) AND p.id <> %(permit)s
  AND (p.{_LIVE}) AND p.starts_at < %(end)s AND p.ends_at > %(start)s
GROUP BY person
"""  # noqa: S608 - constants
"""One row a person. `worked` are the times on permits that changed today: from his check-in to their end."""


@dataclass(frozen=True)
class Load:
    """Other live permits naming him in the window, those he guards, those at other points where he works
    right now, other spaces he is in, and the hours he has been at work since midnight."""

    live: int = 0
    guarded: int = 0
    elsewhere: int = 0
    inside: int = 0
    hours: float = 0.0


def loads_of(found: Iterable[Mapping[str, Any]], now: datetime, midnight: datetime) -> dict[str, Load]:
    """The rows of `LOADS` by person."""
    return {
        one["person"]: Load(
            live=one["live"],
            guarded=one["guarded"],
            elsewhere=one["elsewhere"],
            inside=one["inside"],
            hours=_hours(one["worked"] or (), now, midnight),
        )
        for one in found
    }


def _hours(worked: Iterable[tuple[str, str | None]], now: datetime, midnight: datetime) -> float:
    """Hours of the day covered by these times; an hour on two permits of one job is one hour."""
    spans = sorted(
        (max(instant(begin), midnight), min(instant(end) if end else now, now)) for begin, end in worked
    )
    total, until = timedelta(0), midnight
    for begin, end in spans:
        total += max(timedelta(0), end - max(begin, until))
        until = max(until, end)
    return round(total / timedelta(hours=1), 2)

"""What permits and alarms are counted by (AQ 3064.2-2025 5.11): type, level, place, unit, person,
status, time, alarm, contractor.

A dimension is a piece of SQL over the joins of its subject; its key is text, '' where nothing is known or
named. The dimensions of time are local to the company.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["ALARMS", "PERMITS", "SUBJECTS", "Subject"]

_PLACES = """
 LEFT JOIN sites_area a ON a.company_id = p.company_id AND a.id = p.area_id
 LEFT JOIN sites_unit u ON u.company_id = p.company_id AND u.id = a.unit_id
 LEFT JOIN people_person r ON r.company_id = p.company_id AND r.id = p.responsible_id
 LEFT JOIN people_person g ON g.company_id = p.company_id AND g.id = p.guardian_id
 LEFT JOIN people_firm f ON f.company_id = r.company_id AND f.id = r.firm_id
"""
_BEHIND = {
    "type": ("p.type", None),
    "level": ("p.type || ':' || p.level", None),
    "area": ("p.area_id", "a.name"),
    "unit": ("a.unit_id", "u.name"),
    "responsible": ("p.responsible_id", "r.name"),
    "firm": ("r.firm_id", "f.name"),
}


@dataclass(frozen=True)
class Dimension:
    """`key` and `name` are SQL; without a name the key is a code that has words of its own."""

    key: str
    name: str | None = None


@dataclass(frozen=True)
class Subject:
    """What is counted. `at` is the instant it counts under; `measures` are figures beside the count, in
    minutes where they tell a time; `row` is what one line of the list behind a figure holds."""

    source: str
    at: str
    dimensions: Mapping[str, Dimension]
    measures: Mapping[str, str]
    row: Mapping[str, str]


def _dimensions(at: str, own: Mapping[str, tuple[str, str | None]]) -> Mapping[str, Dimension]:
    local = f"({at} AT TIME ZONE %(zone)s)"
    times = {
        "month": f"to_char({local}, 'YYYY-MM')",
        "day": f"to_char({local}, 'YYYY-MM-DD')",
        "weekday": f"to_char({local}, 'ID')",
        "hour": f"to_char({local}, 'HH24')",
    }
    found = {name: Dimension(*pair) for name, pair in {**_BEHIND, **own}.items()}
    return MappingProxyType({**found, **{name: Dimension(sql) for name, sql in times.items()}})


def _between(earlier: str, later: str) -> str:
    minutes = f"extract(epoch FROM {later} - {earlier}) / 60"
    return (
        f"round(percentile_cont(0.5) WITHIN GROUP (ORDER BY {minutes})"
        f" FILTER (WHERE {later} IS NOT NULL AND {earlier} IS NOT NULL))::int"
    )


_SUBMITTED = "(p.doc->>'submitted_at')::timestamptz"
_ISSUED = "(p.doc->>'issued_at')::timestamptz"

PERMITS = Subject(
    source=f"permits_permit p {_PLACES}",
    at="p.starts_at",
    dimensions=_dimensions(
        "p.starts_at",
        {
            "state": ("p.state", None),
            "guardian": ("p.guardian_id", "g.name"),
            "template": ("coalesce(nullif(p.doc->>'scenario', ''), p.type)", None),
        },
    ),
    measures=MappingProxyType(
        {
            "worked": "count(p.started_at)",
            "closed": "count(*) FILTER (WHERE p.state = 'closed')",
            "given_up": "count(*) FILTER (WHERE p.state IN ('voided', 'withdrawn'))",
            "alarms": "coalesce(sum((SELECT count(*) FROM alarms_alarm l WHERE l.company_id = p.company_id"
            " AND l.permit_id = p.id)), 0)::int",
            "approval": _between(_SUBMITTED, _ISSUED),
        }
    ),
    row=MappingProxyType(
        {
            "id": "p.id::text",
            "permit": "p.id::text",
            "number": "p.number",
            "code": "p.type",
            "level": "p.type || ':' || p.level",
            "state": "p.state",
            "area": "a.name",
            "unit": "u.name",
            "responsible": "r.name",
            "guardian": "g.name",
            "firm": "f.name",
            "at": "p.starts_at",
            "until": "p.ends_at",
        }
    ),
)

ALARMS = Subject(
    source=f"alarms_alarm l LEFT JOIN permits_permit p ON p.company_id = l.company_id AND p.id = l.permit_id"
    f" {_PLACES}",
    at="l.raised_at",
    dimensions=_dimensions(
        "l.raised_at",
        {
            "state": ("l.state", None),
            "alarm": ("l.kind || coalesce(':' || nullif(l.code, ''), '')", None),
            "severity": ("l.severity", None),
        },
    ),
    measures=MappingProxyType(
        {
            "open": "count(*) FILTER (WHERE l.state <> 'closed')",
            "red": "count(*) FILTER (WHERE l.severity = 'red')",
            "acknowledged": _between("l.raised_at", "l.acknowledged_at"),
            "closing": _between("l.raised_at", "l.closed_at"),
        }
    ),
    row=MappingProxyType(
        {
            "id": "l.id::text",
            "permit": "l.permit_id::text",
            "number": "p.number",
            "code": "l.kind || coalesce(':' || nullif(l.code, ''), '')",
            "level": "p.type || ':' || p.level",
            "state": "l.state",
            "area": "a.name",
            "unit": "u.name",
            "responsible": "r.name",
            "guardian": "g.name",
            "firm": "f.name",
            "at": "l.raised_at",
            "until": "l.closed_at",
        }
    ),
)

SUBJECTS: Mapping[str, Subject] = MappingProxyType({"permits": PERMITS, "alarms": ALARMS})

"""The list of a gate without a network as it is printed and checked: signed. Inside the tenant block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from davy.db import rows
from davy.evidence.log.keys import log_key
from davy.gate import queries
from davy.gate.models import Controller
from davy_core.evidence.note import signed
from davy_core.gate.state import Listed
from davy_core.instants import iso

__all__ = ["made"]

_PEOPLE = """
SELECT p.id::text AS id, p.name, p.hr_code, coalesce(f.name, '') AS firm FROM people_person p
LEFT JOIN people_firm f ON f.company_id = p.company_id AND f.id = p.firm_id
WHERE p.company_id = %s AND p.id = ANY(%s::uuid[])
"""
_NUMBERS = """
SELECT id::text AS id, coalesce(number, '') AS number FROM permits_permit
WHERE company_id = %s AND id = ANY(%s::uuid[])
"""


def made(gate: Controller) -> dict[str, Any] | None:
    """The list made last, or None. What was erased of a person is missing from its line."""
    state = queries.load(gate.company_id, gate.id)
    held = state.listed if state else None
    if held is None:
        return None
    lines = _lines(gate, held)
    key = log_key(gate.company_id)
    names = rows.one(
        "SELECT name FROM people_person WHERE company_id = %s AND id = %s", (gate.company_id, held.by)
    )
    return {
        "number": held.number,
        "made_at": held.at,
        "made_by": names["name"] if names else "",
        "until": held.until,
        "outdated_at": held.outdated_at,
        "lines": lines,
        "note": signed(_text(gate, held, lines), [key]),
        "key": key.public.told,
    }


def _lines(gate: Controller, held: Listed) -> list[dict[str, Any]]:
    people = {row["id"]: row for row in rows.many(_PEOPLE, (gate.company_id, [r.person for r in held.rows]))}
    numbers = {
        row["id"]: row["number"]
        for row in rows.many(_NUMBERS, (gate.company_id, [r.permit for r in held.rows]))
    }
    return [
        {
            "person": row.person,
            **{name: people.get(row.person, {}).get(name, "") for name in ("name", "hr_code", "firm")},
            "start": row.start,
            "end": row.end,
            "number": numbers.get(row.permit, ""),
        }
        for row in held.rows
    ]


def _text(gate: Controller, held: Listed, lines: Sequence[Mapping[str, Any]]) -> str:
    """Its first line is no name of a log, so that no such note ever passes for a checkpoint."""
    head = [
        "davy gate list v1",
        f"gate {_plain(gate.code)}",
        f"number {held.number}",
        f"made {iso(held.at)}",
        f"until {iso(held.until)}",
    ]
    told = [
        f"{_plain(line['hr_code'])} | {iso(line['start'])} | {iso(line['end'])}"
        f" | {_plain(line['number'])} | {_plain(line['name'])}"
        for line in lines
    ]
    return "\n".join([*head, *told]) + "\n"


def _plain(text: str) -> str:
    """Without what would end a line or a column."""
    return " ".join(str(text).split())

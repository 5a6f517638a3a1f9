"""What a person did and what was written of him, event by event, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.evidence import queries as evidence
from davy.keeping import traces
from davy.keeping.copying.others import Others

__all__ = ["Act", "acts", "named"]

_PAGE = 500
_NAMED = """
SELECT id FROM evidence_event
WHERE company_id = %(company)s AND (actor = ANY(%(accounts)s) OR position(%(person)s::bytea IN body) > 0)
ORDER BY recorded_at, id
"""
_EVENTS = """
SELECT e.id, e.kind, e.type, e.body, e.recorded_at, e.actor = ANY(%(accounts)s) AS acted,
  coalesce(p.number, i.number, a.number) AS number
FROM evidence_event e
LEFT JOIN permits_permit p ON p.company_id = e.company_id AND e.kind = 'permit' AND p.id = e.stream_id
LEFT JOIN isolations_isolation i
  ON i.company_id = e.company_id AND e.kind = 'isolation' AND i.id = e.stream_id
LEFT JOIN alarms_alarm a ON a.company_id = e.company_id AND e.kind = 'alarm' AND a.id = e.stream_id
WHERE e.company_id = %(company)s AND e.id = ANY(%(ids)s) ORDER BY e.recorded_at, e.id
"""


@dataclass(frozen=True)
class Act:
    """One event for him: as it is told, and the attachments in it that show him or are his voice or hand."""

    told: Mapping[str, Any]
    files: tuple[str, ...]


def named(company_id: UUID, person_id: UUID) -> list[UUID]:
    """The events that he made or that name him, the first first. Inside a tenant block."""
    return [row["id"] for row in rows.many(_NAMED, _asked(company_id, person_id))]


def acts(company_id: UUID, person_id: UUID, events: Sequence[UUID], others: Others) -> Iterator[list[Act]]:
    """These events, page by page; each page is to be asked for inside a tenant block."""
    for first in range(0, len(events), _PAGE):
        ids = list(events[first : first + _PAGE])
        found = rows.many(_EVENTS, {**_asked(company_id, person_id), "ids": ids})
        # Words of others about a record that merely names him are theirs.
        about = [{**row, "data": json.loads(bytes(row["body"]))["data"]} for row in found]
        mine = [row["id"] for row in about if row["acted"] or _about_him(row["data"], person_id)]
        words = evidence.private(company_id, mine)
        people = others.people(bytes(row["body"]).decode() for row in found)
        yield [_act(row, row["id"] in set(mine), words, people, others) for row in about]


def _act(
    row: Mapping[str, Any],
    mine: bool,
    words: Mapping[tuple[UUID, str], bytes],
    people: frozenset[str],
    others: Others,
) -> Act:
    told: dict[str, Any] = {
        "at": row["recorded_at"],
        "record": row["kind"],
        "number": row["number"],
        "what": row["type"],
        "how": "did" if row["acted"] else "about" if mine else "named",
    }
    if not mine:
        return Act(told, ())
    own = {label: _text(part) for (event, label), part in words.items() if event == row["id"]}
    told["data"] = others.cleared(row["data"], people)
    # Handwriting of another, beside something about him, stays with whoever wrote it.
    told["words"] = {
        label: text if text.startswith(("{", "[")) else others.blanked(text)
        for label, text in own.items()
        if row["acted"] or not text.startswith(("{", "["))
    }
    return Act(told, tuple(traces.named_files(row["type"], row["data"])) if row["acted"] else ())


def _about_him(data: Mapping[str, Any], person_id: UUID) -> bool:
    return str(person_id) in {data.get("by"), data.get("person")}


def _text(part: bytes) -> str:
    return part.decode("utf-8", errors="replace")


def _asked(company_id: UUID, person_id: UUID) -> dict[str, Any]:
    accounts = [str(one) for one in traces.accounts_of(company_id, person_id)]
    return {"company": company_id, "accounts": accounts, "person": str(person_id).encode()}

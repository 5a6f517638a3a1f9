"""Reads schemes. Inside the tenant block of the company."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.db import rows
from davy.evidence import queries as evidence
from davy_core.permits.plain import from_plain
from davy_core.schemes.state import Scheme, Section

__all__ = ["board", "load", "next_number", "row_of", "text_of", "texts"]

LOCAL = ZoneInfo("Asia/Shanghai")
_ROW = """
SELECT s.id::text, s.version, s.number, s.title, s.type, s.level, s.state, s.site_id::text AS site,
  s.area_id::text AS area, s.point_id::text AS point, s.author_id::text AS author, s.standing, s.lasts_to,
  s.annotations_open, s.changed_at, a.name AS area_name, w.name AS point_name, p.name AS author_name,
  jsonb_array_length(s.doc->'versions') AS versions, s.doc::text AS doc
FROM schemes_scheme s
LEFT JOIN sites_area a ON a.company_id = s.company_id AND a.id = s.area_id
LEFT JOIN sites_work_point w ON w.company_id = s.company_id AND w.id = s.point_id
LEFT JOIN people_person p ON p.company_id = s.company_id AND p.id = s.author_id
"""


def load(company_id: UUID, scheme_id: UUID) -> Scheme | None:
    """The scheme as its events fold, or None."""
    row = rows.one(
        "SELECT doc::text AS doc FROM schemes_scheme WHERE company_id = %s AND id = %s",
        (company_id, scheme_id),
    )
    return None if row is None else from_plain(Scheme, json.loads(row["doc"]))


def row_of(company_id: UUID, scheme_id: UUID) -> dict[str, Any] | None:
    """The columns of one scheme."""
    return rows.one(f"{_ROW} WHERE s.company_id = %s AND s.id = %s", (company_id, scheme_id))


def board(
    company_id: UUID,
    *,
    state: str | None = None,
    kind: str | None = None,
    area: UUID | None = None,
    text: str | None = None,
    standing_at: datetime | None = None,
    before: datetime | None = None,
    size: int = 100,
) -> list[dict[str, Any]]:
    """The schemes that fit, the last changed on top; with `standing_at` those with a version whose approval
    has not ended then."""
    where, params = ["s.company_id = %s"], [company_id]
    asked: dict[str, Any] = {
        "s.state = %s": state,
        "s.type = %s": kind,
        "s.area_id = %s": area,
        "s.lasts_to > %s": standing_at,
        "s.changed_at < %s": before,
    }
    for condition, value in asked.items():
        if value is not None:
            where.append(condition)
            params.append(value)
    if text:
        literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        where.append("(s.number ILIKE %s OR s.title ILIKE %s)")
        params += [f"%{literal}%", f"%{literal}%"]  # type: ignore[list-item]
    return rows.many(
        f"{_ROW} WHERE {' AND '.join(where)} ORDER BY s.changed_at DESC, s.id LIMIT %s", (*params, size)
    )


def next_number(company_id: UUID, now: datetime) -> str:
    """The next number of the local day, e.g. FA-20261121-0007. One at a time until the transaction ends."""
    rows.one("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))::text AS got", (f"scheme:{company_id}",))
    prefix = f"FA-{now.astimezone(LOCAL).strftime('%Y%m%d')}-"
    row = rows.one(
        "SELECT count(*) AS n FROM schemes_scheme WHERE company_id = %s AND starts_with(number, %s)",
        (company_id, prefix),
    )
    return f"{prefix}{(row['n'] if row else 0) + 1:04d}"


def texts(company_id: UUID, scheme_id: UUID) -> Mapping[tuple[str, str], str]:
    """The words beside the chain, as far as they were not erased: of writings by (`write`, its number), of
    annotations by (`text` or `answer`, its id), of versions sent back by (`returned`, its number)."""
    stored = evidence.events(company_id, "scheme", scheme_id)
    keys: dict[UUID, tuple[str, str, str]] = {}
    for event in stored:
        told = _told(event.type, event.data)
        if told is not None:
            keys[event.id] = told
    private = evidence.private(company_id, keys)
    return {
        (kind, key): private[(event, label)].decode()
        for event, (label, kind, key) in keys.items()
        if (event, label) in private
    }


def _told(event_type: str, data: Mapping[str, Any]) -> tuple[str, str, str] | None:
    """The label of an event's words, and what they are the words of; a later one of the same replaces it."""
    match event_type:
        case "SectionWritten":
            return "text", "write", str(data["write"])
        case "SchemeAnnotated":
            return "text", "text", str(data["annotation"])
        case "AnnotationAnswered":
            return "text", "answer", str(data["annotation"])
        case "SchemeReturned":
            return "reason", "returned", str(data["version"])
        case "SchemeWithdrawn":
            return "reason", "withdrawn", ""
        case _:
            return None


def text_of(found: Mapping[tuple[str, str], str], sections: Iterable[Section]) -> dict[str, str | None]:
    """Section → its words, None when they were erased."""
    return {s.kind: found.get(("write", str(s.write))) for s in sections}

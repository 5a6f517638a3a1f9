"""Reads findings, each with permits, evidence and reviews, by one statement. Inside a tenant block."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

import yaml

from davy.db import rows

__all__ = ["findings", "one", "subject", "words"]

# What a newer finding of the kind holds whole is not shown beside it.
_FINDINGS = """
SELECT f.id::text AS id, f.kind, f.found_at, f.figures::text AS figures,
  CASE WHEN f.person_id IS NULL THEN NULL ELSE json_build_object('id', f.person_id, 'name', w.name) END::text
    AS person,
  (SELECT json_agg(json_build_object('id', p.id, 'number', p.number) ORDER BY p.number, p.id)
    FROM permits_permit p WHERE p.company_id = f.company_id AND p.id = ANY (f.permits))::text AS permits,
  (SELECT json_agg(json_build_object('id', e.id, 'type', e.type, 'at', e.occurred_at,
      'recorded_at', e.recorded_at, 'permit', e.stream_id) ORDER BY e.occurred_at, e.id)
    FROM evidence_event e WHERE e.company_id = f.company_id AND e.id = ANY (f.events))::text AS evidence,
  (SELECT json_agg(json_build_object('outcome', r.outcome, 'note', r.note, 'at', r.at, 'by',
      json_build_object('id', r.person_id, 'name', b.name)) ORDER BY r.at DESC)
    FROM insight_review r LEFT JOIN people_person b ON b.company_id = r.company_id AND b.id = r.person_id
    WHERE r.company_id = f.company_id AND r.finding_id = f.id)::text AS reviews
FROM insight_finding f LEFT JOIN people_person w ON w.company_id = f.company_id AND w.id = f.person_id
WHERE f.company_id = %(company)s AND (%(id)s::uuid IS NULL OR f.id = %(id)s)
  AND (%(kind)s::text IS NULL OR f.kind = %(kind)s)
  AND (%(open)s::boolean IS NULL OR %(open)s <> EXISTS (
    SELECT 1 FROM insight_review r WHERE r.company_id = f.company_id AND r.finding_id = f.id))
  AND (%(id)s::uuid IS NOT NULL OR NOT EXISTS (SELECT 1 FROM insight_finding n
    WHERE n.company_id = f.company_id AND n.kind = f.kind AND n.id <> f.id AND n.events @> f.events))
ORDER BY f.found_at DESC, f.id LIMIT %(size)s
"""


@cache
def words() -> dict[str, dict[str, Any]]:
    """Kind → severity, words and proposal."""
    text = resources.files("davy_law").joinpath("contracts", "findings.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = yaml.safe_load(text)["kinds"]
    return found


def findings(
    company_id: UUID, *, kind: str | None = None, reviewed: bool | None = None, size: int = 100
) -> list[dict[str, Any]]:
    """The newest findings; `reviewed` None = all of them."""
    return _found(company_id, None, kind, None if reviewed is None else not reviewed, size)


def one(company_id: UUID, finding_id: UUID) -> dict[str, Any] | None:
    """One finding, or None."""
    found = _found(company_id, finding_id, None, None, 1)
    return found[0] if found else None


def subject(company_id: UUID, finding_id: UUID) -> tuple[bool, UUID | None]:
    """Whether there is such a finding, and whom it is about."""
    found = rows.one(
        "SELECT person_id FROM insight_finding WHERE company_id = %s AND id = %s", (company_id, finding_id)
    )
    return (False, None) if found is None else (True, found["person_id"])


def _found(
    company_id: UUID, finding_id: UUID | None, kind: str | None, is_open: bool | None, size: int
) -> list[dict[str, Any]]:
    asked = {"company": company_id, "id": finding_id, "kind": kind, "open": is_open, "size": size}
    return rows.many(_FINDINGS, asked)

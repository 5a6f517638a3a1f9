"""What happened to a person's papers, and who is frozen. Inside the tenant block of the company."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.evidence import queries as evidence
from davy.people import queries as people
from davy.verification import listing, queries
from davy.verification.contract import book
from davy.verification.words import reason
from davy_core.instants import instant
from davy_core.verification.verdict import AGAINST

__all__ = ["detail", "freezes", "official", "steps"]

_FROZEN = """
SELECT v.id AS person_id, p.name AS person, p.hr_code AS person_code, v.frozen_at, v.frozen_by, v.cause,
  v.reason, v.frozen_for AS certificate_id, coalesce(c.item, '') AS item, v.thaw_by, v.thaw_at, v.thaw_reason,
  coalesce(t.name, '') AS thaw_by_name,
  (SELECT count(*) FROM verification_standing s JOIN people_certificate h ON h.company_id = s.company_id
    AND h.id = s.certificate_id AND h.person_id = v.id
    WHERE s.company_id = v.company_id AND s.person_id = v.id AND s.source <> 'qr'
    AND s.verdict IN ('differs', 'not_found', 'revoked')) AS against,
  (SELECT count(*) FROM permits_permit w WHERE w.company_id = v.company_id AND v.id = ANY(w.people)
    AND w.state IN ('issued', 'active', 'paused')) AS permits
FROM verification_person v
LEFT JOIN people_person p ON p.company_id = v.company_id AND p.id = v.id
LEFT JOIN people_certificate c ON c.company_id = v.company_id AND c.id = v.frozen_for
LEFT JOIN people_person t ON t.company_id = v.company_id AND t.id = v.thaw_by
WHERE v.company_id = %s AND v.frozen_at IS NOT NULL
ORDER BY v.thaw_at IS NULL, v.frozen_at DESC LIMIT 500
"""


def freezes(company_id: UUID) -> list[dict[str, Any]]:
    """Everybody frozen here; those whose thaw waits for a second person first."""
    found = rows.many(_FROZEN, (company_id,))
    named = people.names(company_id, [one["frozen_by"] for one in found if _is_id(one["frozen_by"])])
    return [
        {
            **{name: value for name, value in one.items() if name != "reason"},
            "person": one["person"] or "",
            "person_code": one["person_code"] or "",
            "frozen_by": named.get(one["frozen_by"], ""),
            "why": _why(company_id, one),
        }
        for one in found
    ]


def _why(company_id: UUID, one: dict[str, Any]) -> str:
    paper, state = one["certificate_id"], queries.load(company_id, one["person_id"])
    standing = state.papers.get(str(paper)) if state and paper else None
    if standing is not None and standing.verdict not in AGAINST:
        return one["reason"] or ""
    return reason(queries.paper(company_id, paper) if paper else None, standing, one["reason"])


def detail(company_id: UUID, certificate_id: UUID, now: datetime) -> dict[str, Any] | None:
    """A certificate with its official page and its history; None for none of this company."""
    found = listing.one(company_id, certificate_id, now)
    if found is None:
        return None
    told = [
        one
        for one in steps(company_id, found["person_id"])
        if one["data"].get("certificate") in {None, str(certificate_id)}
    ]
    return {
        **found,
        "official": official(found["kind"]),
        "proves": {name: dict(both) for name, both in book().proves.items()},
        "steps": told,
    }


def official(kind: str) -> dict[str, Any] | None:
    """The page on which a person asks for a certificate of this kind."""
    name = book().kinds.get(kind)
    if name is None:
        return None
    page = book().official[name]
    return {
        "title": dict(page.names),
        "url": page.url,
        "asks": [dict(one) for one in page.asks],
        "grade": page.grade,
    }


def steps(company_id: UUID, person_id: UUID) -> list[dict[str, Any]]:
    """All that happened to his papers, the newest first."""
    told = evidence.events(company_id, "person", person_id)
    words = evidence.private(company_id, [event.id for event in told])
    named = people.names(company_id, {str(e.data["by"]) for e in told if _is_id(str(e.data["by"]))})
    return [
        {
            "type": event.type,
            "at": instant(event.data["at"]),
            "by": str(event.data["by"]),
            "by_name": named.get(str(event.data["by"]), ""),
            "data": event.data,
            "answer": _answer(words.get((event.id, "answer"))),
            "reason": words.get((event.id, "reason"), b"").decode(),
        }
        for event in reversed(told)
    ]


def _answer(kept: bytes | None) -> dict[str, Any] | None:
    found: dict[str, Any] | None = json.loads(kept) if kept else None
    return found


def _is_id(text: str) -> bool:
    return len(text) == 36

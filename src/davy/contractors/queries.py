"""Reads of contractors for whoever judges work, one statement each. Inside a tenant block."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.contractors.papers import Paper, lacking
from davy.db import rows
from davy_core.permits.contracting import Admission, Contract

__all__ = ["banned", "contracts"]

_BANNED = """
SELECT firm_id::text AS firm FROM contractors_ban
WHERE company_id = %s AND firm_id = ANY(%s::uuid[]) AND lifted_on IS NULL
"""
_CONTRACTS = """
SELECT p.id::text AS person,
  EXISTS (SELECT 1 FROM contractors_ban b WHERE b.company_id = p.company_id AND b.firm_id = p.firm_id
    AND b.lifted_on IS NULL) AS banned,
  (SELECT json_agg(json_build_object('kind', d.kind, 'valid_from', d.valid_from, 'valid_to', d.valid_to,
      'unlimited', d.unlimited)) FROM contractors_paper d
    WHERE d.company_id = p.company_id AND d.firm_id = p.firm_id)::text AS papers,
  (SELECT json_agg(json_build_object('works', a.works, 'areas', a.areas, 'since', a.since, 'until', a.until,
      'companion', a.companion_id)) FROM contractors_admission a
    WHERE a.company_id = p.company_id AND a.person_id = p.id AND a.withdrawn_on IS NULL)::text AS admissions
FROM people_person p
WHERE p.company_id = %s AND p.id = ANY(%s::uuid[]) AND p.firm_id IS NOT NULL
"""
_DAY = timedelta(days=1)


def banned(company_id: UUID, firm_ids: Iterable[UUID | str]) -> frozenset[str]:
    """Which of these firms are shut out now."""
    found = rows.many(_BANNED, (company_id, [str(one) for one in firm_ids]))
    return frozenset(row["firm"] for row in found)


def contracts(
    company_id: UUID, person_ids: Iterable[str], now: datetime, zone: ZoneInfo
) -> Mapping[str, Contract]:
    """What the register has of the firm of each of these people who has one. Days are those of `zone`; the
    last day of an admission is included."""
    wanted, today = list(person_ids), now.astimezone(zone).date()
    found = rows.many(_CONTRACTS, (company_id, wanted)) if wanted else []
    return {
        row["person"]: Contract(
            banned=row["banned"],
            lacking=lacking((_paper(one) for one in _list(row["papers"])), today),
            admissions=tuple(_admission(one, zone) for one in _list(row["admissions"])),
        )
        for row in found
    }


def _list(text: str | None) -> list[dict[str, Any]]:
    return json.loads(text) if text else []


def _paper(row: dict[str, Any]) -> Paper:
    return Paper(row["kind"], _day(row["valid_from"]), _day(row["valid_to"]), row["unlimited"])


def _admission(row: dict[str, Any], zone: ZoneInfo) -> Admission:
    return Admission(
        works=tuple(row["works"]),
        areas=tuple(row["areas"]),
        since=datetime.combine(date.fromisoformat(row["since"]), time(), zone),
        until=datetime.combine(date.fromisoformat(row["until"]) + _DAY, time(), zone),
        companion=row["companion"],
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)

"""Reads of training for whoever judges work. Inside a tenant block."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.db import rows
from davy.people import queries as people
from davy.training.courses import asked_for

__all__ = ["lacking", "of_lesson", "presences", "signed_on"]

_SIGNED_ON = """
SELECT person_id::text AS id FROM training_presence
WHERE company_id = %s AND person_id = ANY(%s::uuid[]) AND day = %s AND off_at IS NULL
"""
_PRESENCES = """
SELECT r.id, r.day, r.on_at, r.off_at, r.person_id, p.name AS person, p.hr_code, r.firm_id, f.name AS firm,
  s.name AS site
FROM training_presence r
JOIN people_person p ON p.company_id = r.company_id AND p.id = r.person_id
JOIN people_firm f ON f.company_id = r.company_id AND f.id = r.firm_id
JOIN sites_site s ON s.company_id = r.company_id AND s.id = r.site_id
WHERE r.company_id = %(company)s AND r.day = %(day)s
  AND (%(firm)s::uuid IS NULL OR r.firm_id = %(firm)s::uuid)
ORDER BY f.name, r.on_at, r.id
"""
_LESSON = """
SELECT a.person_id, p.name AS person, p.hr_code, f.name AS firm, a.signed_at,
  (SELECT count(*) FROM training_attempt t WHERE t.company_id = a.company_id AND t.lesson_id = a.lesson_id
    AND t.person_id = a.person_id) AS tries,
  last.right, cardinality(last.questions) AS asked, last.passed, last.answered_at
FROM training_attendance a
JOIN people_person p ON p.company_id = a.company_id AND p.id = a.person_id
LEFT JOIN people_firm f ON f.company_id = p.company_id AND f.id = p.firm_id
LEFT JOIN LATERAL (SELECT * FROM training_attempt t WHERE t.company_id = a.company_id
  AND t.lesson_id = a.lesson_id AND t.person_id = a.person_id AND t.answered_at IS NOT NULL
  ORDER BY t.number DESC LIMIT 1) last ON true
WHERE a.company_id = %s AND a.lesson_id = %s ORDER BY a.signed_at, a.id
"""


def signed_on(company_id: UUID, person_ids: Iterable[str], now: datetime, zone: ZoneInfo) -> frozenset[str]:
    """Who of these people signed on at the gate on this day of `zone` and did not sign off."""
    wanted = list(person_ids)
    found = rows.many(_SIGNED_ON, (company_id, wanted, now.astimezone(zone).date())) if wanted else []
    return frozenset(row["id"] for row in found)


def lacking(
    company_id: UUID, person_id: UUID, works: Iterable[str], every: tuple[str, ...], today: date
) -> tuple[str, ...]:
    """The courses that these works ask for and that he did not pass, or whose pass is over today."""
    found = people.facts(company_id, [person_id], today).get(str(person_id))
    passed = found.trainings if found else ()
    return tuple(one for one in asked_for(works, every) if one not in passed)


def presences(company_id: UUID, day: date, firm_id: UUID | None = None) -> list[dict[str, Any]]:
    """The roster of a day, by firm and time."""
    return rows.many(_PRESENCES, {"company": company_id, "day": day, "firm": firm_id})


def of_lesson(company_id: UUID, lesson_id: UUID) -> list[dict[str, Any]]:
    """Who signed on to a class, with his tries and his last result."""
    return rows.many(_LESSON, (company_id, lesson_id))

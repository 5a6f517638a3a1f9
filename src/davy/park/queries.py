"""What the partners say of our people, for whoever judges work: one statement. Inside a tenant block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from davy.db import rows
from davy_core.park.standing import ParkStanding, Told, standing

__all__ = ["standings"]

# A hit that somebody judged a mistake is none as long as the partner says the same.
_TOLD = """
SELECT p.id::text AS person, w.heard_at, m.masked IS NOT NULL AS masked,
  e.masked IS NOT NULL AND coalesce(e.until, %(now)s) >= %(now)s AND NOT EXISTS (
    SELECT 1 FROM park_hit h WHERE h.company_id = w.company_id AND h.partner_id = w.id
      AND h.person_id = p.id AND h.ended_at IS NULL AND h.resolved_at IS NOT NULL
      AND h.masked = e.masked AND h.state = e.state AND h.kind = e.kind
      AND h.since IS NOT DISTINCT FROM e.since) AS held
FROM park_partner w
JOIN people_person p ON p.company_id = w.company_id AND p.id = ANY(%(people)s::uuid[])
LEFT JOIN park_masked m ON m.company_id = w.company_id AND m.partner_id = w.id AND m.person_id = p.id
LEFT JOIN park_entry e ON e.company_id = w.company_id AND e.partner_id = w.id AND e.masked = m.masked
WHERE w.company_id = %(company)s AND w.state = 'active'
"""


def standings(company_id: UUID, people: Iterable[str], now: datetime) -> Mapping[str, ParkStanding]:
    """What is said of each of these, by person id."""
    wanted = list(people)
    told: dict[str, list[Told]] = defaultdict(list)
    asked = {"company": company_id, "people": wanted, "now": now}
    for row in rows.many(_TOLD, asked) if wanted else ():
        told[row["person"]].append(Told(row["masked"], row["held"], row["heard_at"]))
    return {person: standing(told[person], now) for person in wanted}

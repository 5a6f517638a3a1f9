"""Reads of what ends soon, what of it was told, and who answers for whom. Inside a tenant block."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.people.ledger.ends import ENDS

__all__ = ["Answering", "End", "answering", "ended", "ending", "stale"]

_WHAT = "CASE WHEN e.what = 'certificate' AND e.review THEN 'review' ELSE e.what END"
# The end is known since the row was last changed, or made: the audit trail tells, else its id.
_ENDING = f"""
SELECT {_WHAT} AS what, e.id AS paper_id, e.person_id, p.name AS person, e.name, e.day,
  b.on AS booked, b.place,
  (coalesce(
    (SELECT max(a.at) FROM accounts_audit a WHERE a.company_id = e.company_id AND a.resource_id = e.id
      AND a.resource = e.what || 's'),
    CASE WHEN substr(e.id::text, 15, 1) = '7'
      THEN to_timestamp(('x' || left(replace(e.id::text, '-', ''), 12))::bit(48)::bigint / 1000.0) END,
    'epoch'::timestamptz
  ) AT TIME ZONE %(zone)s)::date AS known,
  coalesce((SELECT array_agg(r.step) FROM reminding_reminder r WHERE r.company_id = e.company_id
    AND r.paper_id = e.id AND r.day = e.day AND r.withdrawn_at IS NULL), '{{}}') AS told
FROM ({ENDS}) e
JOIN people_person p ON p.company_id = e.company_id AND p.id = e.person_id AND p.status <> 'left'
LEFT JOIN reminding_booking b ON b.company_id = e.company_id AND b.paper_id = e.id AND b.day = e.day
WHERE e.day <= %(by)s AND (%(person)s::uuid IS NULL OR e.person_id = %(person)s)
  AND (%(all)s OR NOT EXISTS (SELECT FROM reminding_reminder r WHERE r.company_id = e.company_id
    AND r.paper_id = e.id AND r.day = e.day AND r.withdrawn_at IS NULL AND r.step = -1))
ORDER BY e.day, p.name_pinyin, p.name, e.id
"""  # noqa: S608 - constants
# Told of an end that the paper does not have any more, or of somebody who left.
_STALE = f"""
SELECT r.id FROM reminding_reminder r
WHERE r.company_id = %(company)s AND r.withdrawn_at IS NULL AND NOT EXISTS (
  SELECT FROM ({ENDS}) e
  JOIN people_person p ON p.company_id = e.company_id AND p.id = e.person_id AND p.status <> 'left'
  WHERE e.id = r.paper_id AND e.day = r.day)
"""  # noqa: S608 - constants
_ANSWERING = """
SELECT p.id::text AS person_id, f.name AS firm, f.contact_name AS contact,
  ARRAY(SELECT DISTINCT coalesce(above.holder_id, above.deputy_id)::text FROM people_post own
    JOIN people_post above ON above.company_id = own.company_id AND above.id = own.superior_id
    WHERE own.company_id = p.company_id AND p.id IN (own.holder_id, own.deputy_id)
      AND coalesce(above.holder_id, above.deputy_id) <> p.id ORDER BY 1) AS superiors,
  ARRAY(SELECT DISTINCT coalesce(o.holder_id, o.deputy_id)::text FROM people_post o
    WHERE o.company_id = p.company_id AND o.unit_id = p.unit_id AND coalesce(o.holder_id, o.deputy_id) <> p.id
    ORDER BY 1) AS leading,
  ARRAY(SELECT c.id::text FROM people_person c WHERE c.company_id = p.company_id AND c.firm_id = f.id
    AND c.status = 'active' AND c.id <> p.id AND f.contact_name <> '' AND c.name = f.contact_name
    AND (f.contact_phone = '' OR c.phone = '' OR c.phone = f.contact_phone) ORDER BY 1) AS contacts
FROM people_person p LEFT JOIN people_firm f ON f.company_id = p.company_id AND f.id = p.firm_id
WHERE p.company_id = %s AND p.id = ANY(%s::uuid[])
"""
# Whoever has a paper that ended and was not renewed, and works here.
_ENDED = f"""
SELECT p.id::text AS person_id, p.name AS person, min(e.day) AS day FROM ({ENDS}) e
JOIN people_person p ON p.company_id = e.company_id AND p.id = e.person_id AND p.status = 'active'
WHERE e.what = 'certificate' AND e.day < %(today)s
GROUP BY p.id, p.name ORDER BY min(e.day) DESC, p.name
"""  # noqa: S608 - constants


@dataclass(frozen=True)
class End:
    """A paper that ends on `day`, what of it was told, and an appointment for its renewal."""

    what: str
    paper_id: UUID
    person_id: UUID
    person: str
    name: str
    day: date
    known: date
    told: frozenset[int]
    booked: date | None
    place: str | None


@dataclass(frozen=True)
class Answering:
    """Who answers for a person: by the superior of his posts, else by the posts of his unit; and the contact
    of his firm, as a person of it and by name."""

    superiors: tuple[str, ...]
    contacts: tuple[str, ...]
    firm: str | None
    contact: str


def ending(
    company_id: UUID, by: date, zone: str, *, person: UUID | None = None, over: bool = False
) -> list[End]:
    """What has ended or ends by that day; of what ended only what nobody was told of yet, unless `over`."""
    asked = {"company": company_id, "by": by, "zone": zone, "person": person, "all": over}
    return [End(**{**row, "told": frozenset(row["told"])}) for row in rows.many(_ENDING, asked)]


def stale(company_id: UUID) -> list[UUID]:
    """Reminders that are true no longer."""
    return [row["id"] for row in rows.many(_STALE, {"company": company_id})]


def answering(company_id: UUID, people: Collection[UUID]) -> dict[str, Answering]:
    """By person."""
    found = rows.many(_ANSWERING, (company_id, [str(each) for each in people]))
    return {row["person_id"]: _answering(row) for row in found}


def ended(company_id: UUID, today: date) -> list[dict[str, Any]]:
    """People with a certificate that has ended, the last first, each with the first day of it."""
    return rows.many(_ENDED, {"company": company_id, "today": today})


def _answering(row: dict[str, Any]) -> Answering:
    own = row["superiors"] or row["leading"]
    return Answering(tuple(own), tuple(row["contacts"]), row["firm"], row["contact"] or "")

"""Masks our own people for a partner, and keeps the hits of its list. Inside a tenant block."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from davy.db import rows
from davy.park import noting
from davy.park.keys import Keys
from davy.park.models import Hit, Masked, Partner
from davy.people import identity, protected
from davy_core.park.exchange import masked

__all__ = ["mask", "match"]

# Whose number was entered or changed since his mask was made; who left is compared with nothing.
_STALE = """
SELECT k.person_id, k.changed_at FROM people_protected k
JOIN people_person p ON p.company_id = k.company_id AND p.id = k.person_id AND p.status <> 'left'
LEFT JOIN park_masked m ON m.company_id = k.company_id AND m.partner_id = %(partner)s
  AND m.person_id = k.person_id
WHERE k.company_id = %(company)s AND (m.made_at IS NULL OR m.made_at < k.changed_at)
"""
_GONE = """
DELETE FROM park_masked m WHERE m.company_id = %(company)s AND m.partner_id = %(partner)s
  AND NOT EXISTS (SELECT 1 FROM people_person p JOIN people_protected k ON k.company_id = p.company_id
    AND k.person_id = p.id WHERE p.company_id = m.company_id AND p.id = m.person_id AND p.status <> 'left')
"""
_MATCH = """
SELECT m.person_id, m.masked, e.state, e.kind, e.since FROM park_masked m
JOIN park_entry e ON e.company_id = m.company_id AND e.partner_id = m.partner_id AND e.masked = m.masked
WHERE m.company_id = %(company)s AND m.partner_id = %(partner)s
  AND coalesce(e.until, %(now)s) >= %(now)s
"""


def mask(partner: Partner, keys: Keys, now: datetime) -> None:
    """Make the masks that lack or are old. Whose number is empty has none."""
    asked = {"company": partner.company_id, "partner": partner.id}
    rows.run(_GONE, asked)
    stale = {row["person_id"]: row["changed_at"] for row in rows.many(_STALE, asked)}
    if not stale:
        return
    key, made = bytes.fromhex(keys.pair), []
    for person, content in protected.contents(partner.company_id, stale).items():
        number = _normal(content.get("id_number", ""))
        if number:
            made.append(_row(partner, person, masked(key, number), max(now, stale[person])))
    Masked.objects.filter(
        company_id=partner.company_id, partner_id=partner.id, person_id__in=list(stale)
    ).delete()
    Masked.objects.bulk_create(made, ignore_conflicts=True)


def _row(partner: Partner, person: UUID, told: str, at: datetime) -> Masked:
    return Masked(
        company_id=partner.company_id, partner_id=partner.id, person_id=person, masked=told, made_at=at
    )


def _normal(number: Any) -> str:
    try:
        return identity.normal(str(number)) if number else ""
    except identity.InvalidIdNumberError:
        return ""


def match(partner: Partner, now: datetime) -> list[Hit]:
    """Hold our people against the list: hits that are new, which are logged; what is lifted is over."""
    asked = {"company": partner.company_id, "partner": partner.id, "now": now}
    found = {row["person_id"]: row for row in rows.many(_MATCH, asked)}
    known = {
        one.person_id: one
        for one in Hit.objects.filter(
            company_id=partner.company_id, partner_id=partner.id, ended_at=None
        ).select_for_update()
    }
    same = ("masked", "state", "kind", "since")
    fresh = []
    with transaction.atomic():
        for person, hit in known.items():
            row = found.get(person)
            if row is None or any(getattr(hit, name) != row[name] for name in same):
                hit.ended_at = now
                hit.save(update_fields=["ended_at"])
                noting.note(partner, "lifted", masked=hit.masked, why=hit.kind)
        for person, row in found.items():
            before = known.get(person)
            if before is None or before.ended_at is not None:
                fresh.append(_hit(partner, row, now))
    return fresh


def _hit(partner: Partner, row: dict[str, Any], now: datetime) -> Hit:
    noting.note(partner, "hit", masked=row["masked"], why=row["kind"])
    return Hit.objects.create(company_id=partner.company_id, partner_id=partner.id, found_at=now, **row)

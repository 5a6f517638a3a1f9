"""Visits to shared terminals: one person at a time, one command, and nothing left of him afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from davy import clock
from davy.signatures.models import Badge, Visit

__all__ = ["LASTS", "begin", "claim", "end", "last_elsewhere", "release", "standing"]

LASTS = timedelta(minutes=5)  # (j); the screen forgets an idle person far earlier


def begin(badge: Badge, kiosk_id: UUID, visit_id: UUID, now: datetime) -> Visit:
    """Whoever stood there before, and this badge anywhere else, is forgotten. Inside a tenant block."""
    company = badge.company_id
    before = Visit.objects.filter(
        Q(kiosk_id=kiosk_id) | Q(badge_id=badge.id), company_id=company, ended_at=None
    )
    before.update(ended_at=now)
    row = Visit(
        company_id=company,
        id=visit_id,
        kiosk_id=kiosk_id,
        badge_id=badge.id,
        account_id=badge.account_id,
        begun_at=now,
    )
    row.save(force_insert=True)
    return row


def standing(company_id: UUID, visit_id: UUID) -> Visit | None:
    """The visit while it lasts. Inside a tenant block."""
    now = clock.now()
    return Visit.objects.filter(
        company_id=company_id, id=visit_id, ended_at=None, begun_at__gt=now - LASTS, begun_at__lte=now
    ).first()


def last_elsewhere(badge: Badge, kiosk_id: UUID) -> Visit | None:
    """When the badge was last read at another terminal. Inside a tenant block."""
    found = Visit.objects.filter(company_id=badge.company_id, badge_id=badge.id).exclude(kiosk_id=kiosk_id)
    return found.order_by("-begun_at").first()


def claim(visit: Visit, command: UUID) -> bool:
    """Whether this command is the one of the visit; another on its way, or accepted, has taken it."""
    mine = Q(command=None) | Q(command=command)
    free = Visit.objects.filter(mine, company_id=visit.company_id, id=visit.id, ended_at=None)
    return free.update(command=command) == 1


def release(company_id: UUID, visit_id: UUID, command: UUID) -> None:
    """The command was refused; he may mend it and try again. Inside a tenant block."""
    Visit.objects.filter(company_id=company_id, id=visit_id, command=command).update(command=None)


def end(company_id: UUID, visit_id: UUID) -> None:
    """He is forgotten. Inside a tenant block."""
    Visit.objects.filter(company_id=company_id, id=visit_id, ended_at=None).update(ended_at=clock.now())

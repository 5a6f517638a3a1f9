"""Who stands there without an account: badge number and the last four of his identity number, limited."""

from __future__ import annotations

import hmac
from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest

from davy import clock
from davy.accounts.here import address
from davy.accounts.models import SecurityEvent, hashed_login
from davy.db import tenant
from davy.people.models import Person
from davy.problems.response import Problem

__all__ = ["BY_ADDRESS", "BY_BADGE", "WINDOW", "person_of"]

WINDOW = timedelta(minutes=10)
BY_BADGE = 6  # wrong digits for one badge within the window, whoever types them
BY_ADDRESS = 60  # wrong entries of one address: a gate of a whole plant may share one
KIND = "training_refused"


def person_of(company_id: UUID, request: HttpRequest) -> Person:
    """Who typed his badge number and last four. Raises Problem, the same for a badge that nobody has, wrong
    digits, and somebody whose identity number is not entered: what is unknown is not his."""
    badge = request.POST.get("badge", "").strip()[:64]
    digits = request.POST.get("digits", "").strip().upper()[:8]
    mark, here = hashed_login(f"{company_id}|{badge.upper()}"), address(request)
    with tenant.company(company_id):
        wrong = SecurityEvent.objects.filter(company_id=company_id, kind=KIND, at__gt=clock.now() - WINDOW)
        if wrong.filter(login=mark).count() >= BY_BADGE or wrong.filter(address=here).count() >= BY_ADDRESS:
            raise Problem("class_too_often")
        found = Person.objects.filter(company_id=company_id, hr_code__iexact=badge).first()
        known = found.id_last4.upper() if found else ""
        if found is not None and known and hmac.compare_digest(known.encode(), digits.encode()):
            return found
        SecurityEvent.objects.create(
            company_id=company_id, kind=KIND, login=mark, address=here, path=request.path[:3]
        )
    raise Problem("class_not_yours")

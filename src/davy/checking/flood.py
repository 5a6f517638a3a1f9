"""How often somebody may stop from the public page: enough for a frightened hand, too few for a machine.

The count is the security record, so that it holds across processes and restarts. Who is turned away is told
whom to call: a stop that was given before still stands."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest

from davy import clock
from davy.accounts.here import address
from davy.accounts.models import SecurityEvent, hashed_login
from davy.db import tenant

__all__ = ["FROM_ADDRESS", "ON_PERMIT", "WINDOW", "admit"]

WINDOW = timedelta(minutes=10)
ON_PERMIT = 5  # stops of one permit from one address within the window
FROM_ADDRESS = 30  # stops from one address, whatever they stop: a whole plant may share one
KIND = "public_stop"


def admit(company_id: UUID, token: str, request: HttpRequest) -> bool:
    """Note one attempt; False when there were too many. The record holds no token, only its hash."""
    here, mark = address(request), hashed_login(token)
    with tenant.company(company_id):
        lately = SecurityEvent.objects.filter(
            company_id=company_id, kind=KIND, address=here, at__gt=clock.now() - WINDOW
        )
        marks = list(lately.values_list("login", flat=True)[:FROM_ADDRESS])
        admitted = len(marks) < FROM_ADDRESS and marks.count(mark) < ON_PERMIT
        kind = KIND if admitted else f"{KIND}_blocked"
        SecurityEvent.objects.create(company_id=company_id, kind=kind, login=mark, address=here, path="/c/")
    return admitted

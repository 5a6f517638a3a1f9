"""How often somebody may press stop on the public page where there is nothing to stop.

A stop that stops something always passes, whatever others behind the same address pressed before: it can be
repeated only after people on site resumed the work, so no machine can flood with it. The count is the
security record, so that it holds across processes and restarts.
"""

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
ON_PERMIT = 5  # vain presses on one permit within the window, whoever presses
FROM_ADDRESS = 300  # vain presses from one address, whatever they were for: a whole plant may share one
KIND = "public_stop"
VAIN = "public_stop_vain"
BLOCKED = "public_stop_blocked"


def admit(company_id: UUID, token: str, request: HttpRequest, *, in_vain: bool) -> bool:
    """Note one press; False when too many were `in_vain`. The record holds no token, only its hash."""
    here, mark = address(request), hashed_login(token)
    with tenant.company(company_id):
        pressed = SecurityEvent.objects.filter(company_id=company_id, kind=VAIN, at__gt=clock.now() - WINDOW)
        kind = VAIN if in_vain else KIND
        if in_vain and (
            pressed.filter(login=mark).count() >= ON_PERMIT
            or pressed.filter(address=here).count() >= FROM_ADDRESS
        ):
            kind = BLOCKED
        SecurityEvent.objects.create(company_id=company_id, kind=kind, login=mark, address=here, path="/c/")
    return kind != BLOCKED

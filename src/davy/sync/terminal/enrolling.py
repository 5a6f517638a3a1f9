"""A browser becomes a shared terminal: by an invitation alone, for nobody is logged in on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from davy import clock
from davy.accounts import security
from davy.accounts.here import address
from davy.accounts.models import SecurityEvent
from davy.db import tenant
from davy.devices import inviting
from davy.door.envelope import MalformedError, parse, seal
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.problems.response import Problem
from davy_core.instants import iso

__all__ = ["RECORDED", "enrol", "require"]

REFUSED = "invitation_refused"
WINDOW = timedelta(minutes=10)
RECORDED = 20  # wrong invitations of one address within the window that are put on record


def require(company_id: UUID, token: str, request: HttpRequest) -> None:
    """Raises Problem invitation_not_valid before the door writes anything: nobody is logged in here, and what
    the door refuses it keeps for good. Nobody guesses a token, so a good one always passes: what is limited
    is what a flood may write."""
    now = clock.now()
    with tenant.company(company_id):
        found = inviting.find(company_id, token, now)
        if found is not None and found.kind == "kiosk":
            return
        lately = SecurityEvent.objects.filter(
            company_id=company_id, kind=REFUSED, address=address(request), at__gt=now - WINDOW
        )
        if lately.count() < RECORDED:
            security.record(REFUSED, company_id=company_id, login=token, request=request)
    raise Problem("invitation_not_valid")


def enrol(company_id: UUID, kiosk_id: UUID, body: Mapping[str, str]) -> Mapping[str, Any]:
    """What the door says to this terminal. Raises Problem body_malformed, door_busy, and
    invitation_not_valid when another used it meanwhile."""
    data = {
        "v": 1,
        "id": str(uuid7()),
        "company": str(company_id),
        "stream": f"device/{kiosk_id}",
        "kind": "enrol_kiosk",
        "base_version": None,
        "body": dict(body),
        "occurred_at": iso(clock.now()),
        "app": "davy",
    }
    try:
        return execute(parse(seal(data)), Sender("driver"))
    except MalformedError as error:
        raise Problem(error.code, missing=error.places) from error
    except DoorBusyError as error:
        raise Problem("door_busy", status=503) from error

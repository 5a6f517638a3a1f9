"""Raises the alarms of the sensing itself: they concern no permit but the eyes of all."""

from __future__ import annotations

import time
from uuid import UUID

from davy import clock
from davy.db import tenant
from davy.door.execute import execute_in
from davy.door.known import raising
from davy.door.streams import Sender
from davy.people.models import Post
from davy_core.instants import iso

__all__ = ["ring"]

_QUIET = 300.0  # seconds in which this process says the same thing once (S27)
_POSTS = ("control_room", "safety_dept")
_rung: dict[tuple[UUID, str, str], float] = {}


def ring(company_id: UUID, kind: str, subject: str) -> None:
    """Raise the alarm, or let the open one about the same thing recur. Opens its own tenant block."""
    key, now = (company_id, kind, subject), time.monotonic()
    if now - _rung.get(key, float("-inf")) < _QUIET:
        return
    at = clock.now()
    with tenant.company(company_id):
        posts = Post.objects.filter(company_id=company_id, code__in=_POSTS)
        held = {str(p) for pair in posts.values_list("holder_id", "deputy_id") for p in pair if p}
        body = {
            "permit": None,
            "number": None,
            "kind": kind,
            "code": None,
            "subject": subject,
            "at": iso(at),
            "by": "watch",
            "tell": sorted(held),
        }
        execute_in([raising(company_id, body, at)], Sender("driver"))
    _rung[key] = now

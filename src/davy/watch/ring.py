"""Calls named people when the evidence or the clock is in doubt: the safety officers, the auditors and
whoever holds the control room. No permit stops by it and none goes on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from davy import clock
from davy.accounts.models import Account
from davy.db import rows, tenant
from davy.door.execute import execute_in
from davy.door.known import raising
from davy.door.streams import Sender
from davy.people.models import Post
from davy_core.instants import iso

__all__ = ["AGAIN", "ring"]

AGAIN = timedelta(hours=4)
"""After how long the same trouble rings again while it lasts (j)."""

_LAST = """
SELECT max(last_at) AS at FROM alarms_alarm
WHERE company_id = %s AND permit_id IS NULL AND kind = %s AND subject = %s
"""


def ring(
    company_id: UUID, kind: str, subject: str, *, again: timedelta | None = AGAIN, also: Iterable[str] = ()
) -> bool:
    """Raise an alarm of this kind (contracts/alarms.yaml) about `subject`; whether it rang now.

    The same trouble rings again only after `again`, however often it is found; with None only once for ever.
    `also` are posts (by code) whose holders are called beside those who always are. Opens its own tenant
    block.
    """
    now = clock.now()
    with tenant.company(company_id):
        # One at a time, so that two who find the same trouble ring once.
        rows.one("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{company_id}:{kind}:{subject}"])
        found = rows.one(_LAST, [company_id, kind, subject])
        last = found["at"] if found else None
        if last is not None and (again is None or last > now - again):
            return False
        body = {
            "permit": None,
            "number": None,
            "kind": kind,
            "code": None,
            "subject": subject,
            "at": iso(now),
            "by": "clock",
            "tell": told(company_id, also),
        }
        execute_in([raising(company_id, body, now)], Sender("clock"))
    return True


def told(company_id: UUID, also: Iterable[str] = ()) -> list[str]:
    """The ids of the persons who are called, with the holders of these posts. Inside the tenant block of the
    company."""
    roles = Account.objects.filter(company_id=company_id, is_active=True, person_id__isnull=False)
    officers = roles.filter(roles__overlap=["safety_officer", "auditor"]).values_list("person_id", flat=True)
    posts = Post.objects.filter(company_id=company_id, code__in=["control_room", *also])
    held = [person for pair in posts.values_list("holder_id", "deputy_id") for person in pair]
    return sorted({str(person) for person in (*officers, *held) if person is not None})

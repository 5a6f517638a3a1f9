"""Notes how a messenger answers, and calls the administrators when one takes nothing any more."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F

from davy import clock
from davy.accounts.models import Account
from davy.db import tenant
from davy.door.execute import execute_in
from davy.door.known import raising
from davy.door.streams import Sender
from davy.notify.models import Messenger
from davy.notify.outward.ways import SendError
from davy_core.instants import iso

__all__ = ["AFTER", "note"]

AFTER = 3
"""So many failures in a row, and somebody is told: one may be a slow minute."""

REFUSED = "refused"
_OF_ONE = frozenset(
    {"no_address", "nobody", "refused", "switched_off"}
)  # about a message, not about the messenger


def note(company_id: UUID, kind: str, came: Sequence[SendError | None]) -> None:
    """Keep what one round with this messenger came to. Opens its own tenant block."""
    now = clock.now()
    answered = any(error is None for error in came)
    broken = [error for error in came if error is not None and error.code not in _OF_ONE]
    if not answered:  # it refuses everybody: an account without credit, not a wrong number
        broken = broken or [error for error in came if error is not None and error.code == REFUSED]
    with tenant.company(company_id):
        mine = Messenger.objects.filter(company_id=company_id, kind=kind)
        if answered or not broken:
            mine.update(
                tried_at=now, **({"answered_at": now, "problem": "", "failures": 0} if answered else {})
            )
            return
        mine.update(tried_at=now, problem=broken[0].code, failures=F("failures") + 1)
        row = mine.first()
        if row is not None and row.failures == AFTER:
            _tell(company_id, kind)


def _tell(company_id: UUID, kind: str) -> None:
    now = clock.now()
    admins = Account.objects.filter(
        company_id=company_id,
        is_active=True,
        person_id__isnull=False,
        roles__overlap=["admin", "safety_officer"],
    )
    body = {
        "permit": None,
        "number": None,
        "kind": "messenger_failing",
        "code": None,
        "subject": kind,
        "at": iso(now),
        "by": "clock",
        "tell": sorted({str(person) for person in admins.values_list("person_id", flat=True)}),
    }
    execute_in([raising(company_id, body, now)], Sender("clock"))

"""What somebody seems to have tampered with: recorded, and an alarm to those who look after safety."""

from __future__ import annotations

from uuid import UUID

from davy import clock
from davy.accounts import security
from davy.accounts.models import Account
from davy.devices.models import DeviceRow
from davy.door.execute import execute_in
from davy.door.known import raising
from davy.door.streams import Sender
from davy_core.instants import iso

__all__ = ["doubt"]

KIND = "device_doubtful"


def doubt(device: DeviceRow, code: str, seq: int, whose: UUID | None = None) -> None:
    """Record that what came under this number does not fit. Inside the tenant block of the device's
    company. `whose`: the person it was done in the name of, where the device belongs to nobody."""
    security.record(code, company_id=device.company_id, account_id=device.account_id, login=str(seq))
    now = clock.now()
    body = {
        "permit": None,
        "number": None,
        "kind": KIND,
        "code": None,
        "subject": f"{device.id}/{code}",
        "at": iso(now),
        "by": str(whose or device.person_id or device.account_id),
        "tell": _told(device.company_id),
    }
    execute_in([raising(device.company_id, body, now)], Sender("driver"))


def _told(company_id: UUID) -> list[str]:
    found = Account.objects.filter(
        company_id=company_id, is_active=True, roles__contains=["safety_officer"], person_id__isnull=False
    )
    return sorted(str(person) for person in found.values_list("person_id", flat=True))

"""What somebody seems to have tampered with: recorded, and an alarm to those who can do something about it:
the shift leaders, who see to it, and the safety officers, who revoke the device."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from davy import clock
from davy.accounts import security
from davy.accounts.models import Account
from davy.devices.models import DeviceRow
from davy.door.execute import execute_in
from davy.door.known import raising
from davy.door.streams import Sender
from davy.people.models import Post
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
        "tell": _told(device),
    }
    execute_in([raising(device.company_id, body, now)], Sender("driver"))


def _told(device: DeviceRow) -> list[str]:
    """Without a permit nobody has a duty but by his post: those whose posts count where the device is. A
    phone is anywhere."""
    officers = Account.objects.filter(
        company_id=device.company_id,
        is_active=True,
        roles__contains=["safety_officer"],
        person_id__isnull=False,
    )
    here = Q() if device.site_id is None else Q(site_id=None) | Q(site_id=device.site_id)
    posts = Post.objects.filter(here, company_id=device.company_id, code="shift_leader")
    held = posts.values_list("holder_id", "deputy_id")
    people = {*officers.values_list("person_id", flat=True), *(person for pair in held for person in pair)}
    return sorted(str(person) for person in people if person is not None)

"""What somebody seems to have tampered with or guessed: recorded, and an alarm to those who can do something
about it: the shift leaders, who see to it, the safety officers, who revoke a device, the owner of a PIN.

Some of it can be brought about by whoever knows no more than the id of a device: so the records are bounded,
and the alarm is raised once in a while and not once a try.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models import Q

from davy import clock
from davy.accounts import security
from davy.accounts.attempts import WINDOW
from davy.accounts.models import Account, SecurityEvent, hashed_login
from davy.db import tenant
from davy.devices.models import DeviceRow
from davy.door.execute import execute_in
from davy.door.known import raising
from davy.door.streams import Sender
from davy.people.models import Post
from davy.signatures import pins
from davy_core.instants import iso

__all__ = ["MOST", "doubt", "pin_guessed"]

MOST = 20
"""Records of one doubt about one device within the window of attempts (j); more would change no picture."""
NOBODY = "driver"


def doubt(device: DeviceRow, code: str, seq: int, whose: UUID | None = None) -> None:
    """Record that what came under this number does not fit. Inside the tenant block of the device's
    company. `whose`: the person it was done in the name of, where the device belongs to nobody."""
    del seq  # the chain tells where; here counts which device
    if _again(device.company_id, device.account_id, code, str(device.id)):
        return
    owner = device.account_id if device.kind == "phone" else NOBODY  # not whoever let a terminal in
    by = str(whose or device.person_id or owner)
    _alarm(
        device.company_id,
        "device_doubtful",
        f"{device.id}/{code}",
        by,
        _told(device.company_id, device.site_id),
    )


def pin_guessed(account: Account) -> None:
    """Tell the owner of a PIN, and those who look after safety, once somebody has used up its attempts at
    shared terminals. In a transaction of its own."""
    company_id = account.company_id
    with tenant.company(company_id):
        if not pins.tried_out(account) or _again(company_id, account.id, "pin_guessed", str(account.id)):
            return
        tell = {*_told(company_id, None), *([str(account.person_id)] if account.person_id else [])}
        _alarm(company_id, "pin_guessed", f"{account.id}/pin", NOBODY, tell)


def _again(company_id: UUID, account_id: UUID, code: str, about: str) -> bool:
    """Put it on record, unless that was done often enough; whether it was told already. One after another."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{company_id}:{code}:{about}"]
        )
    before = SecurityEvent.objects.filter(
        company_id=company_id, kind=code, login=hashed_login(about), at__gt=clock.now() - WINDOW
    ).count()
    if before < MOST:
        security.record(code, company_id=company_id, account_id=account_id, login=about)
    return before > 0


def _alarm(company_id: UUID, kind: str, subject: str, by: str, tell: Iterable[str]) -> None:
    now = clock.now()
    body = {
        "permit": None,
        "number": None,
        "kind": kind,
        "code": None,
        "subject": subject,
        "at": iso(now),
        "by": by,
        "tell": sorted(tell),
    }
    execute_in([raising(company_id, body, now)], Sender("driver"))


def _told(company_id: UUID, site_id: UUID | None) -> list[str]:
    """Without a permit nobody has a duty but by his post: those whose posts count where the device is. A
    phone is anywhere."""
    officers = Account.objects.filter(
        company_id=company_id,
        is_active=True,
        roles__contains=["safety_officer"],
        person_id__isnull=False,
    )
    here = Q() if site_id is None else Q(site_id=None) | Q(site_id=site_id)
    posts = Post.objects.filter(here, company_id=company_id, code="shift_leader")
    held = posts.values_list("holder_id", "deputy_id")
    people = {*officers.values_list("person_id", flat=True), *(person for pair in held for person in pair)}
    return sorted(str(person) for person in people if person is not None)

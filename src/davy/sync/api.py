"""HTTP for phones that sign: invitations, devices, and their queues. Thin."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query, Router, Schema, Status

from davy import clock
from davy.accounts import reauth
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.models import Account
from davy.db import tenant
from davy.devices import inviting, queries
from davy.devices.models import DeviceRow
from davy.devices.shapes import DeviceOut, InvitationIn, InvitationOut
from davy.people import queries as people
from davy.printing.sheet import qr
from davy.problems.response import Problem
from davy.problems.shapes import ProblemOut
from davy.sync.doubts import doubt
from davy.sync.keys import receipt_key
from davy.sync.receive import Item, receive
from davy.sync.shapes import DoubtIn, SyncIn, SyncOut

__all__ = ["router"]

router = Router(tags=["devices"])
MOST_BYTES = 2 * 1024 * 1024
DOUBTS = {"receipt": "receipt_wrong", "queue": "queue_changed"}


class DevicesIn(Schema):
    """`mine`: one's own phones only."""

    mine: bool = False


@router.post("/devices/invitations", response={201: InvitationOut, 404: ProblemOut, 409: ProblemOut})
@allow("devices", "read", reads=False)
def invite(request: TenantRequest, body: InvitationIn) -> Status[dict[str, Any]]:
    """Show a code by which a phone is enrolled, once and within a quarter of an hour."""
    reauth.require(request.user, body.password, request)
    wanted = body.account or request.user.id
    if wanted != request.user.id and not may(request.user.roles, "devices", "write"):
        raise Problem("device_not_yours")
    now = clock.now()
    with tenant.company(request.company.id):
        if not Account.objects.filter(company_id=request.company.id, id=wanted, is_active=True).exists():
            raise Problem("not_found")
        token = inviting.invite(request.company.id, wanted, request.user.id, now)
    path = f"/m/enrol/{token}"
    picture = qr(request.build_absolute_uri(path))
    return Status(201, {"token": token, "path": path, "svg": picture, "expires_at": now + inviting.LASTS})


@router.get("/devices", response=list[DeviceOut])
@allow("devices", "read")
def list_devices(request: TenantRequest, wanted: Query[DevicesIn]) -> list[dict[str, Any]]:
    """The phones of everybody for whoever manages them, else one's own."""
    everybody = may(request.user.roles, "devices", "write") and not wanted.mine
    found = queries.of_company(request.company.id, None if everybody else request.user.id)
    names = people.names(request.company.id, [str(d.person_id) for d in found if d.person_id])
    return [_shown(device, names) for device in found]


@router.get("/devices/{uuid:device_id}", response={200: DeviceOut, 404: ProblemOut})
@allow("devices", "read")
def get_device(request: TenantRequest, device_id: UUID) -> dict[str, Any]:
    """One phone, with the key by which it verifies receipts."""
    found = _found(request, device_id)
    return _shown(found, people.names(request.company.id, [str(found.person_id)] if found.person_id else []))


@router.post("/devices/{uuid:device_id}/doubts", response={204: None, 404: ProblemOut})
@allow("devices", "read")
def report_doubt(request: TenantRequest, device_id: UUID, body: DoubtIn) -> Status[None]:
    """The phone tells that a receipt, or a row it kept, does not fit."""
    doubt(_found(request, device_id), DOUBTS[body.kind], body.seq)
    return Status(204, None)


@router.post("/sync", response={200: SyncOut, 403: ProblemOut, 404: ProblemOut, 413: ProblemOut})
@allow("commands", "write", reads=False)
def send_queue(request: TenantRequest, body: SyncIn) -> dict[str, Any]:
    """Signed envelopes from the queue of a phone, in the order of their numbers; each is answered by
    itself, and sent again it is answered the same."""
    if len(request.body) > MOST_BYTES:
        raise Problem("sync_too_much")
    device = _own(request, body.device)
    items = [
        Item(item.text, item.signature, item.assertion.dict() if item.assertion else None)
        for item in body.items
    ]
    results = list(receive(device, request.user, items))
    after = _own(request, body.device)
    return {
        "server_time": clock.now(),
        "seq": after.seq,
        "head": bytes(after.head).hex(),
        "results": results,
    }


def _own(request: TenantRequest, device_id: UUID) -> DeviceRow:
    with tenant.company(request.company.id):
        found = queries.load(request.company.id, device_id)
    if found is None or found.kind != "phone":
        raise Problem("device_unknown")  # a shared terminal keeps no queue
    if found.account_id != request.user.id:
        raise Problem("device_of_another")
    return found


def _found(request: TenantRequest, device_id: UUID) -> DeviceRow:
    """The phone, for its owner and for whoever manages phones; for others there is none."""
    found = queries.load(request.company.id, device_id)
    mine = found is not None and found.kind == "phone" and found.account_id == request.user.id
    if found is None or not (mine or may(request.user.roles, "devices", "write")):
        raise Problem("not_found")
    return found


def _shown(device: DeviceRow, names: dict[str, str]) -> dict[str, Any]:
    return {
        "id": device.id,
        "account_id": device.account_id,
        "person_id": device.person_id,
        "person_name": names.get(str(device.person_id)),
        "name": device.name,
        "key": device.key,
        "ex": device.ex,
        "enrolled_at": device.enrolled_at,
        "revoked_at": device.revoked_at,
        "last_sent_at": device.last_sent_at,
        "seq": device.seq,
        "head": bytes(device.head).hex(),
        "receipt_key": receipt_key(),
    }

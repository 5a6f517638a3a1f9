"""Reads devices. Inside a tenant block."""

from __future__ import annotations

from uuid import UUID

from davy.devices.models import DeviceRow
from davy_core.sync.device import Device

__all__ = ["device", "kiosks", "load", "locked", "of_company"]


def load(company_id: UUID, device_id: UUID) -> DeviceRow | None:
    """The row of a device, or None."""
    return DeviceRow.objects.filter(company_id=company_id, id=device_id).first()


def locked(company_id: UUID, device_id: UUID) -> DeviceRow | None:
    """The row, kept from everybody else until the transaction ends; waits as long as its `lock_timeout`."""
    return DeviceRow.objects.select_for_update().filter(company_id=company_id, id=device_id).first()


def of_company(company_id: UUID, account_id: UUID | None = None) -> list[DeviceRow]:
    """The phones of everybody or of one account, the newest on top; 500 at most."""
    found = DeviceRow.objects.filter(company_id=company_id, kind="phone").order_by("-enrolled_at")
    return list((found if account_id is None else found.filter(account_id=account_id))[:500])


def kiosks(company_id: UUID) -> list[DeviceRow]:
    """The shared terminals, the newest on top; the revoked ones too."""
    return list(DeviceRow.objects.filter(company_id=company_id, kind="kiosk").order_by("-enrolled_at")[:500])


def device(row: DeviceRow) -> Device:
    """The device as the core knows it."""
    return Device(
        id=str(row.id),
        account=str(row.account_id),
        person=str(row.person_id) if row.person_id else None,
        key=row.key,
        enrolled_at=row.enrolled_at,
        ex=row.ex,
        revoked_at=row.revoked_at,
        kind=row.kind,
        site=str(row.site_id) if row.site_id else None,
    )

"""Gateways: found by their user name, their password made here, shown once, and kept as a bcrypt hash."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from uuid import UUID

import bcrypt

from davy import clock
from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.instruments.models import Gateway
from davy.instruments.topics import Wire, slug, user_parts

__all__ = ["Known", "fits", "known", "marks", "new_password", "seen", "wire"]

_COST = 10  # of bcrypt; the password is 144 random bits, so this only slows a thief of the database
_NOBODY = bcrypt.hashpw(b"nobody", bcrypt.gensalt(4))


@dataclass(frozen=True)
class Known:
    """A gateway that may be let in, with its names on the wire."""

    company: UUID
    id: UUID
    wire: Wire
    adapter: str
    password_hash: bytes

    @property
    def mark(self) -> str:
        """What its password is known by without being known: another one after each renewal."""
        return _mark(self.password_hash)


def new_password() -> tuple[str, str]:
    """A password and its hash."""
    password = secrets.token_urlsafe(18)
    return password, bcrypt.hashpw(password.encode(), bcrypt.gensalt(_COST)).decode()


def fits(gateway: Known | None, password: str) -> bool:
    """Whether it is its password; takes its time for an unknown one too."""
    raw = password.encode()[:72]
    if gateway is None:
        bcrypt.checkpw(raw, _NOBODY)
        return False
    return bcrypt.checkpw(raw, gateway.password_hash)


def wire(gateway: Gateway) -> Wire:
    """Its names on the wire. Inside the tenant block of its company."""
    company = Company.objects.get(id=gateway.company_id)
    site = rows.one(
        "SELECT code FROM sites_site WHERE company_id = %s AND id = %s", (company.id, gateway.site_id)
    )
    code = site["code"] if site else ""
    return Wire(slug(company.code, company.id), slug(code, gateway.site_id), gateway.key)


def known(user: str) -> Known | None:
    """The gateway with this user name, unless it is retired. Opens its own tenant block."""
    parts = user_parts(user)
    company = _company(parts[0]) if parts else None
    if parts is None or company is None:
        return None
    with tenant.company(company.id):
        row = Gateway.objects.filter(company_id=company.id, key=parts[1], retired_at=None).first()
        if row is None:
            return None
        return Known(company.id, row.id, wire(row), row.adapter, row.password_hash.encode())


def marks(company_name: str) -> dict[str, str]:
    """By key the mark of each gateway of this company that may be let in. Opens its own tenant block."""
    company = _company(company_name)
    if company is None:
        return {}
    with tenant.company(company.id):
        found = Gateway.objects.filter(company_id=company.id, retired_at=None)
        return {key: _mark(hashed.encode()) for key, hashed in found.values_list("key", "password_hash")}


def seen(company_id: UUID, gateway_id: UUID) -> None:
    """It was let in just now. Inside a tenant block."""
    Gateway.objects.filter(company_id=company_id, id=gateway_id).update(seen_at=clock.now())


def _mark(password_hash: bytes) -> str:
    return hashlib.sha256(password_hash).hexdigest()[:16]


def _company(name: str) -> Company | None:
    found = Company.objects.filter(code=name).first()
    if found is None and len(name) == 33 and name.startswith("x"):
        try:
            found = Company.objects.filter(id=UUID(hex=name[1:])).first()
        except ValueError:
            return None
    return found if found is not None and slug(found.code, found.id) == name else None

"""Shared terminals in software, as the kiosk page of the web app drives them, with badges and PINs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client

from davy import clock
from davy.accounts.models import Account
from davy.building.authenticator import header
from davy.building.plant import Plant
from davy.db import tenant
from davy.devices import inviting, p256
from davy.ids import uuid7
from davy.signatures import badges, pins
from davy.sync.stream import proof_text
from davy.sync.terminal.presenting import Presented, presented_text

__all__ = ["PIN", "Kiosk", "badge_for"]

PIN = "480215"


def badge_for(plant: Plant, who: str, number: str, pin: str = PIN) -> UUID:
    """A badge and a PIN for somebody of the plant; the badge's id."""
    account = Account.objects.get(id=plant.people[who].account)
    pins.choose(account, pin)
    with tenant.company(plant.company):
        return badges.register(plant.company, account.id, number, by=account.id).id


@dataclass
class Kiosk:
    """One terminal and the browser on it."""

    plant: Plant
    site: UUID
    name: str = "东门岗亭"
    id: UUID = field(default_factory=uuid7)
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))

    def enrol(self, *, kiosk: bool = True) -> Any:
        """Open the address of an invitation (`kiosk` False: of one for a phone); the server's answer."""
        company = self.plant.company
        maker = next(iter(self.plant.people.values())).account
        with tenant.company(company):
            at = self.site if kiosk else None
            token = inviting.invite(company, maker, maker, clock.now(), kiosk_at=at)
        body = {
            "kiosk": str(self.id),
            "invitation": token,
            "name": self.name,
            "key": p256.point(self.key),
            "proof": p256.sign(self.key, proof_text(company, self.id, token)),
        }
        return self.post("terminal", body)

    def said(self, badge: str, pin: str = PIN, **over: Any) -> Presented:
        """What the terminal sends for a badge and a PIN, signed; `over` replaces parts before it signs."""
        asked = self.client.get(f"/api/v1/terminal/{self.id}").json()
        plain = Presented(self.id, uuid7(), str(asked.get("challenge")), badge, pin, "")
        plain = replace(plain, **over)
        return replace(plain, signature=p256.sign(self.key, presented_text(self.plant.company, plain)))

    def present(self, badge: str, pin: str = PIN, **over: Any) -> Any:
        """Read a badge and enter a PIN; the server's answer."""
        return self.send(self.said(badge, pin, **over))

    def send(self, said: Presented) -> Any:
        """Send what was presented, again if need be."""
        return self.post("terminal/visits", json.loads(json.dumps(vars(said), default=str)))

    def give(self, raw: bytes, *, pin: str | None = PIN, beside: Mapping[str, str] | None = None) -> Any:
        """Give a command during a visit: PIN into the bytes, the terminal's signature beside them."""
        plain = json.loads(raw)
        if pin is not None:
            told = self.post("session/pin", {"pin": pin, "command": plain["id"]}).json()
            plain["reauth"] = told.get("token", "")
        raw = json.dumps(plain).encode()
        said = {"kiosk": str(self.id), "signature": p256.sign(self.key, raw)} if beside is None else beside
        return self.post("commands", raw, **({"Davy-Assertion": header(dict(said))} if said else {}))

    def post(self, path: str, body: Any, **headers: str) -> Any:
        """A changing request, as the page makes it."""
        self.client.get("/api/v1/session")
        token = self.client.cookies["csrftoken"].value
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = {"X-CSRFToken": token, **headers}
        return self.client.post(f"/api/v1/{path}", raw, content_type="application/json", headers=sent)

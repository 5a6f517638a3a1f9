"""Phones that sign and queue what their owners do, as the web app does it (ADR 0011)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec

from davy import clock
from davy.accounts.models import Account
from davy.building.envelopes import AT_POINT, envelope
from davy.building.plant import Plant
from davy.db import tenant
from davy.devices import inviting, p256, queries
from davy.door.envelope import parse, seal
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.sync.receive import Item, receive
from davy.sync.stream import proof_text
from davy_core.instants import iso
from davy_core.sync.chain import ZERO

__all__ = ["MARK", "Phone", "mark", "marked"]

MARK = "Ex ib IIC T6 Gb"


def mark(plant: Plant, device: UUID, ex: str = MARK) -> None:
    """The safety officer reads the plate of a phone and enters its Ex mark."""
    desk = plant.people["zheng"]
    sent = envelope(
        plant.company, device, "mark_device", {"ex": ex}, occurred_at=clock.now(), stream_kind="device"
    )
    execute(sent, Sender("person", desk.person, desk.account))


@dataclass
class Phone:
    """The phone of one person: its key, its chain, and what it has not got rid of yet. `ex` is the mark that
    the desk gives it once it is enrolled; None: none, and in an Ex area it is good for little (S26)."""

    plant: Plant
    who: str
    id: UUID = field(default_factory=uuid7)
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    seq: int = 0
    prev: str = ZERO
    queue: list[Item] = field(default_factory=list)
    ex: str | None = MARK

    def enrol(self) -> Mapping[str, Any]:
        """Scan an invitation of one's own and enrol; the door's answer."""
        company, member = self.plant.company, self.plant.people[self.who]
        with tenant.company(company):
            token = inviting.invite(company, member.account, member.account, clock.now())
        return self.enrol_with(token)

    def enrol_with(self, token: str) -> Mapping[str, Any]:
        """Enrol with this invitation; the door's answer."""
        company, member = self.plant.company, self.plant.people[self.who]
        body = {
            "invitation": token,
            "name": f"{self.who}的手机",
            "key": p256.point(self.key),
            "proof": p256.sign(self.key, proof_text(company, self.id, token)),
        }
        sent = parse(seal(self._envelope(f"device/{self.id}", "enrol_device", body, clock.now())))
        answer = execute(sent, Sender("person", member.person, member.account))
        if self.ex is not None and answer["verdict"] == "accepted":
            mark(self.plant, self.id, self.ex)
        return answer

    def give(self, permit: UUID, kind: str, body: Mapping[str, Any] | None = None, **over: Any) -> Item:
        """Do something: it is signed and stands in the queue. `over` replaces parts of the envelope."""
        at = over.pop("at", None) or clock.now()
        data = self._envelope(f"permit/{permit}", kind, dict(body or {}), at)
        data |= {"device": str(self.id), "seq": self.seq + 1, "prev": self.prev, "clock": "device_synced"}
        data |= {"position": AT_POINT, **over}
        item = self.signed({k: v for k, v in data.items() if v is not None or k == "base_version"})
        self.seq, self.prev = self.seq + 1, hashlib.sha256(item.text.encode()).hexdigest()
        self.queue.append(item)
        return item

    def signed(self, data: Mapping[str, Any]) -> Item:
        """An envelope spelled once and signed; the chain does not move."""
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        return Item(text, p256.sign(self.key, text.encode()))

    def send(self, items: Sequence[Item] | None = None) -> list[dict[str, Any]]:
        """Send the queue, or these; what is final leaves the queue."""
        wanted = list(self.queue if items is None else items)
        with tenant.company(self.plant.company):
            device = queries.load(self.plant.company, self.id)
        if device is None:
            raise LookupError("enrol the phone first")
        account = Account.objects.get(id=self.plant.people[self.who].account)
        results = list(receive(device, account, wanted))
        done = {r["seq"] for r in results if r["receipt"] is not None}
        self.queue = [item for item in self.queue if json.loads(item.text)["seq"] not in done]
        return results

    def _envelope(self, stream: str, kind: str, body: Mapping[str, Any], at: datetime) -> dict[str, Any]:
        return {
            "v": 1,
            "id": str(uuid7()),
            "company": str(self.plant.company),
            "stream": stream,
            "kind": kind,
            "base_version": None,
            "body": body,
            "occurred_at": iso(at),
            "app": "m/0.1.0",
        }


def marked(plant: Plant, who: str) -> UUID:
    """The enrolled phone of this person with its Ex mark, let in when it is first asked for."""
    if who not in plant.phones:
        phone = Phone(plant, who)
        phone.enrol()
        plant.phones[who] = phone.id
    return plant.phones[who]

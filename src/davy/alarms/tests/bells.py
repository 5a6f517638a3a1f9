"""Short ways to raise an alarm through the door and to deal with it, as the house itself does."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.alarms import duties, queries
from davy.db import tenant
from davy.door.envelope import Envelope, parse, seal
from davy.door.execute import execute
from davy.door.known import alarm_commands
from davy.door.streams import Saving, Sender
from davy.ids import uuid7
from davy_core.instants import iso

LI, WANG, FENG = uuid7(), uuid7(), uuid7()
HELD: Mapping[UUID, frozenset[str]] = {
    LI: frozenset({"responsible", "bystander"}),
    WANG: frozenset({"guardian", "bystander"}),
    FENG: frozenset({"shift_leader", "bystander"}),
}


def known_duties(_company: UUID, _permit: UUID | None, person: UUID) -> frozenset[str]:
    """李工 is responsible, 王班 guards, 冯班长 leads the shift; whoever else is a stranger."""
    return HELD.get(person, frozenset())


def provide() -> None:
    """Let the register ask for these duties."""
    duties.provide(known_duties)


def body(permit: UUID, **changed: Any) -> dict[str, Any]:
    """What `davy_core.alarms.from_permit` makes of one AlarmRaised event."""
    values = {
        "permit": str(permit),
        "number": "DH-20261121-0001",
        "kind": "gas_limit",
        "code": None,
        "subject": "middle",
        "at": iso(clock.now()),
        "by": "clock",
        "tell": [str(WANG), str(FENG)],
    }
    return {**values, **changed}


def cause(company: UUID, permit: UUID, at: datetime | None = None) -> Saving:
    """A change of the permit that brings alarms about."""
    now = at or clock.now()
    envelope = Envelope(
        id=uuid7(), company=company, stream_kind="permit", stream_id=permit, kind="tick", body={},
        occurred_at=now, base_version=None, app="davy", sha256=hashlib.sha256(b"").digest(),
    )  # fmt: skip
    return Saving(envelope, Sender("clock"), now, None, None, None, 1, ())


def raise_alarm(company: UUID, permit: UUID, **changed: Any) -> UUID:
    """Raise it once, in a transaction of its own, and give the id of the alarm that rang."""
    with tenant.company(company):
        command = alarm_commands(cause(company, permit), [body(permit, **changed)])[0]
    answer = execute(command, Sender("driver"))
    assert answer["verdict"] == "accepted", answer
    return command.stream_id


def give(
    company: UUID, alarm: UUID, kind: str, person: UUID, note: str | None = None, **more: Any
) -> Mapping[str, Any]:
    """A person's command on the alarm, as the API passes it on."""
    data = {
        "v": 1, "id": str(uuid7()), "company": str(company), "stream": f"alarm/{alarm}", "kind": kind,
        "base_version": None, "body": {"note": note, **more} if note else {}, "occurred_at": iso(clock.now()),
        "app": "test/1",
    }  # fmt: skip
    return execute(parse(seal(data)), Sender("person", person, uuid7()))


def row(company: UUID, alarm: UUID) -> dict[str, Any]:
    """The alarm's row."""
    with tenant.company(company):
        found = queries.row_of(company, alarm)
    assert found is not None
    return found

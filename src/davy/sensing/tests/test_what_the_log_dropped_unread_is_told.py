"""Nobody reads for so long that the broker drops readings which it acknowledged: they are counted, shown with
since when, and people are called. What was read before it went is no loss."""

import asyncio
from typing import Any

import pytest
from nats.aio.client import Client

from davy import clock
from davy.db import rows, tenant
from davy.people.models import Post
from davy.sensing import msglog, standing
from davy.sensing.access import found
from davy.sensing.callout import connect
from davy.sensing.tests.field import Field, until

pytestmark = pytest.mark.kill

ROOM = 64 * 1024
"""Bytes of the log: some three hundred readings."""


async def _asked(field: Field, subject: str, body: Any) -> dict[str, Any]:
    access = found(field.home)
    assert access is not None
    client: Client = await connect(access, access.watch, "test")
    try:
        return await msglog.ask(client, subject, body)
    finally:
        await client.close()


def _small_log(field: Field) -> None:
    config = {
        "name": msglog.STREAM, "subjects": ["$MQTT.msgs.>"], "storage": "file", "retention": "limits",
        "discard": "old", "max_bytes": ROOM, "num_replicas": 1, "allow_direct": True,
    }  # fmt: skip
    made = asyncio.run(_asked(field, f"STREAM.CREATE.{msglog.STREAM}", config))
    assert "error" not in made, made


def _passed() -> int:
    row = rows.one("SELECT coalesce(min(passed), 0) AS n FROM sensing_lease")
    assert row is not None
    return int(row["n"])


def _rung(field: Field) -> list[str]:
    with tenant.company(field.company):
        asked = "SELECT told::text[] AS told FROM alarms_alarm WHERE kind = 'readings_dropped'"
        return [person for row in rows.many(asked) for person in row["told"]]


def test_readings_that_went_unread_are_counted_and_people_are_called(field: Field) -> None:
    gateway = field.gateway()
    field.instrument("SN-1")
    field.broker.start()
    _small_log(field)
    field.watch()
    gateway.connect(60)

    # Twice what there is room for goes by, all of it read: that is no loss.
    for seq in range(1, 601):
        gateway.send(field.topic("SN-1"), {"seq": seq, "boot": "a", "lel": 1}, wait=seq % 50 == 0)
    until(lambda: len(field.readings()) == 600, 60)
    until(lambda: _passed() >= 600, 60)
    assert standing.link(clock.now())["dropped"] == 0

    field.kill_watch()
    for seq in range(601, 1401):
        gateway.send(field.topic("SN-1"), {"seq": seq, "boot": "a", "lel": 1}, wait=seq % 50 == 0)
    until(lambda: len(gateway.acked) >= 1400, 60)
    state = asyncio.run(_asked(field, f"STREAM.INFO.{msglog.STREAM}", None))["state"]
    field.watch()
    until(lambda: standing.link(clock.now())["dropped"] > 0, 60)
    until(lambda: 1400 in [row["seq"] for row in field.readings()], 60)

    link, stored = standing.link(clock.now()), len(field.readings())
    assert 1400 - stored <= link["dropped"] <= state["first_seq"]
    assert stored < 1400
    assert link["dropped_since"] is not None
    until(lambda: bool(_rung(field)), 30)
    with tenant.company(field.company):
        holder = Post.objects.filter(company_id=field.company, code="control_room").first()
    assert holder is not None
    assert str(holder.holder_id) in _rung(field)

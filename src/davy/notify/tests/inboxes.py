"""What people find in their inboxes, and what they do about an alarm."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from davy import clock
from davy.alarms import queries as alarms
from davy.building.hands import Hands
from davy.building.plant import Plant
from davy.db import rows, tenant
from davy.door.envelope import parse, seal
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.notify import queries, tasks
from davy_core.instants import iso

__all__ = ["deliver", "give", "inbox", "open_alarms", "standing"]


def deliver() -> None:
    """Do the jobs that wait, as the worker does, each twice, and have them done."""
    waiting = rows.many("SELECT args FROM procrastinate_jobs WHERE task_name = 'notify.deliver' ORDER BY id")
    for job in [*waiting, *waiting]:
        args = job["args"]
        tasks.deliver.func(**(json.loads(args) if isinstance(args, str) else args))
    rows.run("DELETE FROM procrastinate_jobs WHERE task_name = 'notify.deliver'")


def inbox(plant: Plant, who: str, *, unread: bool = False) -> list[dict[str, Any]]:
    """What the person was told, newest first."""
    with tenant.company(plant.company):
        return queries.inbox(plant.company, UUID(plant.person(who)), only_unread=unread)


def standing(plant: Plant, who: str) -> list[dict[str, Any]]:
    """What the person was told of that somebody must still act on."""
    with tenant.company(plant.company):
        return queries.standing(plant.company, UUID(plant.person(who)))


def open_alarms(hands: Hands) -> list[dict[str, Any]]:
    """The open alarms of the permit."""
    with tenant.company(hands.plant.company):
        return alarms.open_for(hands.plant.company, hands.permit)


def give(plant: Plant, who: str, alarm: str, kind: str, note: str | None = None) -> Any:
    """A person's command on the alarm; what is answered."""
    member = plant.people[who]
    data = {
        "v": 1, "id": str(uuid7()), "company": str(plant.company), "stream": f"alarm/{alarm}", "kind": kind,
        "base_version": None, "body": {"note": note} if note else {}, "occurred_at": iso(clock.now()),
        "app": "test/1",
    }  # fmt: skip
    return execute(parse(seal(data)), Sender("person", member.person, member.account))

"""A plant with messengers, and the worker's rounds over their queue."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from davy.building.plant import Plant
from davy.db import rows, tenant
from davy.notify import tasks
from davy.notify.models import Address, Messenger
from davy.notify.outward.setups import sealed

__all__ = ["GATEWAY", "address", "messages", "phone", "rounds", "set_up", "waiting_jobs"]

GATEWAY: dict[str, Any] = {
    "headers": {"Authorization": "Bearer {key}"},
    "body": {"to": ["{phone}"], "content": "【Davy】{text}", "serial": "{id}"},
    "ok": {"path": "result.0.code", "is": "0"},
}


def set_up(plant: Plant, kind: str, secret: dict[str, str], **settings: Any) -> None:
    """Set a messenger of the plant's own network up."""
    with tenant.company(plant.company):
        Messenger.objects.create(
            company_id=plant.company,
            kind=kind,
            private_net=True,
            settings=settings,
            secret=sealed(secret, plant.company, kind),
        )


def phone(plant: Plant, who: str, number: str) -> None:
    """Write down the person's phone number."""
    with tenant.company(plant.company):
        rows.run("UPDATE people_person SET phone = %s WHERE id = %s", [number, plant.person(who)])


def address(plant: Plant, who: str, kind: str, where: str) -> None:
    """Write down where a messenger finds the person."""
    with tenant.company(plant.company):
        Address.objects.create(
            company_id=plant.company, person_id=UUID(plant.person(who)), kind=kind, address=where
        )


def waiting_jobs() -> int:
    """How many jobs wait that look into the queue."""
    found = rows.one(
        "SELECT count(*) AS jobs FROM procrastinate_jobs WHERE task_name = 'notify.send' AND status = 'todo'"
    )
    return int(found["jobs"]) if found else 0


def rounds(plant: Plant) -> None:
    """What the worker does when it is called."""
    tasks.send.func(company=str(plant.company))


def messages(plant: Plant, who: str | None = None) -> list[dict[str, Any]]:
    """The messages of the person, or of all."""
    with tenant.company(plant.company):
        return rows.many(
            "SELECT messenger, state, problem, tries, next_at, severity, title FROM notify_message"
            " WHERE %s::uuid IS NULL OR person_id = %s ORDER BY id",
            [plant.person(who) if who else None] * 2,
        )

"""Work in a tank with somebody inside, the jobs that calls for help leave, and commands on the emergency."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.test import Client

from davy import clock
from davy.accounts.models import Account
from davy.building import journeys
from davy.building.envelopes import envelope
from davy.building.hands import Hands
from davy.building.plant import Plant
from davy.db import rows
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.emergency import tasks

__all__ = ["get", "give", "in_tank", "jobs", "work"]


def jobs() -> list[dict[str, Any]]:
    """The jobs that wait to open emergencies."""
    found = rows.many("SELECT args FROM procrastinate_jobs WHERE task_name = 'emergency.open' ORDER BY id")
    return [json.loads(row["args"]) if isinstance(row["args"], str) else row["args"] for row in found]


def work(*, times: int = 2) -> None:
    """Do them as the worker does, each twice, and have them done."""
    for args in jobs() * times:
        tasks.open_emergency.func(**args)
    rows.run("DELETE FROM procrastinate_jobs WHERE task_name = 'emergency.open'")


def give(
    plant: Plant, who: str, stream: str, kind: str, body: Mapping[str, Any] | None = None, **extra: Any
) -> Any:
    """One command of this person on a stream (`kind/id`)."""
    member = plant.people[who]
    on, _, name = stream.partition("/")
    sent = envelope(
        plant.company, UUID(name), kind, body or {}, occurred_at=clock.now(), stream_kind=on, **extra
    )
    return execute(sent, Sender("person", member.person, member.account))


def get(plant: Plant, who: str, path: str) -> Any:
    """What the interface answers to this person's browser."""
    browser = Client()
    browser.force_login(Account.objects.get(id=plant.people[who].account))
    answer = browser.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


def in_tank(hands: Hands) -> Hands:
    """Live work in a tank with 钱焊工 inside; what was deferred until then is forgotten."""
    journeys.draft_confined(hands)
    journeys.get_to_work(hands)
    hands.must("wang", "enter_space", {"person": hands.plant.person("qian")})
    rows.run("DELETE FROM procrastinate_jobs WHERE task_name = 'emergency.open'")
    return hands

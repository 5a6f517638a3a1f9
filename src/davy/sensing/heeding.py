"""From what happened in the readings to commands: the permit is told by its door, and where no permit is,
people are called. Inside the transaction of the readings."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import OperationalError, transaction

from davy import clock
from davy.door.envelope import Envelope, parse, seal
from davy.door.execute import execute_in
from davy.door.known import raising
from davy.door.streams import Sender
from davy.people import queries as people
from davy.sensing.watched import Served
from davy_core.instants import iso
from davy_core.watch.happening import Happening
from davy_core.watch.reading import Spot, millis
from davy_core.watch.telling import heeding

__all__ = ["heed", "unjudged"]

_log = logging.getLogger(__name__)
_NAMES = UUID(
    "5d0f3c1e-58a4-5a5f-9b0e-6b1f5e0b7c55"
)  # what the id of a command is derived under; never changes
_CALLED = ("control_room", "shift_leader")
WATCH = Sender("watch")


def heed(company_id: UUID, one: Served, happened: Happening, spot: Spot | None) -> None:
    """Tell each permit that it concerns; without any, raise the alarm of the plant. Told twice it is once.

    An instrument that serves nobody may lie switched off in its drawer: that it is silent is no alarm.
    Raises OperationalError when a stream is locked: the whole batch is tried again."""
    permits = one.permits(company_id)
    what, body = f"{happened.kind} {happened.at}", heeding(happened, spot, one.point)
    for permit_id in permits:
        _give(_command(company_id, permit_id, happened.episode, what, body))
    if not permits and happened.kind == "opened" and happened.asks is not None:
        _call(company_id, one, happened)


def unjudged(company_id: UUID, one: Served, since: datetime, *, over: bool = False) -> None:
    """Nobody holds its readings to anything: that is unknown, and unknown is not yes (S18, S27). `over`: they
    are judged again, which resumes nothing."""
    body = {
        "episode": f"unjudged.{one.id}.{millis(since)}",
        "step": "closed" if over else "opened",
        "rule": "gap",
        "instrument": str(one.id),
        "since": iso(since),
        "taken": iso(clock.now()),
        "reason": "unjudged",
        "pause": None if over else "watch_gap",
        "alarm": None if over else "sensor_unknown",
    }
    told = {name: value for name, value in body.items() if value is not None}
    for permit_id in one.permits(company_id):
        _give(_command(company_id, permit_id, str(body["episode"]), str(body["step"]), told))


def _command(company_id: UUID, permit_id: UUID, episode: str, what: str, body: dict[str, Any]) -> Envelope:
    data = {
        "v": 1,
        "id": str(uuid5(_NAMES, f"{company_id} {permit_id} {episode} {what}")),
        "company": str(company_id),
        "stream": f"permit/{permit_id}",
        "kind": "heed_episode",
        "base_version": None,
        "body": body,
        "occurred_at": iso(clock.now()),
        "app": "watch",
    }
    return parse(seal(data))


def _give(command: Envelope, sender: Sender = WATCH) -> None:
    """A refusal is an answer. A fault of one permit's own must not keep the readings of all others out."""
    try:
        with transaction.atomic():
            answer = execute_in([command], sender)[0]
    except OperationalError:
        raise
    except Exception:  # noqa: BLE001 - see above
        _log.exception("%s cannot be told of its instrument", command.stream_id)
        return
    if answer["verdict"] == "accepted" and answer["events"]:
        _log.info("%s: %s", command.stream_id, ", ".join(answer["events"]))


def _call(company_id: UUID, one: Served, happened: Happening) -> None:
    """Nobody works under a permit there: the control room and the shift leaders are called all the same."""
    asks, now = happened.asks, clock.now()
    if asks is None:
        return
    called = [person for code in _CALLED for person in people.holders_of(company_id, code)]
    body = {
        "permit": None,
        "number": None,
        "kind": asks.alarm,
        "code": None,
        "subject": f"{happened.rule} {one.id}",
        "at": iso(now),
        "by": "watch",
        "tell": list(dict.fromkeys(called)),
    }
    _give(raising(company_id, body, now), Sender("driver"))

"""From what happened in the readings to commands: the permit is told by its door, and where no permit is,
people are called. Inside the transaction of the readings."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID, uuid5

from django.db import OperationalError, transaction

from davy import clock
from davy.door.envelope import Envelope, compose
from davy.door.execute import execute_in
from davy.door.known import raising
from davy.door.streams import Sender
from davy.door.strict import MalformedError
from davy.instruments.watching import book
from davy.people import queries as people
from davy_core.instants import iso
from davy_core.watch.happening import Happening

__all__ = ["UntoldError", "call", "crowd", "tell"]

_log = logging.getLogger(__name__)
_NAMES = UUID("5d0f3c1e-58a4-5a5f-9b0e-6b1f5e0b7c55")  # what a command's id is derived under; never changes
_CALLED = ("control_room", "shift_leader")
_DECORATION = ("place", "point")
"""What a permit is told beside the thing itself; left out where it cannot be written as the contract asks."""


class UntoldError(RuntimeError):
    """A permit could not be told, by a fault of ours. It must be told again; all else goes on."""


def tell(company_id: UUID, permits: Iterable[UUID | str], body: Mapping[str, Any]) -> list[str]:
    """Tell these permits (body of `heed_episode`); those that took it. Told twice at one instant it is once.

    Raises UntoldError, and OperationalError when a stream is locked: the whole batch is tried again."""
    took = []
    for permit_id in permits:
        try:
            command = _command(company_id, permit_id, body)
        except MalformedError:
            plain = {name: value for name, value in body.items() if name not in _DECORATION}
            command = _command(company_id, permit_id, plain)
        if _given(command, Sender("watch")):
            took.append(str(permit_id))
    return took


def call(company_id: UUID, instrument: UUID, happened: Happening, wearer: str | None = None) -> None:
    """Nobody works under a permit there: the control room, the shift leaders and who wears it are called all
    the same. Each call of a person is one of its own; figures of one place are counted on."""
    asks = happened.asks
    if asks is None:
        return
    person = happened.subject.startswith("person/")
    whose = f"{happened.episode} {instrument}" if person else str(instrument)
    if wearer is not None:
        whose = f"{whose} {wearer}"
    _raise(company_id, asks.alarm, f"{happened.rule} {whose}", [wearer] if wearer is not None else [])


def crowd(company_id: UUID, happened: Happening, where: UUID) -> None:
    """Too many stand together: whoever may send them away is called, graver with each level. `where`: the
    area, or the site where nobody drew its border."""
    rule = book().rules[happened.rule]
    kind = rule.alarms[min(happened.level, len(rule.alarms)) - 1] if rule.alarms else rule.asks.alarm
    _raise(company_id, kind, f"{happened.rule} {where}", [])


def _raise(company_id: UUID, kind: str, subject: str, first: list[str]) -> None:
    """An alarm of the plant itself, told to `first` and to the posts that lead it."""
    posted = [person for code in _CALLED for person in people.holders_of(company_id, code)]
    now = clock.now()
    body = {
        "permit": None,
        "number": None,
        "kind": kind,
        "code": None,
        "subject": subject,
        "at": iso(now),
        "by": "watch",
        "tell": list(dict.fromkeys([*first, *posted])),
    }
    _given(raising(company_id, body, now), Sender("driver"))


def _command(company_id: UUID, permit_id: UUID | str, body: Mapping[str, Any]) -> Envelope:
    told = f"{company_id} {permit_id} {body['episode']} {body['step']} {body['taken']}"
    return compose(
        company_id,
        f"permit/{permit_id}",
        "heed_episode",
        body,
        at=clock.now(),
        app="watch",
        command=uuid5(_NAMES, told),
    )


def _given(command: Envelope, sender: Sender) -> bool:
    """Whether it was taken; a refusal is an answer. A fault of one permit's own must not keep the readings of
    all others out."""
    try:
        with transaction.atomic():
            answer = execute_in([command], sender)[0]
    except OperationalError:
        raise
    except Exception as fault:
        _log.exception("%s cannot be told of its instrument", command.stream_id)
        raise UntoldError(str(command.stream_id)) from fault
    if answer["verdict"] == "accepted" and answer["events"]:
        _log.info("%s: %s", command.stream_id, ", ".join(answer["events"]))
    return bool(answer["verdict"] == "accepted")

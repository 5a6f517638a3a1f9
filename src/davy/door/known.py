"""The streams of the registers below the door, and how a change of one stream raises alarms on another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.alarms import queries as alarms
from davy.alarms import stream as alarm
from davy.door.envelope import Envelope, compose
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream, register
from davy_core.alarms.state import apply

__all__ = ["alarm_commands", "raising", "register_known"]


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    return Gathered(*alarm.gather(envelope, sender, now))


def _follow(saving: Saving) -> Follow:
    return Follow(jobs=alarm.jobs(saving) if saving.after is not None else ())


ALARM = Stream(
    kind="alarm", gather=_gather, decide=alarm.decide, apply=apply, save=alarm.save, follow=_follow
)


def register_known() -> None:
    """Make them known; called once when Django is ready."""
    register(ALARM)


def alarm_commands(saving: Saving, bodies: Iterable[Mapping[str, Any]]) -> list[Envelope]:
    """The commands that raise these alarms (`davy_core.alarms.from_permit.raised`) because of this change.

    Each goes to the open alarm about the same thing, or to a new one. To be called under the lock of the
    stream that changes, inside its transaction.
    """
    cause = saving.envelope
    return [replace(raising(cause.company, body, cause.occurred_at), cause_id=cause.id) for body in bodies]


def raising(company_id: UUID, body: Mapping[str, Any], occurred_at: datetime) -> Envelope:
    """The command that raises an alarm (a `raise_alarm` body without its episode): on the open one about the
    same thing, or on a new one. Inside the tenant block of the company."""
    place = alarms.place_of(company_id, body["permit"], body["kind"], body["code"], body["subject"])
    raised = {**body, "episode": place.episode}
    return compose(company_id, f"alarm/{place.id}", "raise_alarm", raised, at=occurred_at, app="davy")

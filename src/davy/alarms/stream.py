"""The alarm stream as the door carries it: what a command needs, decides, writes and brings about.

This register stands below the door and does not know it; the door's own classes fit the protocols here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from davy.alarms import queries, store
from davy.alarms.contract import book
from davy.alarms.duties import duties, holders
from davy_core.alarms.decide import AlarmCommand, AlarmFacts
from davy_core.alarms.decide import decide as decide_alarm
from davy_core.alarms.state import Alarm
from davy_core.instants import iso
from davy_core.outcome import Event, Outcome

__all__ = ["Command", "Saving", "Sender", "decide", "gather", "jobs", "save"]

DELIVER = "notify.deliver"
EMERGENCY = "emergency.open"
RAISING = frozenset({"AlarmOpened", "AlarmReopened", "AlarmRecurred"})
TELLING = frozenset({"AlarmOpened", "AlarmReopened", "AlarmRang", "AlarmUnshelved"})


class Command(Protocol):
    """A command for one alarm. `cause_id` is the command on another stream that brought it about."""

    @property
    def id(self) -> UUID: ...
    @property
    def company(self) -> UUID: ...
    @property
    def stream_id(self) -> UUID: ...
    @property
    def kind(self) -> str: ...
    @property
    def body(self) -> Mapping[str, Any]: ...
    @property
    def cause_id(self) -> UUID | None: ...


class Sender(Protocol):
    """Who gives it."""

    @property
    def kind(self) -> str: ...
    @property
    def person(self) -> UUID | None: ...


class Saving(Protocol):
    """One change to be written."""

    @property
    def envelope(self) -> Command: ...
    @property
    def sender(self) -> Sender: ...
    @property
    def now(self) -> datetime: ...
    @property
    def after(self) -> Any: ...
    @property
    def version(self) -> int: ...
    @property
    def events(self) -> Sequence[Event]: ...


def gather(command: Command, sender: Sender, now: datetime) -> tuple[Alarm | None, AlarmFacts]:
    """The alarm and what the decision may know."""
    alarm = queries.load(command.company, command.stream_id)
    held: frozenset[str] = frozenset()
    if alarm is not None and sender.kind == "person" and sender.person is not None:
        permit = UUID(alarm.permit) if alarm.permit else None
        held = duties(command.company, permit, sender.person)
    person = str(sender.person) if sender.person else None
    higher = _higher(command, alarm) if command.kind == "ring_alarm" and alarm is not None else {}
    return alarm, AlarmFacts(now, book(), sender.kind, person, held, higher)


def _higher(command: Command, alarm: Alarm) -> dict[str, tuple[str, ...]]:
    permit = UUID(alarm.permit) if alarm.permit else None
    return {duty: holders(command.company, permit, duty) for duty in book().bells[alarm.severity].higher}


def decide(alarm: Alarm | None, command: Command, facts: AlarmFacts) -> Outcome:
    """The pure decision on this command."""
    return decide_alarm(alarm, AlarmCommand(str(command.stream_id), command.kind, command.body), facts)


def save(saving: Saving) -> None:
    """Write the alarm's row and the authority's."""
    by = str(saving.sender.person) if saving.sender.kind == "person" else saving.sender.kind
    store.save(saving.envelope.company, saving.after, saving.version, saving.events, at=saving.now, by=by)


def jobs(saving: Saving) -> list[tuple[str, dict[str, Any]]]:
    """The emergency that it opens, and the notices of an alarm that asks for attention: once for one that is
    only raised again (S27)."""
    notices = [
        (DELIVER, _notice(saving, saving.after, event))
        for event in saving.events
        if event.type in TELLING and event.data.get("calls", True) and saving.after.told
    ]
    return [*_emergencies(saving), *notices]


def _emergencies(saving: Saving) -> list[tuple[str, dict[str, Any]]]:
    """One where life may be in danger: at once whenever somebody calls for help, else when nobody answered
    for long enough. What was answered and is over opens none."""
    alarm: Alarm = saving.after
    after = book().kind(alarm.kind).emergency
    if after is None:
        return []
    called = alarm.called_at or alarm.raised_at
    if not after:
        since = {str(e.data["at"]) for e in saving.events if e.type in RAISING}
    else:
        late = alarm.state == "raised" and not alarm.shelf and saving.now - called >= after
        since = {iso(called)} if late and any(e.type == "AlarmRang" for e in saving.events) else set()
    return [(EMERGENCY, {"alarm": alarm.id, "at": at}) for at in sorted(since)]


def _notice(saving: Saving, alarm: Alarm, event: Event) -> dict[str, Any]:
    red = alarm.severity == "red"
    notice = {
        "ref": "alarm",
        "group": "stop" if red else f"alarm:{alarm.id}",
        "to": list(alarm.told),
        "at": event.data["at"],
        "alarm": alarm.id,
        "kind": alarm.kind,
        "code": alarm.code,
        "again": alarm.rings,
    }
    source = saving.envelope.cause_id or saving.envelope.id
    return {"permit": alarm.permit, "number": alarm.number, "source": str(source), "notices": [notice]}

"""May this command change this alarm now, and what happens if so.

Nothing here touches a permit: what stops work and what lets it go on is decided there, whatever becomes of
the alarm (S7).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from davy_core.alarms import shelving
from davy_core.alarms.book import AlarmBook
from davy_core.alarms.owing import held
from davy_core.alarms.ringing import higher, next_ring
from davy_core.alarms.state import Alarm
from davy_core.instants import instant, iso
from davy_core.outcome import Accepted, Event, Outcome, Refused, accept, refuse


@dataclass(frozen=True)
class AlarmCommand:
    """A command for one alarm; the body has passed its JSON Schema."""

    alarm: str
    kind: str
    body: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class AlarmFacts:
    """Who gives the command (`sender` is person, driver, clock or public), the duties he has on the alarm's
    permit now, the contract, and for the clock the persons who have each duty that is called higher up."""

    now: datetime
    book: AlarmBook
    sender: str
    person: str | None = None
    duties: frozenset[str] = frozenset()
    holders: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


def decide(alarm: Alarm | None, command: AlarmCommand, facts: AlarmFacts) -> Outcome:
    """Accepted with the events to append, or Refused. Raises KeyError for a command the contract lacks."""
    rule = facts.book.rules[command.kind]
    if facts.sender not in rule.senders:
        return refuse("alarm_not_by_hand" if command.kind == "raise_alarm" else "alarm_not_yours")
    if command.kind == "raise_alarm":
        return _raise(alarm, command, facts)
    if alarm is None:
        return refuse("alarm_not_found")
    if command.kind == "ring_alarm":
        return _ring(alarm, facts)
    return _refused(alarm, command, facts) or _done(alarm, command, facts)


def _refused(alarm: Alarm, command: AlarmCommand, facts: AlarmFacts) -> Refused | None:
    rule = facts.book.rules[command.kind]
    mine = held(alarm.owner, facts.book.kind(alarm.kind).near, facts.duties)
    if facts.person is None or mine.isdisjoint(rule.duties):
        return refuse("alarm_not_yours", owner=alarm.owner)
    if alarm.state not in rule.sources:
        return refuse("alarm_wrong_state", state=alarm.state)
    return None


DONE: Mapping[str, str] = {
    "acknowledge_alarm": "AlarmAcknowledged",
    "handle_alarm": "AlarmHandled",
    "close_alarm": "AlarmClosed",
}


def _done(alarm: Alarm, command: AlarmCommand, facts: AlarmFacts) -> Outcome:
    if command.kind == "shelve_alarm":
        return shelving.shelve(alarm, command.body, facts.book, str(facts.person), facts.now)
    if command.kind == "unshelve_alarm":
        return shelving.unshelve(alarm, str(facts.person), facts.now)
    note = command.body.get("note")
    data = {"at": iso(facts.now), "by": facts.person}
    return accept(Event(DONE[command.kind], data, {"note": str(note)} if note else {}))


def _raise(alarm: Alarm | None, command: AlarmCommand, facts: AlarmFacts) -> Accepted:
    """Open it, or count it on; one that was handled or closed meanwhile asks for attention again."""
    body = command.body
    at = min(instant(body["at"]), facts.now)
    mark = {"at": iso(at), "by": body["by"]}
    if alarm is None:
        return accept(_opened(command, facts, mark))
    if _counts_on(alarm, at, facts):
        return accept(Event("AlarmRecurred", mark))
    return accept(Event("AlarmReopened", {**mark, "told": list(body["tell"])}))


def _counts_on(alarm: Alarm, at: datetime, facts: AlarmFacts) -> bool:
    """Whether it is only counted: somebody is called already, or sees to it, or silenced it for a while. What
    was acknowledged was the danger of then; a later one to somebody calls again."""
    if alarm.state == "acknowledged" and facts.book.kind(alarm.kind).anew and alarm.acknowledged:
        return at <= alarm.acknowledged.at
    return alarm.state in {"raised", "acknowledged"} or shelving.silences(alarm, facts.now)


def _ring(alarm: Alarm, facts: AlarmFacts) -> Accepted:
    """The clock's own look: it rings when it is due, and only then, whoever asks how often."""
    due = next_ring(alarm, facts.book)
    if due is None or facts.now < due:
        return accept()
    if alarm.shelf:
        return shelving.ended(alarm, alarm.shelf, facts.now)
    persons = [p for duty in higher(alarm, facts.book, facts.now) for p in facts.holders.get(duty, ())]
    told = list(dict.fromkeys([*alarm.told, *persons]))
    return accept(Event("AlarmRang", {"at": iso(facts.now), "by": facts.sender, "told": told}))


def _opened(command: AlarmCommand, facts: AlarmFacts, mark: Mapping[str, Any]) -> Event:
    body = command.body
    row = facts.book.kind(body["kind"])
    named = {key: body[key] for key in ("permit", "number", "code") if body[key] is not None}
    data = {
        **mark,
        **named,
        "alarm": command.alarm,
        "kind": body["kind"],
        "subject": body["subject"],
        "episode": body["episode"],
        "severity": row.severity,
        "owner": row.owner,
        "told": list(body["tell"]),
    }
    return Event("AlarmOpened", data)

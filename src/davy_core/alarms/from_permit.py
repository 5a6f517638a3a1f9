"""The alarms that a change of a permit brings about: its AlarmRaised events as commands to raise them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from davy_core.alarms.book import AlarmBook
from davy_core.notices.holding import Holders, holding
from davy_core.outcome import Event
from davy_core.permits.state import Permit

REQUIREMENT = "requirement"
LAPSES = frozenset({"WatchLapsed", "WatchUnknown"})


def raised(
    events: Sequence[Event], permit: Permit | None, holders: Holders, book: AlarmBook
) -> list[dict[str, Any]]:
    """One `raise_alarm` body (without its episode) for each alarm among the events of one command, in order.

    A requirement that lapsed in a watch is a grave alarm, one that refused a step is a task (S27). Who caused
    the alarm is not told of it. An alarm without a permit has nobody to be told and cannot come from here."""
    if permit is None:
        return []
    lapsed = {str(e.data["requirement"]) for e in events if e.type in LAPSES}
    bodies: dict[tuple[str, str | None, str], dict[str, Any]] = {}
    for event in events:
        if event.type == "AlarmRaised":
            body = _body(event, permit, lapsed, holders, book)
            bodies.setdefault((body["kind"], body["code"], body["subject"]), body)
    return list(bodies.values())


def _body(
    event: Event, permit: Permit, lapsed: set[str], holders: Holders, book: AlarmBook
) -> dict[str, Any]:
    subject, kind, by = str(event.data["subject"]), str(event.data["kind"]), str(event.data["by"])
    if kind == REQUIREMENT:
        kind = "watch" if subject in lapsed else "gate"
    row = book.kind(kind)
    told = dict.fromkeys(p for duty in row.tell for p in holding(permit, duty, holders) if p != by)
    return {
        "permit": permit.id,
        "number": permit.number,
        "kind": kind,
        "code": event.data.get("code") or row.code,
        "subject": subject,
        "at": event.data["at"],
        "by": by,
        "tell": list(told),
    }

"""Writes alarms: the row as the events fold it, and the authority's row, in the transaction of the events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.alarms.contract import book
from davy.db import rows
from davy.evidence import queries as evidence
from davy.outbox import aq3064
from davy_core.alarms.ringing import next_ring
from davy_core.alarms.state import Alarm, Shelf, Step
from davy_core.outcome import Event

__all__ = ["save"]

_COLUMNS = (
    "version", "permit_id", "number", "kind", "code", "subject", "severity", "owner", "episode", "state",
    "count", "raised_at", "last_at", "told", "acknowledged_at", "acknowledged_by", "handled_at", "handled_by",
    "closed_at", "closed_by", "called_at", "rings", "rung_at", "next_ring_at", "shelved_at", "shelved_by",
    "shelved_until",
)  # fmt: skip
_SAVE = (
    f"INSERT INTO alarms_alarm (company_id, id, {', '.join(_COLUMNS)})"  # noqa: S608 - constants
    f" VALUES (%s, %s, {', '.join('%s::uuid[]' if c == 'told' else '%s' for c in _COLUMNS)})"
    f" ON CONFLICT (company_id, id) DO UPDATE SET {', '.join(f'{c} = excluded.{c}' for c in _COLUMNS)}"
)


_QUIET = frozenset({"AlarmRang", "AlarmShelved"})


def save(
    company_id: UUID, alarm: Alarm, version: int, events: Sequence[Event], *, at: datetime, by: str
) -> None:
    """Write the alarm after these events, and tell the authority, to whom a bell is nothing new."""
    rows.run(_SAVE, (company_id, alarm.id, *_values(alarm, version)))
    if all(event.type in _QUIET for event in events):
        return
    result = "；".join([*_earlier_notes(company_id, alarm, events), *_notes(events)]) or None
    aq3064.put_alarm(alarm, result, version=version, at=at, by=by)


def _values(alarm: Alarm, version: int) -> tuple[Any, ...]:
    return (
        version,
        alarm.permit,
        alarm.number or "",
        alarm.kind,
        alarm.code or "",
        alarm.subject,
        alarm.severity,
        alarm.owner,
        alarm.episode,
        alarm.state,
        alarm.count,
        alarm.raised_at,
        alarm.last_at,
        list(alarm.told),
        *_step(alarm.acknowledged),
        *_step(alarm.handled),
        *_step(alarm.closed),
        alarm.called_at,
        alarm.rings,
        alarm.rung_at,
        next_ring(alarm, book()),
        *_shelf(alarm.shelf),
    )


def _shelf(shelf: Shelf | None) -> tuple[datetime | None, str | None, datetime | None]:
    return (shelf.at, shelf.by, shelf.until) if shelf else (None, None, None)


def _step(step: Step | None) -> tuple[datetime | None, str | None]:
    return (step.at, step.by) if step else (None, None)


def _notes(events: Sequence[Event]) -> list[str]:
    return [event.private["note"] for event in events if "note" in event.private]


def _earlier_notes(company_id: UUID, alarm: Alarm, events: Sequence[Event]) -> list[str]:
    """What was written when it was handled, if that was before these events and is not erased."""
    if alarm.handled is None or any(event.type == "AlarmHandled" for event in events):
        return []
    stored = [e.id for e in evidence.events(company_id, "alarm", UUID(alarm.id)) if e.type == "AlarmHandled"]
    kept = evidence.private(company_id, stored[-1:])
    return [text.decode() for text in kept.values()]

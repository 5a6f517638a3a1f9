"""What was done about an alarm, read from its chain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy.evidence import queries as evidence

__all__ = ["named", "of"]


RANG = "AlarmRang"


def of(company_id: UUID, alarm_id: UUID) -> list[dict[str, Any]]:
    """Its events in order: type, at, by, person (whether `by` is one) and the note, unless it was erased. Of
    bells that followed each other only the last is told."""
    events = evidence.events(company_id, "alarm", alarm_id)
    notes = evidence.private(company_id, [e.id for e in events])
    found = []
    for event, following in zip(events, [*events[1:], None], strict=True):
        if event.type == RANG and following is not None and following.type == RANG:
            continue
        note, by = notes.get((event.id, "note")), str(event.data["by"])
        found.append(
            {
                "type": event.type,
                "at": event.data["at"],
                "by": by,
                "person": _is_person(by),
                "note": note.decode() if note is not None else None,
            }
        )
    return found


def named(step: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """A step with the name of whoever did it; the clock and drivers are shown as they are."""
    by = step["by"]
    return {**{k: step[k] for k in ("type", "at", "note")}, "by": {"id": by, "name": names.get(by, by)}}


def _is_person(by: str) -> bool:
    try:
        UUID(by)
    except ValueError:
        return False
    return True

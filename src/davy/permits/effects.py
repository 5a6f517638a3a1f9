"""What a change of a permit tells the table of causes and effects of its work point, in the same transaction.

This knows no effect: it only says what happened. Where the work point has no table in force nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from davy.db import rows
from davy.door.envelope import Envelope
from davy.door.fanning import following
from davy.door.streams import Saving
from davy_core.outcome import Event
from davy_core.permits.state import Permit

__all__ = ["effects"]

_IN_FORCE = "SELECT 1 AS there FROM actuation_point WHERE company_id = %s AND id = %s AND in_force"


def effects(saving: Saving) -> list[Envelope]:
    """The command to the work point, or none."""
    permit: Permit = saving.after
    told = [one for event in saving.events for one in _told(event, permit)]
    if not told:
        return []
    if rows.one(_IN_FORCE, (saving.envelope.company, permit.place.point)) is None:
        return []
    body = {"permit": permit.id, "told": told}
    return [following(saving, f"actuation/{permit.place.point}", "request_effects", body)]


def _told(event: Event, permit: Permit) -> Iterator[dict[str, str]]:
    match event.type:
        case "WorkPaused":
            yield {"kind": "pause", "code": str(event.data["kind"])}
        case "EpisodeOpened" | "EpisodeWorsened":
            yield {"kind": "rule", "code": str(event.data["rule"])}
        case "AlarmRaised":
            yield {"kind": "alarm", "code": str(event.data["kind"])}
        case "PermitVoided" if permit.started:
            yield {"kind": "ended"}

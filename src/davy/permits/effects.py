"""What a change of a permit tells the table of causes and effects of its work point, in the same transaction.

A stop is never undone by what it cuts (S2): each command stands apart, and one that fails is owed and rung.
This knows no effect: it only says what happened. Where the work point has no table in force nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from davy.alarms.contract import book as alarm_book
from davy.db import rows
from davy.door.envelope import Envelope
from davy.door.fanning import following
from davy.door.known import alarm_commands
from davy.door.streams import Apart, Follow, Saving
from davy_core.alarms.from_permit import raised
from davy_core.instants import iso
from davy_core.outcome import Event
from davy_core.permits.state import Permit

__all__ = ["effects"]

AGAIN = "actuation.request_again"
_IN_FORCE = "SELECT 1 AS there FROM actuation_point WHERE company_id = %s AND id = %s AND in_force"


def effects(saving: Saving) -> list[Apart]:
    """The command to the work point, or none."""
    permit: Permit = saving.after
    told = list(_happened(saving.events, permit))
    if not told:
        return []
    if rows.one(_IN_FORCE, (saving.envelope.company, permit.place.point)) is None:
        return []
    body = {"permit": permit.id, "told": told}
    command = following(saving, f"actuation/{permit.place.point}", "request_effects", body)
    return [Apart(command, partial(_owed, saving, command))]


def _owed(saving: Saving, command: Envelope) -> Follow:
    """Somebody is called to cut by hand, and a job asks again until the work point has the command."""
    data = {
        "at": iso(saving.now),
        "by": "driver",
        "kind": "effect_failed",
        "subject": str(command.stream_id),
    }
    bodies = raised([Event("AlarmRaised", data)], saving.after, saving.facts.holders, alarm_book())
    again = {
        "command": str(command.id),
        "cause": str(saving.envelope.id),
        "point": str(command.stream_id),
        "at": iso(command.occurred_at),
        "body": dict(command.body),
    }
    return Follow(commands=alarm_commands(saving, bodies), jobs=[(AGAIN, again)])


def _happened(events: Sequence[Event], permit: Permit) -> Iterator[dict[str, str]]:
    """What comes out of history and stops nothing now moves nothing either (S18)."""
    stops = any(event.type == "WorkPaused" for event in events)
    for event in events:
        if stops or not _is_history(event):
            yield from _told(event, permit)


def _is_history(event: Event) -> bool:
    """Whether it was over before we heard of it. Somebody who called for help may lie there still."""
    return bool(event.data.get("late")) and event.data.get("pause") != "sos"


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

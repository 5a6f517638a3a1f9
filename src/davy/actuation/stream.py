"""The stream of actuation as the door knows it; its id is that of the work point."""

from __future__ import annotations

from typing import Any

from davy.actuation import facts, store
from davy.alarms.contract import book as alarm_book
from davy.alarms.duties import holders
from davy.db import rows
from davy.door.envelope import Envelope
from davy.door.known import alarm_commands
from davy.door.streams import Follow, Saving, Stream
from davy_core.actuation.apply import apply
from davy_core.actuation.decide import decide
from davy_core.actuation.facts import ActuationCommand
from davy_core.outcome import Event, Outcome

__all__ = ["ACTUATION"]


def _decide(state: Any, envelope: Envelope, known: Any) -> Outcome:
    return decide(state, ActuationCommand(str(envelope.stream_id), envelope.kind, envelope.body), known)


def _follow(saving: Saving) -> Follow:
    raised = [_alarm(saving, event) for event in saving.events if event.type == "AlarmRaised"]
    return Follow(commands=alarm_commands(saving, raised))


def _alarm(saving: Saving, event: Event) -> dict[str, Any]:
    """The alarm about an instrument, for those who have its duties on the permit that asked for it."""
    company, kind, named = saving.envelope.company, str(event.data["kind"]), event.data.get("permit")
    row = None
    if named is not None:
        row = rows.one(
            "SELECT id, number FROM permits_permit WHERE company_id = %s AND id = %s", (company, named)
        )
    permit = row["id"] if row else None
    tell = [p for duty in alarm_book().kind(kind).tell for p in holders(company, permit, duty)]
    return {
        "permit": str(permit) if permit else None,
        "number": row["number"] if row else None,
        "kind": kind,
        "code": None,
        "subject": str(event.data["subject"]),
        "at": event.data["at"],
        "by": str(event.data["by"]),
        "tell": list(dict.fromkeys(tell)),
    }


ACTUATION = Stream(
    kind="actuation", gather=facts.gather, decide=_decide, apply=apply, save=store.save, follow=_follow
)

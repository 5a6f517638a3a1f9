"""The stream of a gate as the door knows it; its id is that of its controller."""

from __future__ import annotations

from typing import Any

from davy.alarms.contract import book as alarm_book
from davy.alarms.duties import holders
from davy.door.envelope import Envelope
from davy.door.known import alarm_commands
from davy.door.streams import Follow, Saving, Stream
from davy.gate import facts, store
from davy_core.gate.apply import apply
from davy_core.gate.decide import decide
from davy_core.gate.facts import GateCommand
from davy_core.outcome import Event, Outcome

__all__ = ["GATE"]

VISIT = "gate.visit"
MOVES = frozenset({"PassGranted", "PassChanged", "PassRevoked"})


def _decide(state: Any, envelope: Envelope, known: Any) -> Outcome:
    return decide(state, GateCommand(str(envelope.stream_id), envelope.kind, envelope.body), known)


def _follow(saving: Saving) -> Follow:
    raised = [_alarm(saving, event) for event in saving.events if event.type == "AlarmRaised"]
    moved = any(event.type in MOVES for event in saving.events)
    jobs = [(VISIT, {"gate": str(saving.envelope.stream_id)})] if moved else []
    return Follow(commands=alarm_commands(saving, raised), jobs=jobs)


def _alarm(saving: Saving, event: Event) -> dict[str, Any]:
    """An alarm about a gate concerns no one permit but who answers for the place."""
    kind = str(event.data["kind"])
    tell = [p for duty in alarm_book().kind(kind).tell for p in holders(saving.envelope.company, None, duty)]
    return {
        "permit": None,
        "number": None,
        "kind": kind,
        "code": None,
        "subject": str(event.data["subject"]),
        "at": event.data["at"],
        "by": str(event.data["by"]),
        "tell": list(dict.fromkeys(tell)),
    }


GATE = Stream(kind="gate", gather=facts.gather, decide=_decide, apply=apply, save=store.save, follow=_follow)

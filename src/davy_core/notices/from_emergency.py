"""The notices that a change of an emergency brings about: everybody whom it concerns, each once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from davy_core.emergencies.state import Emergency
from davy_core.outcome import Event

__all__ = ["of_emergency"]

OPENED, JOINED, ENDED = "EmergencyOpened", "EmergencyJoined", "EmergencyEnded"


def of_emergency(
    events: Sequence[Event], before: Emergency | None, after: Emergency | None
) -> list[dict[str, Any]]:
    """One plain notice per event that somebody has to hear of: {ref, event, group, to: [person ids], at,
    emergency, number, kind: of the alarm that opened it, inside: how many are in a space}. Who did it is not
    told of it, and of one that he heard of before nobody is told again (S27)."""
    if after is None:
        return []
    known = frozenset(before.told) if before else frozenset()
    found = []
    for event in events:
        if event.type in {OPENED, JOINED}:
            to, said = [p for p in after.told if p not in known], OPENED
        elif event.type == ENDED:
            to, said = [p for p in after.told if p != event.data["by"]], ENDED
        else:
            continue
        if to:
            found.append(_notice(after, said, to, str(event.data["at"])))
    return found


def _notice(emergency: Emergency, said: str, to: list[str], at: str) -> dict[str, Any]:
    return {
        "ref": "emergency",
        "event": said,
        # Of one emergency a person is told once that it is open, and once that it is over.
        "group": f"emergency:{emergency.id}:{said}",
        "to": to,
        "at": at,
        "emergency": emergency.id,
        "number": emergency.number,
        "kind": emergency.triggers[0].kind,
        "inside": sum(1 for one in emergency.roll if one.inside),
    }

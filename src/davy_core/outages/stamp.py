"""What every event of an outage or a block tells: when, and by whom."""

from __future__ import annotations

from davy_core.instants import iso
from davy_core.outages.facts import OutageFacts
from davy_core.outcome import Event


def stamp(facts: OutageFacts) -> dict[str, object]:
    """Instant, and the person or what else does it."""
    return {"at": iso(facts.now), "by": facts.person or facts.sender}


def alarm(facts: OutageFacts, kind: str, subject: str) -> Event:
    """The event that raises an alarm of this kind about this subject."""
    return Event("AlarmRaised", {**stamp(facts), "kind": kind, "subject": subject})

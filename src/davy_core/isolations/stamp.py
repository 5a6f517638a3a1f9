"""What every event of an isolation tells: when, by whom; and whether a photo proves anything."""

from __future__ import annotations

from davy_core.instants import iso
from davy_core.isolations.facts import IsolationFacts
from davy_core.isolations.state import Isolation
from davy_core.outcome import Reason


def stamp(facts: IsolationFacts) -> dict[str, object]:
    """Instant and person of whoever does it."""
    return {"at": iso(facts.now), "by": facts.person}


def unproven(isolation: Isolation, photo: str, facts: IsolationFacts) -> list[Reason]:
    """Why a photo does not show how things are now: it never arrived, or it proved something earlier."""
    if photo not in facts.attachments:
        return [Reason("photo_unknown", {"photo": photo})]
    return [Reason("photo_reused", {"photo": photo})] if photo in isolation.shown else []

"""What every event of a scheme tells: when, and by whom."""

from __future__ import annotations

from davy_core.instants import iso
from davy_core.schemes.facts import SchemeFacts


def stamp(facts: SchemeFacts) -> dict[str, object]:
    """Instant and person of whoever does it."""
    return {"at": iso(facts.now), "by": facts.person}

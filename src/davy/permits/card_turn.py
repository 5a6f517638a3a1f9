"""What last turned a permit from its straight way to the signatures, with the words of who did it: who signs
or changes it next must read why, not look for it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from davy.evidence import queries as evidence
from davy.people import queries as people
from davy.permits.timeline import titles
from davy_core.permits.state import Permit

__all__ = ["last_turn"]

TURNS = frozenset({"PermitReturned", "StageReturned", "PermitRecalled", "SignerAdded", "DecisionTransferred"})
SETTLED = "StageSigned"


def last_turn(company_id: UUID, permit: Permit) -> dict[str, Any] | None:
    """The newest return, recall, added signer or handing over that no signature has followed; None when there
    is none or the permit waits for nobody's signature. Its reason is null when it was erased."""
    if permit.state not in {"draft", "submitted"}:
        return None
    events = evidence.events(company_id, "permit", UUID(permit.id))
    last = next((e for e in reversed(events) if e.type in TURNS or e.type == SETTLED), None)
    if last is None or last.type == SETTLED:
        return None
    words = evidence.private(company_id, [last.id]).get((last.id, "reason"))
    by = str(last.data["by"])
    return {
        "title": dict(titles()[last.type]),
        "by": {"id": by, "name": people.names(company_id, [by]).get(by)},
        "at": last.data["at"],
        "reason": words.decode() if words is not None else None,
    }

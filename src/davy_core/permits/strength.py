"""How strongly a signature on a permit must be made, and how strongly it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from davy_core.outcome import Accepted, Event, Outcome, Reason
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.rulebook import Rulebook
from davy_core.permits.state import Permit
from davy_core.signatures import ways
from davy_core.signatures.demand import demanded, strictest
from davy_core.signatures.ways import LEVELS, WITH_FACE


def asked(permit: Permit, command: str, stage: str | None, book: Rulebook) -> int:
    """The least level of a signature at this command; `stage` is the one that is signed."""
    last = bool(permit.stages) and permit.stages[-1].id == stage
    return demanded(book.signatures, command, level=permit.level, last=last)


def because(permit: Permit, command: str, stage: str | None, book: Rulebook) -> dict[str, object] | None:
    """Why that level: the clause, the level of work and the place in the route that the row names. None:
    nothing asks for more than any signature."""
    last = bool(permit.stages) and permit.stages[-1].id == stage
    row = strictest(book.signatures, command, level=permit.level, last=last)
    if row is None:
        return None
    return {"clause": row.clause, "level": permit.level if row.levels else None, "last": row.last}


def against(permit: Permit, command: Command, facts: Facts) -> list[Reason]:
    """What is wrong with the signature: nobody proved himself, it is too weak, or nothing was written."""
    found, proof = [], facts.actor.proof
    stage = permit.stage()
    least = asked(permit, command.kind, stage.id if stage else None, facts.rulebook)
    if proof is None:
        found.append(Reason("reauth_failed"))
    elif LEVELS[proof.way] < least:
        found.append(Reason("signature_too_weak", {"given": LEVELS[proof.way], "asked": least}))
    elif proof.way in WITH_FACE:
        found += _face(permit, facts.actor.face)
    if not command.body.get("signature"):
        found.append(Reason("signature_missing"))
    return found


def _face(permit: Permit, face: str | None) -> list[Reason]:
    """A device and a PIN may be lent; a photo taken just now shows who had them. One proves one signature."""
    if face is None:
        return [Reason("live_photo_missing")]
    return [Reason("photo_reused", {"photo": face})] if face in permit.shown else []


def told(outcome: Outcome, facts: Facts) -> Outcome:
    """The events with how the signature was made beside the handwriting that they carry."""
    proof = facts.actor.proof
    if proof is None or not isinstance(outcome, Accepted):
        return outcome
    face = facts.actor.face if proof.way in WITH_FACE else None
    return Accepted(tuple(_with(event, ways.told(proof, face)) for event in outcome.events))


def _with(event: Event, signed: Mapping[str, object]) -> Event:
    if "signature" not in event.private:
        return event
    return replace(event, data={**event.data, "signed": signed})

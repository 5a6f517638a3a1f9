"""The permit stream as the door knows it."""

from __future__ import annotations

from typing import Any

from davy.door.envelope import Envelope
from davy.door.streams import Stream
from davy.permits import facts, follow, store
from davy_core.outcome import Outcome
from davy_core.permits.apply import apply
from davy_core.permits.command import Command
from davy_core.permits.decide import decide

__all__ = ["PERMIT"]


def _decide(state: Any, envelope: Envelope, known: Any) -> Outcome:
    command = Command(
        id=str(envelope.id),
        kind=envelope.kind,
        permit=str(envelope.stream_id),
        body=envelope.body,
        base_version=envelope.base_version,
    )
    return decide(state, command, known)


PERMIT = Stream(
    kind="permit",
    gather=facts.gather,
    decide=_decide,
    apply=apply,
    save=store.save,
    follow=follow.follow,
    strict=frozenset({"amend", "submit", "sign_stage", "accept", "confirm_clear"}),
)

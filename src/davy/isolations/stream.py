"""The isolation stream as the door knows it. What weakens it makes every permit behind it look again, in the
same transaction."""

from __future__ import annotations

from typing import Any

from davy.door.envelope import Envelope
from davy.door.fanning import following
from davy.door.streams import Follow, Saving, Stream
from davy.isolations import facts, store
from davy_core.isolations.apply import apply
from davy_core.isolations.decide import decide
from davy_core.isolations.facts import IsolationCommand
from davy_core.isolations.state import Isolation
from davy_core.outcome import Outcome

__all__ = ["ISOLATION"]


def _decide(state: Any, envelope: Envelope, known: Any) -> Outcome:
    command = IsolationCommand(str(envelope.stream_id), envelope.kind, envelope.body)
    return decide(state, command, known)


def _follow(saving: Saving) -> Follow:
    before, after = saving.before, saving.after
    if before is None or after is None or _holds(after) or not _holds(before):
        return Follow()
    live = [p for p in after.relying() if (seen := saving.facts.permits.get(p)) and seen.state == "active"]
    return Follow(commands=[following(saving, f"permit/{p}", "tick", {}) for p in live])


def _holds(isolation: Isolation) -> bool:
    return isolation.is_verified and not isolation.testing


ISOLATION = Stream(
    kind="isolation", gather=facts.gather, decide=_decide, apply=apply, save=store.save, follow=_follow
)

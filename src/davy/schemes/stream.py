"""The scheme stream as the door knows it. When a version that permits name stands no longer, those at work
look again in the same transaction."""

from __future__ import annotations

from typing import Any

from davy.door.envelope import Envelope
from davy.door.fanning import following
from davy.door.streams import Follow, Saving, Stream
from davy.permits import schemes as permits
from davy.schemes import facts, store
from davy_core.outcome import Outcome
from davy_core.schemes.apply import apply
from davy_core.schemes.decide import decide
from davy_core.schemes.facts import SchemeCommand

__all__ = ["SCHEME"]


def _decide(state: Any, envelope: Envelope, known: Any) -> Outcome:
    return decide(state, SchemeCommand(str(envelope.stream_id), envelope.kind, envelope.body), known)


def _follow(saving: Saving) -> Follow:
    before, after = saving.before, saving.after
    if before is None or after is None or before.standing() in {None, after.standing()}:
        return Follow()
    live = permits.working_under(saving.envelope.company, saving.envelope.stream_id)
    return Follow(commands=[following(saving, f"permit/{permit}", "tick", {}) for permit in live])


SCHEME = Stream(
    kind="scheme",
    gather=facts.gather,
    decide=_decide,
    apply=apply,
    save=store.save,
    follow=_follow,
    strict=frozenset({"write_section", "submit_scheme", "approve_scheme"}),
)

"""The streams of outages and blocks as the door knows them, with the alarms that follow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from davy.door.envelope import Envelope
from davy.door.known import alarm_commands
from davy.door.streams import Follow, Saving, Stream
from davy.outages import facts, store, telling
from davy.permits.waking import wake_working
from davy_core.outages.apply import apply_block, apply_outage
from davy_core.outages.decide import decide_block, decide_outage
from davy_core.outages.facts import OutageCommand
from davy_core.outcome import Outcome

__all__ = ["BLOCK", "OUTAGE"]


def _outage(state: Any, envelope: Envelope, known: Any) -> Outcome:
    return decide_outage(state, _command(envelope), known)


def _block(state: Any, envelope: Envelope, known: Any) -> Outcome:
    return decide_block(state, _command(envelope), known)


def _command(envelope: Envelope) -> OutageCommand:
    return OutageCommand(str(envelope.stream_id), envelope.kind, envelope.body)


def _follow_outage(saving: Saving) -> Follow:
    return Follow(commands=[*_alarms(saving)])


def _follow_block(saving: Saving) -> Follow:
    """Work that goes on at the site of a sheet is due now: two crews may not know of each other. The clock
    looks at each in a transaction of its own, so that a stop given meanwhile waits for none of them (S15)."""
    places = [e.data["place"] for e in saving.events if e.type == "SheetRegistered"]
    sites = {UUID(str(place["site"])) for place in places if isinstance(place, dict)}
    if sites:
        wake_working(saving.envelope.company, sites, saving.now)
    return Follow(commands=[*_alarms(saving)])


def _alarms(saving: Saving) -> Iterable[Envelope]:
    if saving.after is None:
        return ()
    return alarm_commands(saving, telling.bodies(saving))


OUTAGE = Stream(
    kind="outage",
    gather=facts.gather_outage,
    decide=_outage,
    apply=apply_outage,
    save=store.save_outage,
    follow=_follow_outage,
)
BLOCK = Stream(
    kind="block",
    gather=facts.gather_block,
    decide=_block,
    apply=apply_block,
    save=store.save_block,
    follow=_follow_block,
)

"""The door. Same id, same answer → lock the stream → facts once → decide → events, row, jobs → one commit.

There is no other way to change a permit and no flag to get past this one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache, partial
from typing import Any
from uuid import UUID

from django.db import IntegrityError, OperationalError, transaction

from davy import clock
from davy.db import rows, tenant
from davy.door import jobs, store
from davy.door.answers import accepted, plain_refusal, refused
from davy.door.envelope import Envelope
from davy.door.streams import Apart, Listener, Saving, Sender, Stream, listeners, stream
from davy.evidence import store as evidence
from davy.ids import uuid7
from davy_core.outcome import Accepted, Event, changes

__all__ = [
    "LOCK_TIMEOUT",
    "DoorBusyError",
    "SimulatedTimeError",
    "busy",
    "execute",
    "execute_in",
    "same_id_elsewhere",
]

_log = logging.getLogger(__name__)
LOCK_TIMEOUT = "200ms"
DEEPEST = 4


class DoorBusyError(RuntimeError):
    """The stream was locked by somebody else for too long; nothing was written, try again."""


class SimulatedTimeError(PermissionError):
    """Somebody brought his own time to a company that is not a simulated one; nothing was written."""


def execute(envelope: Envelope, sender: Sender) -> Mapping[str, Any]:
    """Carry out one command in its own transaction. Raises DoorBusyError, SimulatedTimeError."""
    try:
        return _in_its_own(envelope, sender)
    except OperationalError as error:
        if busy(error):
            raise DoorBusyError(str(envelope.stream_id)) from error
        raise
    except IntegrityError as error:
        if not same_id_elsewhere(error):
            raise
        return _in_its_own(envelope, sender)


def _in_its_own(envelope: Envelope, sender: Sender) -> Mapping[str, Any]:
    with tenant.company(envelope.company, patience=LOCK_TIMEOUT):
        return _carry_out(envelope, sender, DEEPEST)


def busy(error: OperationalError) -> bool:
    """Whether somebody else held a lock for too long. Nothing was written."""
    return getattr(error.__cause__, "sqlstate", None) in {"55P03", "40P01"}


def same_id_elsewhere(error: IntegrityError) -> bool:
    """Whether the same command id went through on another stream meanwhile, whose lock is not ours. Nothing
    was written; asked again, the id is found."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) == "door_command_pkey"


def execute_in(envelopes: Sequence[Envelope], sender: Sender) -> list[Mapping[str, Any]]:
    """Carry out commands inside the caller's transaction, streams in the order of their ids. A refusal is an
    answer and rolls nothing back."""
    ordered = sorted(envelopes, key=lambda e: (e.stream_kind, e.stream_id))
    return [_carry_out(e, sender, DEEPEST) for e in ordered]


def _carry_out(envelope: Envelope, sender: Sender, depth: int) -> Mapping[str, Any]:
    known = stream(envelope.stream_kind)
    head = evidence.lock(envelope.company, envelope.stream_kind, envelope.stream_id)
    earlier = store.answer_of(envelope)
    if earlier is not None:
        digest, answer = earlier
        return answer if digest == envelope.sha256 else plain_refusal("command_id_reused")
    now = _now(envelope, sender)
    if envelope.kind in known.strict and envelope.base_version != head.seq:
        stale = plain_refusal("base_version_stale", version=head.seq)
        store.remember(envelope, sender, now, stale)
        return stale
    gathered = known.gather(envelope, sender, now)
    outcome = known.decide(gathered.state, envelope, gathered.facts)
    head, after = _record(
        known, head, gathered.state, outcome.events, envelope=envelope, sender=sender, now=now
    )
    if isinstance(outcome, Accepted):
        answer = accepted(head.seq, outcome.events)
    else:
        answer = refused(head.seq, outcome.reasons)
    saving = Saving(envelope, sender, now, gathered.state, after, gathered.facts, head.seq, outcome.events)
    moved = after is not None and bool(outcome.events)
    if moved:
        known.save(saving)
    _follow(known, saving, depth)
    if moved:
        _heard(saving, depth)
    store.remember(envelope, sender, now, answer, tell=head.seq if moved else None)
    return answer


def _now(envelope: Envelope, sender: Sender) -> datetime:
    if sender.simulated_at is None:
        return clock.now()
    if not _simulated(envelope.company):
        raise SimulatedTimeError(str(envelope.company))
    return sender.simulated_at


@lru_cache(maxsize=64)
def _simulated(company_id: UUID) -> bool:
    """Set when the company is made and never changed, so it may be remembered."""
    row = rows.one("SELECT simulated FROM accounts_company WHERE id = %s", (company_id,))
    return bool(row and row["simulated"])


def _record(
    known: Stream,
    head: evidence.Head,
    state: Any,
    events: Sequence[Event],
    *,
    envelope: Envelope,
    sender: Sender,
    now: datetime,
) -> tuple[evidence.Head, Any]:
    """Append the events to the chain and fold them. A refusal of a stream that does not exist leaves no
    chain."""
    if not events or (state is None and not changes(events)):
        return head, state
    records = []
    for event in events:
        data = {**event.data, "simulated": True} if sender.simulated_at else dict(event.data)
        records.append(
            evidence.Record(
                id=uuid7(),
                type=event.type,
                v=1,
                body=data,
                private={k: v.encode() for k, v in event.private.items()},
                occurred_at=min(envelope.occurred_at, now),
                recorded_at=now,
                command_id=envelope.id,
                actor=str(sender.account or sender.kind),
                clock=envelope.clock or "server",
            )
        )
        state = known.apply(state, event.type, event.data)
    return evidence.append(head, records), state


def _follow(known: Stream, saving: Saving, depth: int) -> None:
    follow = known.follow(saving)
    if (follow.commands or follow.apart) and depth == 0:
        raise RuntimeError("commands follow each other in a circle")
    driver = replace(saving.sender, kind="driver", proof=None)
    for one in sorted(follow.apart, key=lambda a: (a.command.stream_kind, a.command.stream_id)):
        if not _apart(partial(_carry_out, one.command, driver, depth - 1), one.command):
            _instead(one, saving, driver, depth)
    for envelope in sorted(follow.commands, key=lambda e: (e.stream_kind, e.stream_id)):
        _carry_out(envelope, driver, depth - 1)
    for name, arguments in follow.jobs:
        jobs.defer(name, {"company": str(saving.envelope.company), **arguments})


def _heard(saving: Saving, depth: int) -> None:
    """Drivers above hear of the change. What they make of it stands apart; what fails is owed by a job."""
    driver = replace(saving.sender, kind="driver", proof=None)

    def carry(one: Listener) -> None:
        for envelope in sorted(one.hear(saving), key=lambda e: (e.stream_kind, e.stream_id)):
            _carry_out(envelope, driver, depth - 1)

    for one in listeners(saving.envelope.stream_kind):
        if not _concerned(one, saving):
            continue
        if depth == 0 or not _apart(partial(carry, one), saving.envelope):
            told = {"company": str(saving.envelope.company), "cause": str(saving.envelope.id)}
            _apart(partial(jobs.defer, one.owed, told), saving.envelope)


def _concerned(one: Listener, saving: Saving) -> bool:
    """A listener that cannot tell is taken to be concerned: its own savepoint holds what comes of it."""
    try:
        return one.concerns(saving)
    except Exception:  # noqa: BLE001 - a stop stands whatever becomes of who hears of it
        _log.exception("a listener to %s cannot tell", saving.envelope.stream_kind)
        return True


def _apart(step: Callable[[], object], about: Envelope) -> bool:
    """Whether it went well; if not, nothing of it was written and the rest of the transaction stands."""
    try:
        with transaction.atomic():
            step()
    except Exception:  # noqa: BLE001 - a stop stands whatever becomes of what it brings about
        _log.exception("%s on %s/%s failed apart", about.kind, about.stream_kind, about.stream_id)
        return False
    return True


def _instead(one: Apart, saving: Saving, driver: Sender, depth: int) -> None:
    """The job first: without an alarm it is still done, without a job nobody does it."""
    instead = one.instead()
    for name, arguments in instead.jobs:
        told = {"company": str(saving.envelope.company), **arguments}
        _apart(partial(jobs.defer, name, told), one.command)
    for envelope in instead.commands:
        _apart(partial(_carry_out, envelope, driver, depth - 1), envelope)

"""报平安: work approved to go on without signal reports by radio or telephone, and the control room records
it (S17)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from davy_core.instants import instant
from davy_core.outcome import Event, Outcome, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.rulebook import Rulebook
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit
from davy_core.permits.stopping import paused

Data = Mapping[str, Any]
CALLS = "untethered.calls"
"""The requirement that asks for the calls."""


def record_call(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Who called is named by whoever heard him. A call that does not say that all is well stops the work."""
    person = command.body["person"]
    if permit.untethered is None:
        return refuse("not_untethered")
    if person not in {permit.crew.guardian, permit.crew.responsible}:
        return refuse("person_not_on_permit", person=person)
    words = {"notes": str(command.body["notes"])} if command.body.get("notes") else {}
    call = Event("CallRecorded", {**stamp(facts), "person": person, "well": command.body["well"]}, words)
    return accept(call) if command.body["well"] else accept(call, paused(permit, facts, "anomaly"))


def last_heard(permit: Permit, facts: Facts) -> datetime | None:
    """When somebody on site was last heard of: a call, the begin or resumption of work, or his phone after
    all."""
    contact = facts.guardian_contact
    known = (
        permit.untethered.called_at if permit.untethered else None,
        permit.started_at,
        permit.stood_by_at,
        contact.proven_at if contact else None,
    )
    return max((at for at in known if at is not None), default=None)


def call_every(book: Rulebook) -> timedelta | None:
    """How often such work reports, as the rules it stands on have it; None where they know no calls."""
    every = next((r.params["every"].value for r in book.requirements if r.id == CALLS), None)
    return every if isinstance(every, timedelta) else None


def _called(permit: Permit, data: Data) -> Permit:
    if permit.untethered is None:
        return permit
    return replace(permit, untethered=replace(permit.untethered, called_at=instant(data["at"])))


HANDLERS = {"record_call": record_call}
STEPS: Mapping[str, Callable[[Permit, Data], Permit]] = {"CallRecorded": _called}

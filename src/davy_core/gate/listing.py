"""A list for a gate without a network: who may go in until when, as permits stand when it is made (B7).

It is judged once and then on its own: what changes while it is valid is told to people, who tell the gate.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from davy_core.gate.due import against, listed
from davy_core.gate.facts import GateCommand, GateFacts
from davy_core.gate.state import Gate, Listed
from davy_core.instants import iso
from davy_core.outcome import Event, Outcome, accept, refuse


def issue(state: Gate | None, command: GateCommand, facts: GateFacts) -> Outcome:
    """A new list; the one before is worth nothing from now on."""
    if not facts.known:
        return refuse("gate_unknown")
    if facts.sender != "person" or not facts.lists:
        return refuse("gate_list_not_yours")
    if not facts.open:
        return refuse("gate_out_of_service")
    hours = int(command.body["hours"])
    if timedelta(hours=hours) > facts.book.list_for:
        return refuse("gate_list_too_long", most=int(facts.book.list_for / timedelta(hours=1)))
    until = facts.now + timedelta(hours=hours)
    rows = [
        {"person": who, "from": iso(due.start), "until": iso(due.end), "permit": due.permits[0]}
        for who, due in listed(facts.permits, facts.now, until, facts.book)
    ]
    number = (state.listed.number if state and state.listed else 0) + 1
    told = {"number": number, "until": iso(until), "rows": rows}
    return accept(Event("ListIssued", {**facts.mark(command.gate), "by": facts.person, **told}))


def outdated(gate: Gate, facts: GateFacts) -> Iterator[Event]:
    """Once a list: somebody on it may not go in any more, and whoever stands at the gate does not know it."""
    held = gate.listed
    if held is None or held.outdated_at is not None or held.until <= facts.now:
        return
    gone = _gone(held, facts)
    if gone:
        yield Event("ListOutdated", {**facts.mark(gate.id), "number": held.number, "people": gone})
        alarm = {**facts.mark(gate.id), "kind": "gate_list_outdated", "subject": facts.code or gate.id}
        yield Event("AlarmRaised", alarm)


def _gone(held: Listed, facts: GateFacts) -> list[str]:
    """Those whose row is not over and whose permit does not let them in, or will not when it begins. What is
    not known any more lets nobody in."""
    permits = {permit.id: permit for permit in facts.permits}
    found = set()
    for row in held.rows:
        permit = permits.get(row.permit)
        at = max(facts.now, row.start)
        if row.end > facts.now and (permit is None or against(permit, row.person, at, facts.book)):
            found.add(row.person)
    return sorted(found)

"""Passes are given and taken back as the permits stand now, and whoever must know is told what a gate did not
do.

Judging twice with the same permits at the same instant changes nothing the second time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from davy_core.gate.due import Due, due_passes, why_not
from davy_core.gate.facts import GateCommand, GateFacts
from davy_core.gate.listing import outdated
from davy_core.gate.state import Gate, Pass
from davy_core.instants import iso
from davy_core.outcome import Event, Outcome, accept


def judge(state: Gate | None, command: GateCommand, facts: GateFacts) -> Outcome:
    """Everything that is due at this gate now, and nothing else. A gate out of service lets nobody in."""
    gate = state or Gate(command.gate)
    if not facts.shown:  # a gate without a network: it has lists, and no passes
        return accept(*outdated(gate, facts))
    due = due_passes(facts.permits, facts.now, facts.book) if facts.open and facts.known else {}
    moved = [*_taken_back(gate, due, facts), *_changed(gate, due, facts), *_granted(gate, due, facts)]
    touched = {str(event.data["pass"]) for event in moved}
    return accept(*moved, *_late(gate, facts, touched))


def _taken_back(gate: Gate, due: Mapping[str, Due], facts: GateFacts) -> Iterator[Event]:
    for held in gate.live():
        if held.person in due:
            continue
        before = [permit for permit in facts.permits if permit.id in held.permits]
        why = why_not(before, held.person, facts.now, facts.book) if facts.open else "out_of_service"
        told = {"pass": held.id, "person": held.person, "permits": list(held.permits), "why": why}
        yield Event("PassRevoked", {**facts.mark(gate.id), **told})


def _changed(gate: Gate, due: Mapping[str, Due], facts: GateFacts) -> Iterator[Event]:
    for held in gate.live():
        one = due.get(held.person)
        if one is not None and (one.start, one.end, one.permits) != (held.start, held.end, held.permits):
            yield Event("PassChanged", {**facts.mark(gate.id), "pass": held.id, **_told(one)})


def _granted(gate: Gate, due: Mapping[str, Due], facts: GateFacts) -> Iterator[Event]:
    fresh = sorted(person for person in due if gate.of(person) is None)
    for number, person in enumerate(fresh):
        told = {"pass": f"{facts.fresh}{number:03x}", "person": person, **_told(due[person])}
        yield Event("PassGranted", {**facts.mark(gate.id), **told})


def _told(due: Due) -> dict[str, object]:
    return {"from": iso(due.start), "until": iso(due.end), "permits": list(due.permits)}


def _late(gate: Gate, facts: GateFacts, touched: set[str]) -> Iterator[Event]:
    """What the gate's own list should show by now and does not. Somebody who may not go in and still can is
    grave; somebody who may and cannot waits."""
    late = [held for held in gate.passes if held.id not in touched and overdue(held, facts)]
    for held in late:
        wants = "in" if held.live else "out"
        yield Event("PassTimedOut", {**facts.mark(gate.id), "pass": held.id, "wants": wants})
    for wants, kind in (("out", "gate_not_revoked"), ("in", "gate_not_granted")):
        mine = [held for held in late if held.live == (wants == "in")]
        if mine:
            yield Event(
                "AlarmRaised", {**facts.mark(gate.id), "kind": kind, "subject": facts.code or gate.id}
            )


def overdue(held: Pass, facts: GateFacts) -> bool:
    """Whether it should have been shown by now, and nobody was told yet. What ends by its own time at the
    gate needs no word from it."""
    if held.confirmed_at is not None or held.late_at is not None:
        return False
    if not held.live and held.end <= facts.now:
        return False
    return facts.now - held.asked_at >= facts.book.confirm_in

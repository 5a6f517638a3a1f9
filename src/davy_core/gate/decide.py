"""The decision on a command about a gate. A person has a list made, and gives no other: who goes in follows
from permits alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from davy_core.gate.answering import note_answer, note_silence
from davy_core.gate.facts import GateCommand, GateFacts
from davy_core.gate.judging import judge
from davy_core.gate.listing import issue
from davy_core.gate.state import Gate
from davy_core.outcome import Outcome, refuse

Handler = Callable[[Gate | None, GateCommand, GateFacts], Outcome]
HANDLERS: Mapping[str, Handler] = {
    "judge_passes": judge,
    "note_answer": note_answer,
    "note_silence": note_silence,
}


def decide(state: Gate | None, command: GateCommand, facts: GateFacts) -> Outcome:
    """Accepted with the events, or Refused. Raises KeyError for a command that is none of a gate."""
    if command.kind == "issue_list":
        return issue(state, command, facts)
    handler = HANDLERS[command.kind]
    if facts.sender == "person":
        return refuse("gate_not_by_hand")
    if not facts.known:
        return refuse("gate_unknown")
    return handler(state, command, facts)

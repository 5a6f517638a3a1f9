"""The decision on a command about the actuation of a work point."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from davy_core.actuation.facts import ActuationCommand, ActuationFacts
from davy_core.actuation.following import look, note_answer, note_reading
from davy_core.actuation.ordering import request
from davy_core.actuation.restoring import restore
from davy_core.actuation.state import Actuation
from davy_core.actuation.tables import approve, propose, withdraw
from davy_core.outcome import Outcome, refuse

Handler = Callable[[Actuation | None, ActuationCommand, ActuationFacts], Outcome]
BY_PEOPLE: Mapping[str, Handler] = {
    "propose_table": propose,
    "approve_table": approve,
    "withdraw_table": withdraw,
    "restore_effect": restore,
}
BY_DAVY: Mapping[str, Handler] = {
    "request_effects": request,
    "note_reading": note_reading,
    "note_answer": note_answer,
    "look_at_orders": look,
}
"""What no person tells: a cause comes from a permit, a proof from the device."""


def decide(state: Actuation | None, command: ActuationCommand, facts: ActuationFacts) -> Outcome:
    """Accepted with the events, or Refused. Raises KeyError for a command that is none of actuation."""
    by_davy = command.kind in BY_DAVY
    if by_davy == (facts.sender == "person"):
        return refuse("actuation_not_by_hand" if by_davy else "actuation_not_yours")
    handler = BY_DAVY[command.kind] if by_davy else BY_PEOPLE[command.kind]
    return handler(state, command, facts)

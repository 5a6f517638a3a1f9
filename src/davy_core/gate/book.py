"""Who a permit lets in and how long a gate may take, as data: davy_law/gate/passes.yaml, every fault told at
once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from davy_core.fields import Fields

DUTIES = frozenset({"responsible", "worker", "guardian", "analyst", "confirmer", "briefer"})
STATES = frozenset({"issued", "active", "paused", "finished"})
"""A permit in any other state permits nothing, so that it lets nobody in whatever the file says."""
FITNESS = frozenset({"valid", "not_needed"})
LONGEST_S = 86_400


@dataclass(frozen=True)
class GateBook:
    """The file, read. `states`: state of a permit → duties that it lets in; `pauses`: kinds that leave the
    way in open; `certificates`: verdicts on a duty's papers that let in."""

    states: Mapping[str, frozenset[str]]
    pauses: frozenset[str]
    certificates: frozenset[str]
    lead: timedelta
    confirm_in: timedelta
    reconcile_every: timedelta
    silent_after: timedelta
    list_for: timedelta
    inside_for: timedelta
    kept_for: timedelta

    @classmethod
    def load(cls, parsed: Mapping[str, Any]) -> GateBook:
        """The book of the parsed file. Raises ValueError naming every fault."""
        faults: list[str] = []
        top = Fields(parsed, "gate", faults)
        _ = top.text("id"), top.text("version"), top.choice("mark", {"clause", "brief", "judgement"})
        found = cls(
            states=_states(Fields(top.raw("states"), "gate.states", faults)),
            pauses=frozenset(top.words("pauses")),
            certificates=frozenset(top.words("certificates")),
            lead=timedelta(seconds=_whole(top, "lead_s", 0)),
            confirm_in=timedelta(seconds=_whole(top, "confirm_s", 5)),
            reconcile_every=timedelta(seconds=_whole(top, "reconcile_s", 10)),
            silent_after=timedelta(seconds=_whole(top, "silent_s", 10)),
            list_for=timedelta(hours=_whole(top, "list_hours", 1)),
            inside_for=timedelta(hours=_whole(top, "inside_hours", 1)),
            kept_for=timedelta(days=_whole(top, "passages_days", 30)),
        )
        if not found.certificates or found.certificates - FITNESS:
            top.fault("certificates let in who holds none that counts")
        top.finish()
        if faults:
            raise ValueError("; ".join(faults))
        return found


def _states(row: Fields) -> Mapping[str, frozenset[str]]:
    found = {state: frozenset(row.words(state)) for state in sorted(STATES) if row.has(state)}
    for state, duties in found.items():
        if not duties or duties - DUTIES:
            row.fault(f"{state} names no duty, or one that does not exist")
    if not found:
        row.fault("nobody is ever let in")
    row.finish()
    return found


def _whole(row: Fields, key: str, least: int) -> int:
    found = row.raw(key)
    if isinstance(found, int) and not isinstance(found, bool) and least <= found <= LONGEST_S:
        return found
    row.fault(f"{key} is not a whole number from {least} to {LONGEST_S}")
    return max(least, 1)

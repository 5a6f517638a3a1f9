"""Gates judge anew and are told what came of a visit: through the door, and only where it changes
anything."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import rows, tenant
from davy.door.envelope import compose
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender
from davy.gate import facts, queries
from davy_core.gate.decide import decide
from davy_core.gate.facts import GateCommand
from davy_core.outcome import Accepted

__all__ = ["judge_all", "tell"]

_log = logging.getLogger(__name__)
_GATES = "SELECT id FROM gate_controller WHERE company_id = %s ORDER BY id"


def judge_all(company_id: UUID) -> int:
    """Every gate of the company judges anew; how many changed. Outside a tenant block."""
    with tenant.company(company_id):
        gates = [row["id"] for row in rows.many(_GATES, (company_id,))]
    return sum(tell(company_id, gate, "judge_passes", {}) for gate in gates)


def tell(company_id: UUID, gate_id: UUID, kind: str, body: Mapping[str, Any]) -> bool:
    """Give the gate this command if it would change anything; whether it did. Somebody who holds the gate
    just now is no failure: the clock comes again. Outside a tenant block."""
    now = clock.now()
    with tenant.company(company_id):
        state = queries.load(company_id, gate_id)
        known = facts.of_gate(company_id, gate_id, state, "clock", now, judged=kind == "judge_passes")
    would = decide(state, GateCommand(str(gate_id), kind, body), known)
    if not isinstance(would, Accepted) or not would.events:
        return False
    command = compose(company_id, f"gate/{gate_id}", kind, body, at=now, app="gate")
    try:
        return bool(execute(command, Sender("clock")).get("events"))
    except DoorBusyError:
        _log.info("gate %s is busy", gate_id)
        return False

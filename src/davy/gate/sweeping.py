"""Lets go of passages whose time is over, except those that a legal hold keeps. Inside the tenant block."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from davy.db import rows
from davy.gate.contract import book

__all__ = ["sweep"]

# A hold keeps what it covers until it is lifted: as long as any stands, nothing of the company goes.
_HELD = "SELECT 1 AS there FROM keeping_hold WHERE company_id = %s AND lifted_at IS NULL LIMIT 1"
_SWEEP = "DELETE FROM gate_passage WHERE company_id = %s AND at < %s"


def sweep(company_id: UUID, now: datetime) -> int:
    """How many went."""
    if rows.one(_HELD, (company_id,)) is not None:
        return 0
    return rows.run(_SWEEP, (company_id, now - book().kept_for))

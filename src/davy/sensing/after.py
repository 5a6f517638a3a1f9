"""What follows from a batch of readings, in its transaction: they are held to the rules, and whoever looks
at a permit is told."""

from __future__ import annotations

import json
import time
from uuid import UUID

from davy.db import rows
from davy.sensing.judging import judge
from davy.sensing.messages import Taker
from davy.sensing.proving import prove

__all__ = ["follow"]

_APART = 2.0  # seconds between two tellings of the same permit: a screen reads the curve, not each reading
_told: dict[UUID, float] = {}
_PERMITS = """
SELECT DISTINCT permit_id FROM instruments_binding
WHERE company_id = %s AND id = ANY(%s::uuid[]) AND permit_id IS NOT NULL
"""


def follow(company: UUID, taker: Taker) -> None:
    """Called once a batch with what was taken of it (`rows`, in order) and set aside (`aside`). Raises
    OperationalError when a permit is locked: nothing of the batch is written, it is tried again."""
    judge(company, taker.partition, taker.rows)
    prove(company, taker)
    bindings = {row.binding for row in taker.rows if row.binding is not None}
    if not bindings:
        return
    now = time.monotonic()
    for row in rows.many(_PERMITS, (company, list(bindings))):
        permit = row["permit_id"]
        if now - _told.get(permit, float("-inf")) >= _APART:
            _told[permit] = now
            message = {"company": str(company), "kind": "readings", "id": str(permit)}
            rows.run("SELECT pg_notify('davy', %s)", (json.dumps(message),))

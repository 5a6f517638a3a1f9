"""Counts gateways that were not let in or wrote where they may not; a flood costs one row an hour."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import rows, tenant
from davy.instruments.gateways import Known

__all__ = ["note", "of_company"]

_log = logging.getLogger(__name__)

_COUNT = """
INSERT INTO sensing_refusal (company_id, gateway_id, code, hour, last_at, count, detail)
VALUES (%s, %s, %s, %s, %s, 1, %s)
ON CONFLICT (company_id, gateway_id, code, hour) DO UPDATE
SET count = sensing_refusal.count + 1, last_at = excluded.last_at, detail = excluded.detail
"""


def note(gateway: Known | None, code: str, detail: str) -> None:
    """Count one. A user name that is nobody's belongs to no company: it is told in the log only."""
    _log.warning("a gateway was refused: %s (%s)", code, detail)
    if gateway is None:
        return
    now = clock.now()
    with tenant.company(gateway.company):
        hour = now.replace(minute=0, second=0, microsecond=0)
        rows.run(_COUNT, (gateway.company, gateway.id, code, hour, now, detail[:200]))


def of_company(company_id: UUID, since: datetime) -> list[dict[str, Any]]:
    """What was counted since then, the newest first; 200 at most. Inside a tenant block."""
    return rows.many(
        "SELECT gateway_id, code, hour, last_at, count, detail FROM sensing_refusal"
        " WHERE company_id = %s AND last_at >= %s ORDER BY last_at DESC LIMIT 200",
        (company_id, since),
    )

"""The permits whose rows are not what their events say, as the night's look finds them."""

from __future__ import annotations

from uuid import UUID

from davy.db import rows, tenant
from davy.watch.night import comparing

__all__ = ["lies"]


def lies(company_id: UUID) -> list[UUID]:
    """Their ids. Opens its own tenant block, or works within one."""
    with tenant.company(company_id):
        ids = rows.many("SELECT id FROM permits_permit WHERE company_id = %s ORDER BY id", [company_id])
        return [row["id"] for row in ids if comparing.differs(company_id, "permit", row["id"])]

"""How often the sheets of a block were fetched for the printer. Each serial is meant to be on paper once:
from the second time on the paper itself says so, for two papers of one serial let two crews work (S18)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from davy.accounts import audit
from davy.accounts.models import AuditRow
from davy.db import rows

__all__ = ["take"]

RESOURCE = "block_paper"


def take(company_id: UUID, account_id: UUID, block_id: UUID) -> list[datetime]:
    """Write down that they are fetched now, and tell when they were before, the first on top. Inside a tenant
    block; two at once are one after the other."""
    rows.one("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))::text AS got", (f"paper:{block_id}",))
    found = AuditRow.objects.filter(company_id=company_id, resource=RESOURCE, resource_id=block_id)
    before = list(found.order_by("at").values_list("at", flat=True))
    audit.write(
        company_id=company_id,
        account_id=account_id,
        resource=RESOURCE,
        resource_id=block_id,
        before=None,
        after={"time": len(before) + 1},
    )
    return before

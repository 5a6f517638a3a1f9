"""Which permits the clock must look at, and when it must look at one again. Inside a tenant block unless
said."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.permits.facts import load, snapshot
from davy_core.permits.deadlines import next_check
from davy_core.permits.gates import watched
from davy_core.permits.lamp import lamp_of

__all__ = ["is_due", "live", "look_again"]


def live() -> list[tuple[UUID, UUID]]:
    """(company, permit) of everything for which time still means something. Opens its own tenant blocks."""
    found: list[tuple[UUID, UUID]] = []
    for company_id in Company.objects.order_by("id").values_list("id", flat=True):
        with tenant.company(company_id):
            some = rows.many(
                "SELECT id FROM permits_permit WHERE company_id = %s AND next_check_at IS NOT NULL"
                " ORDER BY next_check_at, id",
                (company_id,),
            )
        found += [(company_id, row["id"]) for row in some]
    return found


def is_due(company_id: UUID, permit_id: UUID, now: datetime) -> bool:
    """Whether this permit must be looked at by now. Certain only under the lock of its stream."""
    found = rows.one(
        "SELECT 1 AS due FROM permits_permit WHERE company_id = %s AND id = %s AND next_check_at <= %s",
        (company_id, permit_id, now),
    )
    return found is not None


def look_again(company_id: UUID, permit_id: UUID, now: datetime) -> datetime | None:
    """After a look that changed nothing: note when the next one is due. To be called under the stream's
    lock."""
    found = load(company_id, permit_id)
    if found is None:
        return None
    permit, _ = found
    facts = snapshot(company_id, permit, permit.place.point, {}, now=now)
    judged = watched(permit, facts)
    due = next_check(permit, facts, judged)
    rows.run(
        "UPDATE permits_permit SET next_check_at = %s, lapses_at = %s WHERE company_id = %s AND id = %s",
        (due, lamp_of(permit, facts, judged).until, company_id, permit_id),
    )
    return due

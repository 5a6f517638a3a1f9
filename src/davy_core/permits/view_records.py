"""Recorded values and checks as the rules read them: one entry for every record that the permit asks for."""

from __future__ import annotations

from typing import Any

from davy_core.instants import iso
from davy_core.permits.state import Permit


def records_view(permit: Permit) -> dict[str, Any]:
    """`count`, and of the newest one whether it is good and when it was true; absent until there is one."""
    found: dict[str, Any] = {}
    for duty in permit.record_duties:
        newest = permit.newest(duty.id)
        count = sum(r.record == duty.id for r in permit.recorded)
        found[duty.id] = {"count": count}
        if newest is not None:
            found[duty.id] |= {"ok": newest.ok, "last_at": iso(newest.at)}
    return found

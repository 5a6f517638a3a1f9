"""The values and checks that a permit asks for beside gas, for its card."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from davy_core.instants import iso
from davy_core.permits.facts import Facts
from davy_core.permits.parts import Recorded
from davy_core.permits.recording import STATES, limits_of
from davy_core.permits.state import Permit

__all__ = ["rows"]


def rows(permit: Permit, facts: Facts, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Every record of the template in its order with all that was recorded, newest last; `open` when it may
    be made in this state, `again` when the next one is due while work goes on."""
    known = {r["id"]: r for r in facts.rulebook.template.get("records", ())}
    found = []
    for duty in permit.record_duties:
        row, made = known[duty.id], [r for r in permit.recorded if r.record == duty.id]
        newest = permit.newest(duty.id)
        repeated = duty.every_s and permit.state == "active" and newest is not None
        found.append(
            {
                **{key: row[key] for key in ("id", "zh", "en", "clause", "kind", "photo")},
                "unit": row.get("unit"),
                "least": _limit("least", row, permit),
                "most": _limit("most", row, permit),
                "due": list(duty.due),
                "every_s": duty.every_s or None,
                "open": any(permit.state in STATES[due] for due in duty.due),
                "ok": newest.ok if newest else None,
                "again": iso(newest.at + timedelta(seconds=duty.every_s)) if newest and repeated else None,
                "made": [_made(r, names) for r in sorted(made, key=lambda r: r.at)],
            }
        )
    return found


def _limit(end: str, row: Mapping[str, Any], permit: Permit) -> str | None:
    """The figure to show; null where there is none, or where the request should have given it."""
    if end not in row and f"{end}_field" not in row:
        return None
    least, most = limits_of(row, permit.work)
    found = least if end == "least" else most
    return None if found is None else f"{found:f}"


def _made(recorded: Recorded, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "at": iso(recorded.at),
        "by": {"id": recorded.by, "name": names.get(recorded.by)},
        "ok": recorded.ok,
        "value": None if recorded.value is None else f"{recorded.value:f}",
        "photo": recorded.photo,
    }

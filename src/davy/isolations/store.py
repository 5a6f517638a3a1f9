"""Writes isolations: rows as the events fold them, in the transaction of the events."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from davy.attachments import store as attachments
from davy.db import rows
from davy.door.streams import Saving
from davy_core.isolations.state import Isolation
from davy_core.permits.kept import kept

__all__ = ["save"]

_COLUMNS = (
    "version", "number", "state", "site_id", "area_id", "point_id", "points", "applied", "verified", "blinds",
    "blinds_verified", "valve_only", "locks", "changed_at", "doc",
)  # fmt: skip
_INSERT = (
    f"INSERT INTO isolations_isolation (company_id, id, title, {', '.join(_COLUMNS)})"  # noqa: S608 - constants
    f" VALUES (%s, %s, %s, {', '.join(['%s'] * len(_COLUMNS))})"
)
_UPDATE = (
    f"UPDATE isolations_isolation SET {', '.join(f'{c} = %s' for c in _COLUMNS)}"  # noqa: S608 - constants
    " WHERE company_id = %s AND id = %s"
)
_POINT = """
INSERT INTO isolations_point (company_id, isolation_id, point, kind, name, number, line, state, fitted_under,
  taken_out_under) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s::uuid, %s::uuid)
ON CONFLICT (company_id, isolation_id, point) DO UPDATE SET state = excluded.state,
  fitted_under = excluded.fitted_under, taken_out_under = excluded.taken_out_under
"""
_RELIANCE = """
INSERT INTO isolations_reliance (company_id, isolation_id, permit_id, released_at) VALUES (%s, %s, %s, %s)
ON CONFLICT (company_id, isolation_id, permit_id) DO UPDATE SET released_at = excluded.released_at
"""
HOLDING = frozenset({"applied", "verified"})


def save(saving: Saving) -> None:
    """Write the isolation after these events, its points and who relies on it, and hold its photos."""
    envelope, isolation = saving.envelope, saving.after
    key = (envelope.company, envelope.stream_id)
    values = _values(isolation, saving)
    if saving.before is None:
        title = next(e.private["title"] for e in saving.events if "title" in e.private)
        rows.run(_INSERT, (*key, title, *values))
        _photos(saving, [isolation.drawing] if isolation.drawing else [])
    else:
        rows.run(_UPDATE, (*values, *key))
    _points(saving)
    for one in isolation.reliances if _touches(saving, "Isolation") else ():
        rows.run(_RELIANCE, (*key, one.permit, one.released.at if one.released else None))
    _photos(saving, [str(e.data["photo"]) for e in saving.events if e.data.get("photo")])


def _values(isolation: Isolation, saving: Saving) -> tuple[Any, ...]:
    states = [p.state for p in isolation.points]
    return (
        saving.version,
        isolation.number,
        isolation.state,
        isolation.place.site,
        isolation.place.area,
        isolation.place.point,
        len(states),
        sum(1 for state in states if state in HOLDING),
        states.count("verified"),
        isolation.blinds(),
        isolation.blinds(verified=True),
        isolation.by_valve_only(),
        len(isolation.locks),
        saving.now,
        json.dumps(kept(isolation)),
    )


def _touches(saving: Saving, prefix: str) -> bool:
    return any(event.type.startswith(prefix) for event in saving.events)


def _points(saving: Saving) -> None:
    key = (saving.envelope.company, saving.envelope.stream_id)
    before: Mapping[str, Any] = {p.id: p for p in saving.before.points} if saving.before else {}
    names = {str(e.data["point"]): e.private["name"] for e in saving.events if e.type == "PointAdded"}
    for point in saving.after.points:
        if before.get(point.id) == point:
            continue
        told = (point.kind, names.get(point.id, ""), point.number or "", point.line or "", point.state)
        rows.run(_POINT, (*key, point.id, *told, point.fitted_under, point.taken_out_under))
    for gone in before.keys() - {p.id for p in saving.after.points}:
        rows.run(
            "DELETE FROM isolations_point WHERE company_id = %s AND isolation_id = %s AND point = %s",
            (*key, gone),
        )


def _photos(saving: Saving, photos: list[str]) -> None:
    if photos:
        company, stream = saving.envelope.company, saving.envelope.stream_id
        attachments.refer(company, photos, stream_kind="isolation", stream_id=stream)

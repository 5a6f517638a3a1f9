"""The event of a gas round: its readings, and where the server took them from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from davy_core.instants import instant
from davy_core.permits.parts import Reading, Round
from davy_core.permits.provenance import Provenance
from davy_core.permits.state import Permit

Data = Mapping[str, Any]


def round_recorded(permit: Permit, data: Data) -> Permit:
    """A round begun, or the open one gone on with."""
    readings = tuple(_reading(row, data.get("taken")) for row in data["readings"])
    earlier = [r for r in permit.rounds if r.id == data["round"]]
    others = tuple(r for r in permit.rounds if r.id != data["round"])
    recorded = Round(
        id=data["round"],
        by=data["by"],
        recorded_at=instant(data["at"]),
        verdict=data["verdict"],
        complete=data["complete"],
        sampled_at=instant(data["sampled_at"]) if data.get("sampled_at") else None,
        points=MappingProxyType(dict(data["points"])),
        readings=(*(earlier[0].readings if earlier else ()), *readings),
    )
    return replace(permit, rounds=(*others, recorded))


def _reading(row: Data, taken: Data | None = None) -> Reading:
    return Reading(
        point=row["point"],
        substance=row["substance"],
        value=Decimal(row["value"]["value"]),
        unit=row["value"]["unit"],
        sampled_at=instant(row["sampled_at"]),
        verdict=row["verdict"],
        reason=row.get("reason"),
        source=row.get("source", "manual"),
        clock=row.get("clock", "server"),
        limit=row.get("limit"),
        limit_unit=row.get("limit_unit"),
        taken=_provenance(row, taken) if taken else None,
    )


def _provenance(row: Data, taken: Data) -> Provenance:
    calibrated, bumped = taken.get("calibrated_until"), taken.get("bumped_at")
    return Provenance(
        instrument=taken["instrument"],
        serial=taken["serial"],
        boot=taken["boot"],
        seq=taken["seq"],
        received_at=instant(taken["received_at"]),
        sensor=row.get("sensor", "ok"),
        calibrated_until=instant(calibrated) if calibrated else None,
        bumped_at=instant(bumped) if bumped else None,
    )

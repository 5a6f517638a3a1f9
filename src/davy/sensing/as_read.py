"""A stored reading as the rules of watching take it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from davy.instruments.kinds import words
from davy.readings.store import Row
from davy_core.watch.reading import Reading, Spot, millis

__all__ = ["as_read"]

E7, MILLIMETRES = 10_000_000, 1000
_PLACE = frozenset({"lat", "lon", "accuracy", "fault"})


def as_read(row: Row) -> Reading:
    """The reading. A unit that says of itself that it is broken proves nothing of what it shows."""
    values = {name: Decimal(text) for name, text in row.channels.items()}
    units = words()["channels"]
    doubts = dict(row.doubts or {})
    if values.get("fault") == 1:
        doubts |= {name: "fault" for name in values if name not in _PLACE}
    return Reading(
        instrument=str(row.instrument),
        boot=row.boot,
        seq=row.seq,
        at=millis(row.taken_at),
        heard=millis(row.received_at),
        values={n: (v, units[n]["unit"]) for n, v in values.items() if n not in _PLACE},
        clock=row.clock,
        doubts=doubts,
        spot=_spot(values, doubts),
    )


def _spot(values: dict[str, Decimal], doubts: Mapping[str, str]) -> Spot | None:
    lat, lon, accuracy = (values.get(name) for name in ("lat", "lon", "accuracy"))
    if lat is None or lon is None or {"lat", "lon"} & doubts.keys():
        return None
    known = accuracy is not None and "accuracy" not in doubts
    return Spot(int(lat * E7), int(lon * E7), int(accuracy * MILLIMETRES) if known and accuracy else None)

"""The kinds of instruments and their channels, read from the law's data with every fault at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from davy_core.fields import Fields

CERTAINTY = ("standard", "maker", "judgement")
ALARMS = ("low", "high", "high_high", "low_low")


@dataclass(frozen=True)
class Channel:
    """One quantity: its unit (`flag` is 0 or 1), what the instrument can show, and its own alarm set points,
    which are not the limits of a permit (S3)."""

    name: str
    unit: str
    least: Decimal
    most: Decimal
    alarms: Mapping[str, Decimal]


@dataclass(frozen=True)
class Kind:
    """One kind. `gas`: its readings may enter a gas test; `worn`: it serves a person, `wearable`: a permit or
    a person. `period` between readings, `silence` after which it counts as lost; `fresh`: an older reading
    enters no gas test (None where none does); `calibration` and `bump` are None where nothing is to be
    done."""

    code: str
    channels: Mapping[str, Channel]
    gas: bool
    worn: bool
    period: timedelta
    silence: timedelta
    calibration: timedelta | None
    bump: timedelta | None
    fresh: timedelta | None = None
    wearable: bool = False


def load(parsed: Mapping[str, Any]) -> dict[str, Kind]:
    """The kinds of the parsed file. Raises ValueError naming every fault."""
    faults: list[str] = []
    top = Fields(parsed, "kinds", faults)
    if top.raw("v") != 1:
        top.fault("v is not 1")
    units = {}
    for name, row in top.entries("channels").items():
        fields = Fields(row, f"channels.{name}", faults)
        _ = fields.text("zh"), fields.text("en")
        units[name] = fields.text("unit")
        fields.finish()
    found = {
        code: _kind(code, Fields(row, f"kinds.{code}", faults), units)
        for code, row in top.entries("kinds").items()
    }
    top.finish()
    if faults:
        raise ValueError("; ".join(faults))
    return found


def _kind(code: str, row: Fields, units: Mapping[str, str]) -> Kind:
    _ = row.text("zh"), row.text("en"), row.text("source")
    if row.choice("certainty", CERTAINTY) is None:
        row.fault("certainty is missing")
    channels = {}
    for name, told in row.entries("channels").items():
        if name not in units:
            row.fault(f"channel {name} is not described")
            continue
        channels[name] = _channel(name, units[name], Fields(told, f"{row.place}.{name}", row.faults))
    found = Kind(
        code=code,
        channels=channels,
        gas=row.flag("gas"),
        worn=row.flag("worn"),
        period=_span(row, "period_s", "seconds") or timedelta(seconds=1),
        silence=_span(row, "silence_s", "seconds") or timedelta(seconds=1),
        calibration=_span(row, "calibration_days", "days"),
        bump=_span(row, "bump_hours", "hours"),
        fresh=_span(row, "fresh_s", "seconds"),
        wearable=row.flag("wearable"),
    )
    if found.gas and (found.calibration is None or found.bump is None):
        row.fault("a gas detector without calibration and bump test")
    if found.gas and (found.fresh is None or not found.period <= found.fresh <= found.silence):
        row.fault("a gas detector that does not say how fresh its reading is, between period and silence")
    if found.worn and found.wearable:
        row.fault("both worn and wearable: what serves people alone is worn")
    if found.silence < found.period:
        row.fault("silent before its next reading is due")
    row.finish()
    return found


def _channel(name: str, unit: str, row: Fields) -> Channel:
    least, most = row.decimal("least"), row.decimal("most")
    alarms = {a: v for a in ALARMS if row.has(a) and (v := row.decimal(a)) is not None}
    row.finish()
    if least is None or most is None or least >= most:
        row.fault("least and most make no range")
        least, most = Decimal(0), Decimal(1)
    return Channel(name, unit, least, most, alarms)


def _span(row: Fields, key: str, unit: str) -> timedelta | None:
    found = row.raw(key)
    if found is None:
        return None
    if isinstance(found, int) and not isinstance(found, bool) and found > 0:
        return timedelta(**{unit: found})
    row.fault(f"{key} is not a whole number above 0")
    return None

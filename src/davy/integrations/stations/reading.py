"""Read a station's answer by its mapping: which fact stands where, in which unit or word. Pure.

A mapping is data: ``{"wind_force": {"path": "now.windSpeed", "unit": "km/h"}, "rain": {"path": "now.text",
"words": {"小雨": "light"}}, "observed_at": {"path": "now.obsTime"}}``. A path goes down by keys and
positions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from davy_core.weather.beaufort import force
from davy_core.weather.observation import FALL, FOG, Weather

__all__ = ["FRESH", "ReadingError", "check_fields", "read"]

FRESH = timedelta(hours=2)
AHEAD = timedelta(minutes=2)
"""How far a station's clock may run ahead of ours."""
SPEEDS = {"m/s": Decimal(1), "km/h": Decimal(1) / Decimal("3.6"), "kn": Decimal("0.514444")}
GRADES = {"rain": FALL, "snow": FALL, "fog": FOG}
WINDS = ("wind_force", "gust")
UNITS = {
    **{name: {*SPEEDS, "force"} for name in WINDS},
    "temperature_c": {"C"},
    "observed_at": {"rfc3339", "unix"},
}
NAMES = {*UNITS, *GRADES}


class ReadingError(Exception):
    """The answer is of no use; `code`: not_json, wrong, stale, ahead."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


def check_fields(fields: Mapping[str, Any]) -> list[str]:
    """The names in a mapping that cannot be read; `observed_at` and the wind must be there."""
    wrong = [name for name, row in fields.items() if not _is_row(name, row)]
    return wrong + [name for name in ("observed_at", "wind_force") if name not in fields]


def _is_row(name: str, row: object) -> bool:
    if name not in NAMES or not isinstance(row, Mapping) or not isinstance(row.get("path"), str):
        return False
    if name in GRADES:
        words = row.get("words")
        return isinstance(words, Mapping) and set(words.values()) <= set(GRADES[name])
    return row.get("unit", "rfc3339" if name == "observed_at" else None) in UNITS[name]


def read(body: bytes, fields: Mapping[str, Any], now: datetime) -> Weather:
    """What the station observed. A value that is not in the answer, or a word nobody mapped, is unknown; a
    number that no weather has makes the whole answer wrong: the instrument is broken. Raises
    ReadingError."""
    try:
        answer = json.loads(body, parse_float=Decimal, parse_int=Decimal)
    except (ValueError, RecursionError):
        raise ReadingError("not_json") from None
    try:
        told = {name: _value(name, _at(answer, row["path"]), row) for name, row in fields.items()}
        observed = told.pop("observed_at", None)
        if observed is None or told.get("wind_force") is None:
            raise ReadingError("wrong")
        _timely(observed, now)
        return Weather(min(observed, now), "station", **told)
    except (ValueError, TypeError, InvalidOperation, OverflowError):
        raise ReadingError("wrong") from None


def _timely(observed: datetime, now: datetime) -> None:
    if observed <= now - FRESH:
        raise ReadingError("stale")
    if observed > now + AHEAD:
        raise ReadingError("ahead")


def _at(found: Any, path: str) -> Any:
    for key in path.split("."):
        if isinstance(found, Mapping):
            found = found.get(key)
        elif isinstance(found, list) and key.isdigit() and int(key) < len(found):
            found = found[int(key)]
        else:
            return None
    return found


def _value(name: str, found: Any, row: Mapping[str, Any]) -> Any:
    if found is None:
        return None
    if name in GRADES:
        return row["words"].get(str(found))
    if name == "observed_at":
        return _instant(found, row.get("unit", "rfc3339"))
    number = _number(found)
    if name == "temperature_c":
        return number.quantize(Decimal("0.1"))
    if row["unit"] != "force":
        return force(number * SPEEDS[row["unit"]])
    if number != number.to_integral_value():
        raise ValueError(f"not a wind force: {number}")
    return int(number)


def _number(found: Any) -> Decimal:
    if isinstance(found, bool) or not isinstance(found, str | Decimal):
        raise TypeError("not a number")
    return Decimal(found)


def _instant(found: Any, unit: str) -> datetime:
    moment = (
        datetime.fromtimestamp(int(_number(found)), UTC)
        if unit == "unix"
        else datetime.fromisoformat(str(found))
    )
    if moment.tzinfo is None:
        raise ValueError("an observation without a time zone")
    return moment

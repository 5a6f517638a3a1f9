"""Plain JSON: `{"seq": 17, "boot": "a1", "at": "2026-11-22T08:00:00.250Z", "lel": 3.2, "o2": 20.8}`.

A channel is a number in the unit of the instrument's profile, or `{"value": "3.2", "unit": "%LEL"}`. Numbers
are read as decimals; what is no number, or has another unit, is dropped with its reason and the rest is
taken. The echo of an order stands beside readings, or alone and then needs no number:
`{"order": "…", "did": "received"}`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from davy.sensing.adapters.told import LARGEST, Told, UnreadableError, judged, registered
from davy_core.instants import instant
from davy_core.instruments.kinds import Channel, Kind

__all__ = ["read"]

_SEQ = 2**53
_LONGEST = 32  # digits of a boot that is told as a number
_BOOT = re.compile(r"[A-Za-z0-9_-]{1,32}", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,9})?", re.ASCII)
_PLACES = 9
_HEAD = frozenset({"seq", "boot", "at", "order", "did"})
_ORDER = re.compile(r"[0-9a-f]{34}", re.ASCII)
_DID = frozenset({"received", "done", "refused", "expired"})
_DEEPEST = 3


@registered("plain")
def read(raw: bytes, kind: Kind) -> Told:
    """The message. Raises UnreadableError when it is none, or has no number."""
    told = _parsed(raw)
    values: dict[str, Decimal] = {}
    doubts: dict[str, str] = {}
    dropped: list[tuple[str, str]] = []
    for name, found in told.items():
        if name in _HEAD:
            continue
        channel = kind.channels.get(name)
        if channel is None:
            dropped.append(("channel_unknown", name))
            continue
        value = _value(channel, found)
        if isinstance(value, str):
            dropped.append((value, name))
            doubts[name] = "unit" if value == "unit_unknown" else "fault"
            continue
        values[name] = value
        against = judged(channel, value)
        if against is not None:
            doubts[name] = against
    answer = _answer(told)
    if answer is not None and not values and not doubts:
        return Told(0, None, None, {}, {}, tuple(dropped), answer)
    if not values and not doubts:
        raise UnreadableError("nothing_told", ", ".join(detail for _, detail in dropped)[:200])
    return Told(_seq(told), _boot(told), _at(told), values, doubts, tuple(dropped), answer)


def _parsed(raw: bytes) -> Mapping[str, Any]:
    if len(raw) > LARGEST:
        raise UnreadableError("too_large", f"{len(raw)} bytes")
    if raw.count(b"[") + raw.count(b"{") > 64 * _DEEPEST:
        raise UnreadableError("too_deep")
    try:
        found = json.loads(
            raw, parse_float=_decimal, parse_int=_decimal, parse_constant=_no_number, object_pairs_hook=_once
        )
    except RecursionError as error:
        raise UnreadableError("too_deep") from error
    except (ValueError, UnicodeDecodeError) as error:
        raise UnreadableError("not_json", str(error)[:200]) from error
    if not isinstance(found, dict):
        raise UnreadableError("not_json", "no object")
    return found


def _decimal(text: str) -> Decimal:
    """Any number, as far as it can be one of ours; a longer one is dropped as no number."""
    if len(text) > 64:
        return Decimal("NaN")
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")


def _no_number(_: str) -> Decimal:
    return Decimal("NaN")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise UnreadableError("told_twice", "a name stands twice in one object")
    return found


def _value(channel: Channel, found: Any) -> Decimal | str:
    """The value in the unit of the channel, or why it is none."""
    if isinstance(found, dict):
        if set(found) != {"value", "unit"}:
            return "not_a_number"
        if found["unit"] != channel.unit:
            return "unit_unknown"
        found = found["value"]
        if isinstance(found, str):
            return Decimal(found) if _NUMBER.fullmatch(found) else "not_a_number"
    if isinstance(found, bool):
        return Decimal(int(found)) if channel.unit == "flag" else "not_a_number"
    if not isinstance(found, Decimal) or not found.is_finite():
        return "not_a_number"
    text = format(_short(found), "f") if -10 < found.adjusted() < 12 else ""
    return Decimal(text) if _NUMBER.fullmatch(text) else "not_a_number"


def _short(found: Decimal) -> Decimal:
    """Most programs write a double as it comes, `0.30000000000000004`: what lies beyond nine places is no
    measurement, and no reason to lose one."""
    exponent = found.as_tuple().exponent
    return round(found, _PLACES) if isinstance(exponent, int) and exponent < -_PLACES else found


def _answer(told: Mapping[str, Any]) -> tuple[str, str] | None:
    """What the device says of an order. Raises UnreadableError for an echo that cannot be meant."""
    if "order" not in told and "did" not in told:
        return None
    order, did = told.get("order"), told.get("did")
    if isinstance(order, str) and _ORDER.fullmatch(order) and did in _DID:
        return order, str(did)
    raise UnreadableError("answer_unreadable", f"{order!r} {did!r}"[:120])


def _seq(told: Mapping[str, Any]) -> int:
    found = told.get("seq")
    # The bound first: of a number like 1e999999999 nobody can write the digits out.
    if isinstance(found, Decimal) and found.is_finite() and 0 <= found < _SEQ and found == int(found):
        return int(found)
    raise UnreadableError("no_number", "seq")


def _boot(told: Mapping[str, Any]) -> str | None:
    found = told.get("boot")
    if found is None:
        return None
    writable = isinstance(found, Decimal) and found.is_finite() and abs(found.adjusted()) < _LONGEST
    text = format(found, "f") if writable else found
    if isinstance(text, str) and _BOOT.fullmatch(text):
        return text
    raise UnreadableError("no_number", "boot")


def _at(told: Mapping[str, Any]) -> datetime | None:
    found = told.get("at")
    if found is None:
        return None
    try:
        return instant(found)
    except (ValueError, OverflowError) as error:
        raise UnreadableError("no_instant", str(found)[:64]) from error

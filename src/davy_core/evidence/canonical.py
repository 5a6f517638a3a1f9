"""The one spelling of a value as bytes, the same in every language, so that its hash means something.

UTF-8 JSON without blanks; keys sorted by code point; text escaped as JSON requires and no further; whole
numbers only, within what every JSON reader keeps exactly. A measured value is a mapping of exactly ``value``
and ``unit``, its digits kept as measured. An instant is UTC with milliseconds. Unicode is not normalised:
what was typed is what is hashed.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

__all__ = ["DEPTH", "WHOLE", "NotCanonicalError", "decode", "encode"]

WHOLE = 2**53 - 1  # the largest whole number that every JSON reader keeps exactly
DEPTH = 32  # levels of nesting; deeper bodies are somebody's mistake or attack

_PLACES = 30  # digits before or after the point; no instrument shows more
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
_QUANTITY = frozenset({"value", "unit"})


class NotCanonicalError(ValueError):
    """The bytes are valid JSON at most, but not the one spelling of their value."""


def encode(value: object) -> bytes:
    """The canonical bytes of None, bool, int, str, UUID, aware datetime, quantity, list and mapping.

    Raises TypeError for what has no spelling (floats, a bare Decimal, naive datetimes, sets, keys that are
    not text), ValueError for what does not fit one (numbers beyond WHOLE, NaN, instants finer than a
    millisecond, half of a surrogate pair, nesting beyond DEPTH).
    """
    return _ENCODER.encode(_plain(value, DEPTH)).encode()


def decode(data: bytes) -> Any:
    """The value of canonical bytes: None, bool, int, str, list, dict. Quantities and instants stay text.

    Raises NotCanonicalError when the bytes are not exactly what ``encode`` would write for that value.
    """
    try:
        value = json.loads(data, parse_float=_no_float, parse_constant=_no_float)
        again = encode(value)
    except (TypeError, ValueError, RecursionError) as error:
        raise NotCanonicalError(str(error)) from error
    if again != data:
        raise NotCanonicalError("another spelling of the same value")
    return value


def _plain(value: object, depth: int) -> object:
    """The same value in what JSON knows. Exact types first: they are nearly all there is, and cheap."""
    if depth == 0:
        raise ValueError(f"nested deeper than {DEPTH} levels")
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return value
    if kind is dict or isinstance(value, Mapping):
        return _mapping(value, depth)  # type: ignore[arg-type]  # a dict is a Mapping
    if kind is list or kind is tuple:
        return [_plain(item, depth - 1) for item in value]  # type: ignore[attr-defined]  # see above
    return _scalar(value)


def _scalar(value: object) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return _whole(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return _instant(value)
    raise TypeError(f"{type(value).__name__} has no canonical spelling")


def _mapping(value: Mapping[object, object], depth: int) -> dict[str, object]:
    if len(value) == len(_QUANTITY) and value.keys() == _QUANTITY and isinstance(value["value"], Decimal):
        return {"unit": _unit(value["unit"]), "value": _decimal(value["value"])}
    plain: dict[str, object] = {}
    for key, item in value.items():
        if not isinstance(key, str):
            raise TypeError("a key is not text")
        plain[key] = _plain(item, depth - 1)
    return plain


def _whole(value: int) -> int:
    if not -WHOLE <= value <= WHOLE:
        raise ValueError(f"{value} is beyond what every reader keeps exactly")
    return value


def _instant(value: datetime) -> str:
    if value.tzinfo is None:
        raise TypeError("a datetime without time zone names no instant")
    if value.microsecond % 1000:
        raise ValueError(f"{value} is finer than a millisecond")
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _unit(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError("a quantity without its unit")
    return value


def _decimal(value: Decimal) -> str:
    """Plain digits, trailing zeros kept: they say how finely was measured. Zero has no sign."""
    if (
        not value.is_finite()
        or not -_PLACES <= value.adjusted() <= _PLACES
        or len(value.as_tuple().digits) > _PLACES
    ):
        raise ValueError(f"{value} is no measured value")
    if value.is_zero():
        value = abs(value)
    return format(value, "f")


def _no_float(text: str) -> object:
    raise ValueError(f"{text} is not a whole number")

"""Values as plain data for events, answers and the basis: texts, whole numbers, truths, lists, mappings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from uuid import UUID

from davy_core.instants import iso

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]


def plain(value: object) -> Plain:
    """Decimals and floats become decimal text, instants RFC 3339 UTC with milliseconds, durations whole or
    decimal seconds ("1800s"), sets sorted lists, dataclasses mappings. Raises TypeError for anything else and
    ValueError for a naive instant."""
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, AbstractSet):
        return sorted((plain(item) for item in value), key=repr)
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    return _scalar(value)


def decimal_text(value: Decimal) -> str:
    """A decimal as written, never in powers of ten."""
    return format(value, "f")


def _scalar(value: object) -> str:
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, float):
        return decimal_text(Decimal(repr(value)))
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, timedelta):
        return f"{decimal_text(Decimal(str(value.total_seconds())).normalize())}s"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"a {type(value).__name__} is not plain data")

"""Frozen dataclasses to plain JSON values and back: how a permit is kept in its row.

Only the shapes of this package occur: dataclasses, tuples, mappings, optionals, Decimals, instants, scalars.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from davy_core.instants import instant, iso

Reader = Callable[[Any], Any]
Writer = Callable[[Any], Any]


def to_plain(value: Any) -> Any:
    """JSON-ready form: instants as RFC 3339 text, Decimals as text, tuples as lists."""
    return _writer(_type(value))(value)


def from_plain(kind: Any, data: Mapping[str, Any]) -> Any:
    """The dataclass of a plain mapping. Raises KeyError or ValueError when it does not fit."""
    return _reader(kind)(data)


def _type(value: Any) -> Any:
    return type(value)


@cache
def _writer(kind: Hashable) -> Writer:
    """How values of exactly this type are written; found once a type, because a permit has hundreds."""
    written = cast("type[Any]", kind)
    if issubclass(written, str | int | float | type(None)):
        return _same
    if issubclass(written, datetime):
        return iso
    if issubclass(written, Decimal):
        return str
    if is_dataclass(written):
        names = tuple(f.name for f in fields(written))
        return lambda value: {name: to_plain(getattr(value, name)) for name in names}
    if issubclass(written, Mapping):
        return lambda value: {k: to_plain(v) for k, v in value.items()}
    return lambda value: [to_plain(v) for v in value]


def _same(value: Any) -> Any:
    return value


@cache
def _reader(kind: Hashable) -> Reader:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = _reader(next(a for a in args if a is not type(None)))
        return lambda v: None if v is None else inner(v)
    if origin is tuple:
        each = _reader(args[0])
        return lambda v: tuple(each(i) for i in v)
    if origin is not None and issubclass(origin, Mapping):
        value = _reader(args[1])
        return lambda v: MappingProxyType({k: value(i) for k, i in v.items()})
    if kind is datetime:
        return instant
    if kind is Decimal:
        return Decimal
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass_reader(kind)
    return lambda v: v


def _dataclass_reader(kind: type[Any]) -> Reader:
    hints = get_type_hints(kind)
    readers = {f.name: _reader(hints[f.name]) for f in fields(kind)}

    def read(data: Mapping[str, Any]) -> Any:
        return kind(**{name: read(data[name]) for name, read in readers.items() if name in data})

    return read

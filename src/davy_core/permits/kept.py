"""A state as its row keeps it: plain, and marked with the shape that it was written in.

A row of an older release lacks what has come to the state since. Only the events tell that, so such a row is
folded anew before anything is decided on it, and is no lie as long as what it does tell is true.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from davy_core.permits.plain import to_plain

__all__ = ["is_of_today", "kept", "tells"]

FOLD = 1
"""To be raised when the same events fold to something else in the same shape."""
_MARK = "_shape"


def kept(state: Any) -> dict[str, Any]:
    """The plain form of a state with its mark, for the row."""
    return {**to_plain(state), _MARK: shape(type(state))}


def is_of_today(kind: type[Any], doc: Mapping[str, Any]) -> bool:
    """Whether a row was written in the shape that the state has in this release."""
    return doc.get(_MARK) == shape(kind)


def tells(doc: Mapping[str, Any], state: Any) -> bool:
    """Whether a row tells what its events fold to: all of it, or as much of it as its release knew."""
    said = {key: value for key, value in doc.items() if key != _MARK}
    found = to_plain(state)
    return said == found if is_of_today(type(state), doc) else _agrees(said, found)


def _agrees(said: Any, found: Any) -> bool:
    if isinstance(said, dict) and isinstance(found, dict):
        return all(key in found and _agrees(value, found[key]) for key, value in said.items())
    if isinstance(said, list) and isinstance(found, list):
        return len(said) == len(found) and all(map(_agrees, said, found))
    return bool(said == found)


def shape(kind: Any) -> str:
    """A short name for the fields of a dataclass and of all that it is made of."""
    return _named(kind)


@cache
def _named(kind: Hashable) -> str:
    told = "\n".join(sorted(set(_fields(kind, set())))) + f"\n{FOLD}"
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _fields(kind: Any, seen: set[Any]) -> Iterator[str]:
    for part in get_args(kind):
        yield from _fields(part, seen)
    if not (isinstance(kind, type) and is_dataclass(kind)) or kind in seen:
        return
    seen.add(kind)
    hints = get_type_hints(kind)
    for field in fields(kind):
        yield f"{kind.__name__}.{field.name}: {hints[field.name]}"
        yield from _fields(hints[field.name], seen)

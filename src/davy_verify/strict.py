"""Reads JSON that can be read in one way only: no key twice, no fraction, no part that nobody knows.

Two readers of one line must never come to two meanings, so what is not exactly of the form is refused.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

__all__ = ["form"]


def form(line: bytes, parts: Mapping[str, tuple[type, ...]]) -> dict[str, Any]:
    """The object on this line, which has exactly these parts, each of one of its types (a bool is no int).
    Raises ValueError."""
    try:
        told = json.loads(line.decode(), object_pairs_hook=_once, parse_float=_no, parse_constant=_no)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(told, dict) or told.keys() != parts.keys():
        raise ValueError("a line has other parts than it should")
    for name, types in parts.items():
        if type(told[name]) not in types:
            raise ValueError(f"{name} is of another kind")
    return told


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands there twice")
    return found


def _no(text: str) -> object:
    raise ValueError(f"{text} is not a whole number")

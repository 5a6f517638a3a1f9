"""Old events in today's shape: one function per (type, version) that is no longer written.

A released event version is never edited. When a shape changes, its new version is written and a function here
turns the old data into it, so that the fold reads every permit ever made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from davy_core.permits.apply import apply
from davy_core.permits.state import Permit

Data = Mapping[str, Any]
CURRENT = 1
UPCASTS: Mapping[tuple[str, int], Callable[[Data], Data]] = {}


def upcast(event_type: str, version: int, data: Data) -> Data:
    """The data in the current version. Raises ValueError for a version that is newer than this program, and
    KeyError for an old one that nobody taught it."""
    if version > CURRENT:
        raise ValueError(f"{event_type} v{version} was written by a newer release")
    while version < CURRENT:
        data = UPCASTS[event_type, version](data)
        version += 1
    return data


def fold(events: Iterable[tuple[str, int, Data]]) -> Permit | None:
    """The permit that these (type, version, data) make, or None when there are none."""
    permit: Permit | None = None
    for event_type, version, data in events:
        permit = apply(permit, event_type, upcast(event_type, version, data))
    return permit

"""What several kinds of events say in the same way: an arrival on site, one less of a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from davy_core.instants import instant
from davy_core.permits.parts import CheckIn


def arrival(data: Mapping[str, Any]) -> CheckIn:
    """When and how well somebody's presence was proven."""
    return CheckIn(instant(data["at"]), data["on_site"], data.get("distance_m"))


def without(items: tuple[str, ...], one: str) -> tuple[str, ...]:
    """The items but this one."""
    return tuple(item for item in items if item != one)

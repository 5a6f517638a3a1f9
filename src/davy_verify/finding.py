"""What a check came to, as a code with what it is about; `words` says it in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["BROKEN", "OPEN", "PROVEN", "TOLD", "Finding", "worst"]

PROVEN, OPEN, BROKEN = 0, 2, 1
"""Proven; not proven, though nothing speaks against it; and not true. Also the exit codes."""
TOLD = -1
"""What no bundle can prove, said so that nobody takes it for proven."""


@dataclass(frozen=True)
class Finding:
    """One statement about the bundle."""

    level: int
    code: str
    about: Mapping[str, object] = field(default_factory=dict)


def worst(found: list[Finding]) -> int:
    """The exit code: broken beats open, open beats proven. Nothing found is nothing proven."""
    levels = {finding.level for finding in found} - {TOLD}
    return BROKEN if BROKEN in levels or not levels else OPEN if OPEN in levels else PROVEN

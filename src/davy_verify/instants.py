"""Reads an instant as Davy writes it: UTC to the millisecond, in one form only."""

from __future__ import annotations

import re
from datetime import UTC, datetime

__all__ = ["instant"]

_INSTANT = re.compile(
    r"(?!0000)\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z",
    re.ASCII,
)


def instant(told: object) -> datetime | None:
    """The instant, None for what is none."""
    try:
        fits = isinstance(told, str) and _INSTANT.fullmatch(told)
        return datetime.fromisoformat(str(told)).astimezone(UTC) if fits else None
    except ValueError:
        return None

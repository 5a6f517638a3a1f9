"""Instants as text: RFC 3339 UTC with milliseconds, the one spelling that events, facts and rows use."""

from __future__ import annotations

from datetime import UTC, datetime


def iso(moment: datetime) -> str:
    """The RFC 3339 text of an aware instant, e.g. 2026-11-21T08:00:00.000Z. Raises ValueError when naive."""
    if moment.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def instant(text: object) -> datetime:
    """The aware instant of an RFC 3339 text. Raises ValueError when it is not one, or naive."""
    if not isinstance(text, str):
        raise ValueError("an instant is a text")  # noqa: TRY004 - what came is data, not a mistake of ours
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return moment

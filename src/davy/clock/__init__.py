"""The only clock of Davy: whoever needs the time takes it here, so that a test can step everybody at once.

With ``DAVY_ENV=test`` the file named by ``DAVY_CLOCK_OFFSET_FILE`` holds a number of seconds as text.
It is read at every call, so all processes of an installation step together when the file is replaced.
"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

__all__ = ["floor", "now"]


def now() -> datetime:
    """The present instant: aware, UTC, whole milliseconds (what an event can carry without loss)."""
    return floor(datetime.now(UTC) + _offset())


def floor(instant: datetime) -> datetime:
    """The same instant in UTC with everything below a millisecond cut off.

    Raises ValueError for a datetime without a time zone: such a value names no instant.
    """
    if instant.tzinfo is None:
        raise ValueError(f"{instant!r} has no time zone")
    in_utc = instant.astimezone(UTC)
    return in_utc.replace(microsecond=in_utc.microsecond // 1000 * 1000)


def _offset() -> timedelta:
    """How far the test harness has stepped the clock; zero in every other environment."""
    if os.environ.get("DAVY_ENV") != "test":
        return timedelta(0)
    name = os.environ.get("DAVY_CLOCK_OFFSET_FILE", "")
    if not name:
        return timedelta(0)
    try:
        text = Path(name).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return timedelta(0)
    return timedelta(seconds=float(text or "0"))

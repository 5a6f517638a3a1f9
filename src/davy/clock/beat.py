"""Whether the clock that watches permits is running: without it nothing may go live (S18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from davy import clock
from davy.db import rows

__all__ = ["SILENT_AFTER", "STEADY_AFTER", "BeatState", "state", "strike"]

SILENT_AFTER = timedelta(seconds=30)
STEADY_AFTER = timedelta(minutes=1)


@dataclass(frozen=True)
class BeatState:
    """`at` is the last beat (None: never), `ok` whether it is fresh and the wall clock did not jump
    lately."""

    at: datetime | None
    ok: bool


def state() -> BeatState:
    """The heartbeat as it stands now."""
    row = rows.one("SELECT at, steady_since FROM clock_beat WHERE id = 1")
    if row is None:
        return BeatState(None, ok=False)
    now = clock.now()
    fresh = abs(now - row["at"]) <= SILENT_AFTER
    return BeatState(row["at"], ok=fresh and now - row["steady_since"] >= STEADY_AFTER)


def strike(*, jumped: bool) -> None:
    """The clock has run: note it. A jump of the wall clock starts the minute of distrust anew."""
    now = clock.now()
    steady = now if jumped else now - STEADY_AFTER
    rows.run(
        "INSERT INTO clock_beat (id, at, steady_since) VALUES (1, %s, %s) ON CONFLICT (id) DO UPDATE"
        " SET at = excluded.at,"
        " steady_since = CASE WHEN %s THEN excluded.steady_since ELSE clock_beat.steady_since END",
        (now, steady, jumped),
    )

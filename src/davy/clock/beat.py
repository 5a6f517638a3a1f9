"""Whether the clock that watches permits is running: without it nothing may go live (S18).

The row is the whole server's and holds no company's data; it stands outside of row security.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from davy import clock
from davy.db import rows
from davy.ids import uuid7

__all__ = [
    "NEVER",
    "SILENT_AFTER",
    "STEADY_AFTER",
    "BeatState",
    "close_gap",
    "incidents",
    "open_gap",
    "state",
    "strike",
]

SILENT_AFTER = timedelta(seconds=30)
STEADY_AFTER = timedelta(minutes=1)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Since when nobody watched, when nobody ever did: a gap longer than every limit."""


@dataclass(frozen=True)
class BeatState:
    """`at` is the last beat (None: never) and `age_s` how many seconds ago it was.

    `ok`: it is fresh and the wall clock did not jump lately. `gap_s` is set only while permits are judged
    for a time in which nobody watched them: how long that was, in seconds. Downtime is unknown, not OK.
    """

    at: datetime | None
    ok: bool
    age_s: float | None = None
    gap_s: float | None = None


def state() -> BeatState:
    """The heartbeat as it stands now."""
    row = rows.one("SELECT at, steady_since, gap_from FROM clock_beat WHERE id = 1")
    if row is None:
        return BeatState(None, ok=False)
    now = clock.now()
    age = now - row["at"]
    gap = abs(now - row["gap_from"]) if row["gap_from"] else None
    steady = now - row["steady_since"] >= STEADY_AFTER
    return BeatState(
        at=None if row["at"] == NEVER else row["at"],
        ok=gap is None and steady and abs(age) <= SILENT_AFTER,
        age_s=None if row["at"] == NEVER else age.total_seconds(),
        gap_s=None if gap is None else gap.total_seconds(),
    )


def strike(*, jumped: bool, seconds: float = 0.0) -> None:
    """The clock has run: note it. A jump of the wall clock, by so many seconds, begins the minute of distrust
    anew and is recorded."""
    now = clock.now()
    steady = now if jumped else now - STEADY_AFTER
    rows.run(
        "INSERT INTO clock_beat (id, at, steady_since) VALUES (1, %s, %s) ON CONFLICT (id) DO UPDATE"
        " SET at = excluded.at,"
        " steady_since = CASE WHEN %s THEN excluded.steady_since ELSE clock_beat.steady_since END",
        (now, steady, jumped),
    )
    if jumped:
        _record(now, "jump", seconds)


def open_gap() -> float | None:
    """Before judging after a stop: how long nobody watched, in seconds, when that was longer than 30 s.

    A gap that an earlier start began to make up for and did not finish counts from its own beginning.
    """
    found = state()
    if found.gap_s is None and found.age_s is not None and abs(found.age_s) <= SILENT_AFTER.total_seconds():
        return None
    rows.run(
        "INSERT INTO clock_beat (id, at, steady_since, gap_from) VALUES (1, %(never)s, %(never)s, %(never)s)"
        " ON CONFLICT (id) DO UPDATE SET gap_from = least(clock_beat.gap_from, clock_beat.at)",
        {"never": NEVER},
    )
    return state().gap_s


def close_gap() -> None:
    """Every permit has been judged for the gap: record it and go on watching."""
    found = state()
    rows.run("UPDATE clock_beat SET gap_from = NULL WHERE id = 1")
    if found.gap_s is not None and found.at is not None:
        _record(clock.now(), "gap", found.gap_s)
    strike(jumped=False)


def incidents(since: datetime) -> list[dict[str, object]]:
    """Gaps and jumps since the instant, newest first: {at, kind, seconds}."""
    return rows.many(
        "SELECT at, kind, seconds FROM clock_incident WHERE at >= %s ORDER BY at DESC, id", (since,)
    )


def _record(at: datetime, kind: str, seconds: float) -> None:
    rows.run(
        "INSERT INTO clock_incident (id, at, kind, seconds) VALUES (%s, %s, %s, %s)",
        (uuid7(), at, kind, seconds),
    )

"""What the archive answers, as the interface describes it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema

__all__ = ["LookOut", "MismatchOut", "WatchOut"]


class LookOut(Schema):
    """One look through all evidence that came to its end; `ended_at` says when. Counts of what was read."""

    began_at: datetime
    ended_at: datetime
    streams: int
    events: int
    entries: int
    files: int
    faults: int


class MismatchOut(Schema):
    """Something that does not hold. `subject`: ``permit/<id>``, ``entry 7`` of the log, or a file's hash;
    `number` is the permit's; `why` a word of the check that failed."""

    part: Literal["chain", "row", "log", "file"]
    subject: str
    why: str
    number: str | None
    found_at: datetime
    seen_at: datetime


class WatchOut(Schema):
    """`last` is null while no look ever came to its end; `begun_at`: one began since and has not ended.
    `late`: nobody may rely on the last one any more. Of all `files` so many were read within `nights`."""

    last: LookOut | None
    begun_at: datetime | None
    late: bool
    files: int
    files_checked: int
    nights: int
    mismatches: list[MismatchOut]
    more: bool

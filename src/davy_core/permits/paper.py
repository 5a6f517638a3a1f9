"""What a permit keeps about its paper: the numbered sheets that were printed of it, and what was later
entered from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Sheet:
    """One printed sheet. `n` counts from 1 within the permit; `purpose` is form (the ticket as it stood) or
    fill (lines to be filled by hand). Only the newest of a purpose stands: it replaces the one before it."""

    n: int
    purpose: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Captured:
    """One entry of a sheet: `wrote` wrote it at `written_at`, `by` entered it at `at`. It is a copy of paper
    and never more: nothing asks it whether a condition is met. `bad`: it says something is wrong. `agrees` is
    what a second person found who held it against the photo; None until then."""

    n: int
    sheet: int
    what: str
    wrote: str
    written_at: datetime
    by: str
    at: datetime
    bad: bool = False
    checked_by: str | None = None
    agrees: bool | None = None


@dataclass(frozen=True)
class Decision:
    """A third person decided whether entry `entry`, which a second found to be not so, stands."""

    entry: int
    by: str
    stands: bool


@dataclass(frozen=True)
class Move:
    """Somebody went in or came out, as entry `entry` says. `counts`: of a way in, that nobody has told his
    way out yet, so that he is in the register by it; of a way out, that a second person agreed."""

    entry: int
    person: str
    at: datetime
    way: str
    counts: bool = False

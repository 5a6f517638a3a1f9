"""What was so when somebody went through a gate: had he leave, was it taken back before, does anybody know
him."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

SETTLES = timedelta(seconds=5)
"""A passage in these seconds after a pass was taken back happened at the same time: no gate hears faster."""


@dataclass(frozen=True)
class PassHeld:
    """A pass of the person at this gate, as it was given and taken back."""

    start: datetime
    end: datetime
    granted_at: datetime
    revoked_at: datetime | None = None


def verdict(way: str, at: datetime, held: Iterable[PassHeld], *, known: bool, only_ours: bool) -> str:
    """ok; out; unknown: nobody's badge; revoked: he went in although his leave was taken back; no_pass: he
    went in without, where everybody needs one; other: he went in where others are let in by others too.

    Whoever goes out does what he should, with a pass and without."""
    if way == "out":
        return "out" if known else "unknown"
    if not known:
        return "unknown"
    passes = list(held)
    if any(_covers(one, at) for one in passes):
        return "ok"
    if any(one.revoked_at is not None and one.revoked_at < at < one.end for one in passes):
        return "revoked"
    return "no_pass" if only_ours else "other"


def rings(found: str, way: str, *, only_ours: bool) -> str | None:
    """The kind of alarm that a passage asks for, or None."""
    if found == "revoked":
        return "gate_passed_revoked"
    if way == "in" and only_ours and found in {"no_pass", "unknown"}:
        return "gate_passed_without"
    return None


def _covers(one: PassHeld, at: datetime) -> bool:
    until = one.end if one.revoked_at is None else min(one.end, one.revoked_at + SETTLES)
    return max(one.start, one.granted_at - SETTLES) <= at < until

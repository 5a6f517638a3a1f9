"""How often an alarm rings, who is called higher up, and for how long it may be shelved: as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from davy_core.fields import Fields

__all__ = ["Bell", "bells", "seconds"]

LONGEST = 7 * 24 * 3600
SHORTEST = 30
"""The floor under every pause, in seconds: a bell that never rests is no longer heard."""


@dataclass(frozen=True)
class Bell:
    """How alarms of one severity ring again: the `pauses` between rings, of which the last lasts; none = it
    rings once. Which duties are called as well, and after how long without an answer. `shelf`: for how long
    one may be shelved, None = not at all."""

    pauses: tuple[timedelta, ...]
    higher_after: timedelta
    higher: tuple[str, ...]
    shelf: timedelta | None


def bells(top: Fields, severities: frozenset[str]) -> Mapping[str, Bell]:
    """The section `bells` of the contract, one row a severity; what is wrong with it goes to the faults."""
    found = {s: _bell(Fields(row, f"bells.{s}", top.faults)) for s, row in top.entries("bells").items()}
    if found.keys() != severities:
        top.fault(f"bells names {sorted(found)}, not {sorted(severities)}")
    return found


def seconds(row: Fields, key: str) -> timedelta | None:
    """A whole number of seconds, None when absent."""
    found = row.raw(key)
    if found is None:
        return None
    return _span(row, key, found)


def _bell(row: Fields) -> Bell:
    pauses = tuple(_span(row, "pauses_s", pause) for pause in row.items("pauses_s"))
    bell = Bell(
        pauses, seconds(row, "higher_after_s") or timedelta(0), row.words("higher"), seconds(row, "shelf_s")
    )
    if bell.higher and not (pauses and bell.higher_after):
        row.fault("calls somebody higher up and never rings again")
    row.finish()
    return bell


def _span(row: Fields, key: str, found: object) -> timedelta:
    if isinstance(found, bool) or not isinstance(found, int) or not SHORTEST <= found <= LONGEST:
        row.fault(f"{key} is not a number of seconds from {SHORTEST} to {LONGEST}")
        return timedelta(seconds=SHORTEST)
    return timedelta(seconds=found)

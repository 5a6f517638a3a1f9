"""A stop that the site has not confirmed: whether it is an emergency, and of which place (S8; ADR 0026)."""

from __future__ import annotations

from dataclasses import dataclass

from davy_core.emergencies.book import EmergencyBook

__all__ = ["KIND", "Stop", "reach"]

KIND = "stop_not_confirmed"
"""The alarm that tells of one."""


@dataclass(frozen=True)
class Stop:
    """What stands of it now: whether the work has to be stopped at all, whether the site confirmed that it
    is, and the kinds of the causes that are open."""

    stands: bool
    confirmed: bool
    causes: frozenset[str]


def reach(stop: Stop | None, book: EmergencyBook) -> str | None:
    """The place of its emergency: ``area`` or ``site``; None where there is none, because it is over,
    confirmed, or the crew's own. A stop of which nobody knows anything is one of the area."""
    if stop is None:
        return "area"
    if stop.confirmed or not stop.stands:
        return None
    if stop.causes and stop.causes <= book.own:
        return None
    return "site" if stop.causes and stop.causes <= book.own | book.plant else "area"

"""A share of the readings held against their seals: each night another one, so that all have their turn."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings

from davy.db import tenant
from davy.readings.store import day_of
from davy.watch.night.store import Fault
from davy.watch.sealing.stream import day, line
from davy_core.instants import iso
from davy_core.sealing.deciding import Line

__all__ = ["MOST", "faults"]

MOST = 1_000_000
"""Readings of one night (j): about a minute of the worker."""


def faults(
    company_id: UUID, now: datetime, again: Collection[str] = (), *, most: int = MOST
) -> Iterator[tuple[str, Fault | None]]:
    """Of each seal that was looked at its subject, and what does not hold: readings that were changed, taken
    away or put in between. `again`: subjects that are looked at whosever turn it is. What is older than
    readings are kept is gone lawfully and its seal stays."""
    for starts, sealed in _share(company_id, now, again, most):
        subject = _subject(starts, sealed)
        with tenant.company(company_id):
            found = line(company_id, sealed.instrument, starts, sealed.after, sealed.upto)
        if found == sealed:
            yield subject, None
        else:
            yield subject, Fault("reading", subject, "fewer" if found.count < sealed.count else "changed")


def _subject(starts: datetime, sealed: Line) -> str:
    return f"{iso(starts)} {sealed.instrument} {sealed.upto}"


def _share(company_id: UUID, now: datetime, again: Collection[str], most: int) -> list[tuple[datetime, Line]]:
    """So many readings at the most, by what stands under one seal; which, the date of the night decides."""
    kept = settings.READINGS_DAYS - 1
    every: list[tuple[datetime, Line]] = []
    with tenant.company(company_id):
        for back in range(kept):
            when: date = day_of(now - timedelta(days=back))
            every += [(seal.starts, one) for seal in day(company_id, when) for one in seal.lines]
    night = now.date().isoformat()
    every.sort(key=lambda pair: sha256(f"{night} {pair[0]} {pair[1].instrument}".encode()).digest())
    share, count = [pair for pair in every if _subject(*pair) in again], 0
    every = [pair for pair in every if pair not in share]
    for starts, one in every:
        count += one.count
        if count > most:
            break
        share.append((starts, one))
    return share

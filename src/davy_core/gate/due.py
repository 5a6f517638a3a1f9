"""Who may go in now, and why not: no live permit, no pass; what is not known lets nobody in (B7).

A pass is a permission to go in. Nobody needs one to go out, and nothing here takes that away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from davy_core.gate.book import GateBook
from davy_core.gate.seen import PermitSeen

WHY = ("time", "paused", "frozen", "person", "barred", "certificate", "ended", "off_permit")
"""Why somebody is not let in; of several permits the first of these that holds is told."""


@dataclass(frozen=True)
class Due:
    """What one person is due at a gate: from when, until when, by which permits (ids, sorted)."""

    start: datetime
    end: datetime
    permits: tuple[str, ...]


def due_passes(permits: Iterable[PermitSeen], now: datetime, book: GateBook) -> Mapping[str, Due]:
    """Person id → what he is due now. Windows that are open now overlap now, so that their union has no
    gap."""
    return _united((p for p in permits if p.start - book.lead <= now < p.end), now, book)


def listed(
    permits: Iterable[PermitSeen], now: datetime, until: datetime, book: GateBook
) -> tuple[tuple[str, Due], ...]:
    """For a list that is written down: each person and permit by itself, whose window is open at some time
    from now to `until`, cut at `until`; the earliest first. It is judged as things stand now, and says so."""
    rows = []
    for permit in permits:
        start, end = permit.start - book.lead, min(permit.end, until)
        if start >= until or permit.end <= now:
            continue
        known = [who for who in permit.duties if against(permit, who, max(now, start), book) is None]
        rows += [(who, Due(max(start, now), end, (permit.id,))) for who in known]
    return tuple(sorted(rows, key=lambda row: (row[1].start, row[0], row[1].permits)))


def against(permit: PermitSeen, person: str, now: datetime, book: GateBook) -> str | None:
    """Why this permit does not let the person in now, by WHY; None when it does."""
    duties = permit.duties.get(person)
    if not duties:
        return "off_permit"
    allowed = duties & book.states.get(permit.state, frozenset())
    if not allowed or permit.end <= now:
        return "ended"
    if now < permit.start - book.lead:
        return "time"
    if set(permit.causes) - book.pauses or (permit.state == "paused" and not permit.causes):
        return "paused"
    if permit.frozen:
        return "frozen"
    return _unfit(permit, person, allowed, book)


def _unfit(permit: PermitSeen, person: str, duties: frozenset[str], book: GateBook) -> str | None:
    """He must be known and active, and fit for one of the duties that let him in at the least."""
    known = permit.people.get(person)
    if known is None or known.status != "active":
        return "person"
    if known.barred:
        return "barred"
    fit = any(known.certificates.get(duty, "unknown") in book.certificates for duty in duties)
    return None if fit else "certificate"


def why_not(permits: Iterable[PermitSeen], person: str, now: datetime, book: GateBook) -> str:
    """Why he is let in no more, looking at the permits that let him in before; none of them left = ended."""
    found = {against(permit, person, now, book) for permit in permits} - {None}
    return next((why for why in WHY if why in found), "ended")


def _united(permits: Iterable[PermitSeen], now: datetime, book: GateBook) -> Mapping[str, Due]:
    found: dict[str, Due] = {}
    for permit in permits:
        for person in permit.duties:
            if against(permit, person, now, book) is not None:
                continue
            start, held = permit.start - book.lead, found.get(person)
            if held is None:
                found[person] = Due(start, permit.end, (permit.id,))
            else:
                named = tuple(sorted({*held.permits, permit.id}))
                found[person] = Due(min(held.start, start), max(held.end, permit.end), named)
    return found

"""Whom an alarm about paper is told: who answers for the sheets, and the posts that look after the place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy.door.streams import Saving
from davy.outages import queries
from davy.people import queries as people
from davy_core.outages.state import Block, Outage

__all__ = ["bodies"]


def bodies(saving: Saving) -> list[Mapping[str, Any]]:
    """One `raise_alarm` body (without its episode) for each alarm among the events."""
    raised = [e for e in saving.events if e.type == "AlarmRaised"]
    if not raised:
        return []
    state: Outage | Block = saving.after
    return [
        {
            "permit": None,
            "number": state.number,
            "kind": e.data["kind"],
            "code": None,
            "subject": e.data["subject"],
            "at": e.data["at"],
            "by": e.data["by"],
            "tell": [p for p in _told(saving, state, str(e.data["subject"])) if p != e.data["by"]],
        }
        for e in raised
    ]


def _told(saving: Saving, state: Outage | Block, subject: str) -> list[str]:
    company, posts = saving.envelope.company, saving.facts.book.leaders
    holder = [state.holder] if isinstance(state, Block) else []
    found = [
        person
        for area in _areas(company, state, subject)
        for code, held in people.posts(company, area).items()
        if code in posts
        for person in (held.holder, held.deputy)
        if person
    ]
    return list(dict.fromkeys([*holder, *found]))


def _areas(company: UUID, state: Outage | Block, subject: str) -> list[UUID]:
    """Where it is about: the area in which the sheet was worked on; for a sheet that should not be there its
    block's as well, and for all else the block's or the outage's."""
    whole = queries.areas_of(company, state.site, state.areas)
    sheet = state.sheet(subject.partition("/")[0]) if isinstance(state, Block) else None
    if sheet is None or sheet.used is None:
        return whole
    here = UUID(sheet.used.place.area)
    return [here] if here in whole else [here, *whole]

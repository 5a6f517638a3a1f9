"""What a card tells of work without a connection: who asked for what, and when the next call is due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Schema

from davy.problems.shapes import Words
from davy_core.instants import iso
from davy_core.permits.calling import call_every, last_heard
from davy_core.permits.facts import Facts
from davy_core.permits.state import Permit

__all__ = ["AskedOut", "UntetheredOut", "of"]


class AskedOut(Schema):
    """A step that somebody asked for without a connection, at the instant his phone tells. Nothing has come
    of it yet: he takes it himself as soon as he can be heard (S16)."""

    what: str
    title: Words
    by: UUID
    name: str | None
    at: datetime


class UntetheredOut(Schema):
    """Work that was approved to go on without signal: its detector, when somebody there was last heard of,
    and by when the next call must come while it is active (S17)."""

    detector: str
    heard_at: datetime | None
    next_call_at: datetime | None


def of(permit: Permit, facts: Facts, names: Mapping[str, str]) -> dict[str, Any]:
    """`asked` and `untethered` of the card."""
    titles = facts.rulebook.lifecycle.rules
    asked = [
        {
            "what": a.what,
            "title": dict(titles[a.what].title),
            "by": a.by,
            "name": names.get(a.by),
            "at": iso(a.at),
        }
        for a in permit.asked
    ]
    return {"asked": asked, "untethered": _untethered(permit, facts)}


def _untethered(permit: Permit, facts: Facts) -> dict[str, Any] | None:
    if permit.untethered is None:
        return None
    heard, every = last_heard(permit, facts), call_every(facts.rulebook)
    due = heard + every if heard and every and permit.state == "active" else None
    return {
        "detector": permit.untethered.detector,
        "heard_at": iso(heard) if heard else None,
        "next_call_at": iso(due) if due else None,
    }

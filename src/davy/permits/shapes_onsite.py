"""What was seen on site, as the card tells it: who is inside, the watch for embers, checks, failed items."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema

from davy.permits.shapes import Named

__all__ = ["FireOut", "FiveChecks", "RectificationOut", "RegisterOut"]


class RegisterOut(Schema):
    """Who and what is inside the space now."""

    people: list[Named]
    tools: list[str]


class FireOut(Schema):
    """The watch after hot work; `watch_until` is the earliest instant of its end (S14)."""

    finished_at: datetime | None
    checked_at: datetime | None
    clear: bool
    watch_until: datetime | None


class FiveChecks(Schema):
    """五必查: when, and whether all five were good."""

    at: datetime | None
    ok: bool


class RectificationOut(Schema):
    """A failed item of the acceptance, its deadline, and when it was put right."""

    id: str
    due: datetime
    done_at: datetime | None

"""The values and checks of a permit beside gas, as the interface describes them."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema

from davy.permits.shapes import Item, Named

__all__ = ["RecordRow"]


class Made(Schema):
    """One that was recorded; `value` is null for a check."""

    at: datetime
    by: Named
    ok: bool
    value: str | None
    photo: str | None


class RecordRow(Item):
    """A record the permit asks for. `open`: may be made in this state; `ok`: of the newest one, null before
    there is one; `again`: when the next is due while work goes on. Limits are decimal text in `unit`."""

    clause: str
    kind: Literal["number", "check"]
    photo: bool
    unit: str | None
    least: str | None
    most: str | None
    due: list[Literal["before_sign", "before_start", "during", "before_accept"]]
    every_s: int | None
    open: bool
    ok: bool | None
    again: datetime | None
    made: list[Made]

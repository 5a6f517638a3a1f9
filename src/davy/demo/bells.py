"""Alarms of the simulated company: the control room sees them, somebody goes there, somebody closes them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy.alarms import queries as alarms
from davy.db import tenant
from davy.demo import sources
from davy.demo.cast import Cast
from davy.demo.dice import Dice
from davy.demo.hand import Hand
from davy.demo.scene import Act
from davy_core.permits.facts import Post

__all__ = ["Bells"]

# From each state: the command, the post whose holder gives it, and the minutes until he does.
STEPS = {
    "raised": ("acknowledge_alarm", "control_room", (0.5, 2.5)),
    "acknowledged": ("handle_alarm", "shift_leader", (3.0, 12.0)),
    "handled": ("close_alarm", "shift_leader", (3.0, 12.0)),
}
SOON = timedelta(seconds=20)
PATIENCE = 3  # refusals of one alarm, then it is left to somebody else


class Bells:
    """The people who see to alarms."""

    def __init__(self, cast: Cast, hand: Hand, *, simulated: bool) -> None:
        """`simulated`: they live in the time they are told."""
        self._cast, self._hand, self._simulated = cast, hand, simulated
        self._refused: dict[str, int] = {}

    def open(self, permit: str | None = None) -> list[dict[str, Any]]:
        """The open alarms, of one permit or of all."""
        with tenant.company(self._cast.company):
            if permit is not None:
                return alarms.open_for(self._cast.company, UUID(permit))
            return alarms.board(self._cast.company, state="open")

    def attend(self, alarm: dict[str, Any], area: str | None, now: datetime) -> datetime | None:
        """Do what is due about one open alarm of an area; when to look again, None when that is nothing.

        Raises DoorBusyError."""
        known = str(alarm["id"])
        if alarm["state"] not in STEPS or self._refused.get(known, 0) >= PATIENCE:
            return None
        kind, post, (least, most) = STEPS[alarm["state"]]
        last = max(at for at in (alarm["last_at"], alarm["acknowledged_at"], alarm["handled_at"]) if at)
        due: datetime = last + Dice(known).minutes(least, most, kind, alarm["count"])
        who = self._holder(area, post)
        if due > now or who is None:
            return due if who else None
        note = Dice(known).choice(sources.jobs()["alarm_handled"], kind)
        act = Act(now, who, kind, {} if kind == "acknowledge_alarm" else {"note": note})
        answer = self._hand.alarm(known, act, now if self._simulated else None)
        if answer["verdict"] != "accepted":
            self._refused[known] = self._refused.get(known, 0) + 1
        return now + SOON

    def _holder(self, area: str | None, code: str) -> str | None:
        posts = self._cast.posts.get(area or "") or next(iter(self._cast.posts.values()))
        post = posts.get(code, Post())
        return post.holder or post.deputy

"""How far an instant is believed that a phone wrote down (S4)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

Clock = Literal["device_synced", "device_free"]

TOLERANCE = timedelta(seconds=60)
"""A phone that says it knows the server's time may be this much off."""


def believed(
    told: Clock | None,
    occurred_at: datetime,
    now: datetime,
    before: datetime | None,
    enrolled_at: datetime | None = None,
) -> Clock | None:
    """The quality of the clock behind `occurred_at`. `before` is when the command before it in the chain
    occurred. None stays None: the sender leaves the instant to the server. `enrolled_at` is when the key came
    in: what it signs of the time before it cannot vouch for.

    A clock that runs ahead of the server, or that was set back between two commands, is a free one: what it
    says may fail a gate and never satisfy one."""
    if told is None:
        return None
    ahead = occurred_at > now + TOLERANCE
    back = before is not None and occurred_at < before - TOLERANCE
    early = enrolled_at is not None and occurred_at < enrolled_at - TOLERANCE
    return "device_free" if ahead or back or early else told

"""Follows the broker's own log file for gateways that publish where they may not.

MQTT 3.1.1 has no "no": the broker acknowledges such a message and drops it. Only its log tells. Where the
broker is not ours, whoever runs it reads that log.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

from davy.instruments import gateways
from davy.sensing import refusals
from davy.sensing.tail import Tail

__all__ = ["follow", "read"]

_log = logging.getLogger(__name__)

_EVERY = 1.0  # seconds
_LINE = re.compile(r'- "(?P<user>[^"]+)" - (Publish|Subscription) Violation - Subject "(?P<subject>[^"]+)"')
_MOST = 200  # lines a turn; a flood is counted as far as this


def read(line: str) -> tuple[str, str] | None:
    """User and subject of a violation, None for another line."""
    found = _LINE.search(line)
    return (found["user"], found["subject"]) if found else None


async def follow(path: str, in_thread: Callable[[Callable[[], Any]], Awaitable[Any]]) -> None:
    """Count what comes from now on."""
    tail = Tail(Path(path))
    while True:
        await asyncio.sleep(_EVERY)
        told = [found for line in tail.more().splitlines() if (found := read(line))]
        for user, subject in told[:_MOST]:
            try:
                await in_thread(partial(_count, user, subject))
            except Exception:  # noqa: BLE001 - what cannot be counted now must not end the counting
                _log.exception("a violation could not be counted")


def _count(user: str, subject: str) -> None:
    gateway = gateways.known(user)
    if gateway is not None:
        refusals.note(gateway, "topic_forbidden", subject)

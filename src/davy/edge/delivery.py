"""What was sent to the centre and is not known to be stored there: by what it says, what may be forgotten."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from davy_core.instants import iso

__all__ = ["Delivery", "stamped"]

TRIES = 3
"""So often one that does not come to be stored is sent again; the centre has set it aside, and told why."""
MOST = 100_000  # sent and not stored, of one instrument; the oldest is then kept by the log alone


@dataclass(frozen=True)
class _Sent:
    number: int
    boot: str | None
    seq: int | None

    def stored(self, told: Mapping[str, Any]) -> bool:
        """Whether the centre says so. Of a boot without a name only the very number counts: after a restart
        the same numbers come again."""
        if self.seq is None or self.boot != told.get("boot"):
            return False
        upto = int(told["seq"])
        return self.seq == upto if self.boot is None else self.seq <= upto and not self.missing(told)

    def missing(self, told: Mapping[str, Any]) -> bool:
        """Whether the centre says that it never came."""
        same = self.seq is not None and self.boot is not None and self.boot == told.get("boot")
        return same and any(int(a) <= (self.seq or 0) <= int(z) for a, z in told.get("missing") or ())


@dataclass
class _Line:
    sent: deque[_Sent] = field(default_factory=deque)
    head: int = 0  # when last asked what stands still
    tries: int = 0


class Delivery:
    """By serial number, in the order in which it was sent."""

    def __init__(self) -> None:
        self._lines: dict[str, _Line] = {}

    def sent(self, serial: str, number: int, raw: bytes) -> None:
        """A message of the log is on its way."""
        boot, seq = _named(raw)
        line = self._lines.setdefault(serial, _Line())
        if line.sent and line.sent[-1].number >= number:
            return  # sent again
        line.sent.append(_Sent(number, boot, seq))
        if len(line.sent) > MOST:
            line.sent.popleft()

    def stored(self, told: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
        """What the centre says; by serial number up to which number of the log all may be forgotten. What
        went before one that is stored was judged before it: it is stored, or set aside there."""
        done = {}
        for serial, one in told.items():
            line = self._lines.get(serial)
            if line is None:
                continue
            last = max((i for i, sent in enumerate(line.sent) if sent.stored(one)), default=-1)
            upto = next((i for i in range(last + 1) if line.sent[i].missing(one)), last + 1)
            for _ in range(upto):
                done[serial] = line.sent.popleft().number
        return done

    def still(self) -> list[int]:
        """The numbers to send again, of instruments of which nothing was stored since this was asked last:
        the word that it is stored may be lost, or the message."""
        again: list[int] = []
        for line in self._lines.values():
            head = line.sent[0].number if line.sent else 0
            line.tries = line.tries + 1 if head and head == line.head else 0
            line.head = head
            if 0 < line.tries <= TRIES:
                again += sorted({head, line.sent[-1].number})
        return again


def stamped(raw: bytes, taken: datetime) -> bytes:
    """The message with the time at which it came here, where it tells none of its own: by when it comes to
    the centre nobody can tell how old it is. Anything but a JSON object goes as it is."""
    told = _object(raw)
    if told is None or "at" in told or "seq" not in told:
        return raw
    return b'{"at":"' + iso(taken).encode() + b'",' + raw.lstrip()[1:]


def _object(raw: bytes) -> dict[str, Any] | None:
    try:
        told = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _named(raw: bytes) -> tuple[str | None, int | None]:
    told = _object(raw) or {}
    boot, seq = told.get("boot"), told.get("seq")
    number = seq if isinstance(seq, int) and not isinstance(seq, bool) else None
    return (None if boot is None else str(boot)), number

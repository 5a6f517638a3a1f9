"""Identifiers: UUID version 7 of RFC 9562, so that keys of one table grow with time.

Their time is the machine's own, not that of ``davy.clock``: it orders rows and proves nothing.
"""

import os
import secrets
import threading
import time
from uuid import UUID

__all__ = ["is_id", "uuid7"]

_TAIL_BITS = 74  # rand_a (12) and rand_b (62) together, used as one counter: RFC 9562 section 6.2, method 2
_STEP_BITS = 32  # how far the counter moves at most within one millisecond; leaves 2**41 ids per millisecond


class _Sequence:
    """Remembers the last identifier of this process, so that the next one is always greater."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self._lock = threading.Lock()
        self._millisecond = 0
        self._tail = 0

    def next(self) -> UUID:
        with self._lock:
            millisecond = time.time_ns() // 1_000_000
            if millisecond > self._millisecond:
                self._millisecond = millisecond
                self._tail = secrets.randbits(_TAIL_BITS - 1)  # the top bit stays free as room to count
            else:
                # Same millisecond, or the clock went back: keep the time and count on.
                self._tail += 1 + secrets.randbits(_STEP_BITS)
                if self._tail >> _TAIL_BITS:
                    self._millisecond += 1
                    self._tail = secrets.randbits(_TAIL_BITS - 1)
            return _pack(self._millisecond, self._tail)


def _pack(millisecond: int, tail: int) -> UUID:
    rand_a, rand_b = tail >> 62, tail & ((1 << 62) - 1)
    return UUID(int=(millisecond << 80) | (0x7 << 76) | (rand_a << 64) | (0b10 << 62) | rand_b)


_sequence = _Sequence()
# A forked child must not count on from its parent's number, nor inherit a lock held by a lost thread.
os.register_at_fork(after_in_child=_sequence.forget)


def uuid7() -> UUID:
    """A new identifier: unique, and greater than every earlier one of this process."""
    return _sequence.next()


def is_id(text: str) -> bool:
    """Whether the text is an identifier, of whatever version."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True

"""Between two looks at the clock: did the machine's wall clock jump, and did nobody look for too long?"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

__all__ = ["JUMP", "SILENCE", "Passed", "Pulse"]

JUMP = 5.0  # seconds by which wall and monotonic clock may part between two beats (S18)
SILENCE = 30.0  # seconds without a beat after which nobody watched (S18)


@dataclass(frozen=True)
class Passed:
    """What passed since the last look, in seconds of a clock nobody can set, and by how many seconds the wall
    clock jumped meanwhile."""

    seconds: float
    jump: float = 0.0

    @property
    def jumped(self) -> bool:
        """Whether the wall clock was set, or the machine slept."""
        return abs(self.jump) > JUMP

    @property
    def slept(self) -> bool:
        """Whether time passed in which this machine did nothing, or was set past it: nobody watched then."""
        return self.jump > SILENCE


def _wall() -> float:
    # The machine's own clock: a test that steps Davy's clock does not make the machine's jump.
    return datetime.now(UTC).timestamp()


class Pulse:
    """Remembers the last look of one process."""

    def __init__(
        self, wall: Callable[[], float] = _wall, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin now; the clocks can be others in a test."""
        self._wall, self._monotonic = wall, monotonic
        self._last = (wall(), monotonic())

    def look(self) -> Passed:
        """What passed since the last look, or since the beginning."""
        wall, steady = self._wall(), self._monotonic()
        passed = steady - self._last[1]
        jump = wall - self._last[0] - passed
        self._last = (wall, steady)
        return Passed(passed, jump)

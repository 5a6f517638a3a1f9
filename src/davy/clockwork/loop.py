"""The loop of the clock: beat, tick what is due, ring what nobody answered, sleep until the next instant that
is due or a second, if sooner."""

from __future__ import annotations

import logging
import signal
import threading
import time
from dataclasses import dataclass
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection

from davy import clock
from davy.clock import beat
from davy.clock.pulse import SILENCE, Pulse
from davy.clockwork import recover
from davy.clockwork.bells import ring_due
from davy.clockwork.proofs import look_due
from davy.clockwork.ticking import tick
from davy.permits import queries

__all__ = ["Clockwork", "run"]

_log = logging.getLogger(__name__)

BEAT_EVERY = 1.0  # seconds
BATCH = 200
_AGAIN = 0.1  # seconds until the next turn while there is work left
_LONGEST_WAIT = 60.0  # seconds between two tries at a permit that cannot be ticked
_EVER = float("-inf")


def run(stop: threading.Event | None = None) -> None:
    """Watch until told to stop: by the event, or without one by SIGTERM."""
    if stop is None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_, told=stop: told.set())
    work = Clockwork()
    while not stop.is_set():
        try:
            wait = work.turn()
        except (OperationalError, InterfaceError):
            _log.exception("the database does not answer")
            connection.close()
            wait = BEAT_EVERY
        stop.wait(wait)


class Clockwork:
    """One clock. It makes up for the time before it at its first turn, and after every silence."""

    def __init__(self, pulse: Pulse | None = None) -> None:
        """A clock that has not looked at anything yet."""
        self._pulse = pulse or Pulse()
        self._jump = 0.0  # of the wall clock, not yet noted
        self._beaten = _EVER  # when it last beat, by the monotonic clock
        self._seen = _EVER  # when it last watched
        self._rings = _EVER  # when it looks for alarms to ring
        self._behind: _Failing | None = _Failing(_EVER, _EVER)  # the recovery that is still to be done
        self._failing: dict[UUID, _Failing] = {}

    def turn(self) -> float:
        """One turn; gives the seconds to sleep. Raises OperationalError when the database is gone."""
        passed, now = self._pulse.look(), time.monotonic()
        if passed.jumped:
            _log.error("the clock of this machine jumped by %.1f s", passed.jump)
            self._jump = passed.jump
        if self._behind is None and (passed.slept or now - self._seen > SILENCE):
            self._behind = _Failing(now, now)
        if self._behind is not None and now >= self._behind.again:
            self._recover(self._behind)
        self._beat()
        found = queries.due(clock.now(), BATCH)
        self._seen = time.monotonic()
        still = {permit for _, permit in found}
        self._failing = {permit: failing for permit, failing in self._failing.items() if permit in still}
        ticked = [self._try(company, permit) for company, permit in found]
        if now >= self._rings:
            self._rings = now + BEAT_EVERY
            ring_due()
            look_due()
        return _AGAIN if any(ticked) else self._rest()

    def _recover(self, behind: _Failing) -> None:
        failed = recover.run()
        self._behind = behind.later(time.monotonic()) if failed else None

    def _beat(self) -> None:
        """At most one beat a second, and none while a permit is not watched: then the clock is not
        running."""
        now = time.monotonic()
        if self._jump:
            beat.strike(jumped=True, seconds=self._jump)
            self._jump = 0.0
        elif self._behind is None and now - self._beaten >= BEAT_EVERY and not self._unwatched(now):
            beat.strike(jumped=False)
            self._beaten = now

    def _unwatched(self, now: float) -> bool:
        return any(now - failing.since > SILENCE for failing in self._failing.values())

    def _try(self, company_id: UUID, permit_id: UUID) -> bool:
        """Tick it; whether that was done. A permit that fails is told loudly and tried again, ever more
        rarely; the others go on."""
        failing = self._failing.get(permit_id)
        if failing is not None and time.monotonic() < failing.again:
            return False
        try:
            done = tick(company_id, permit_id)
        except (OperationalError, InterfaceError):
            raise
        except Exception:  # noqa: BLE001 - one permit's fault must not leave the others unwatched
            _log.exception("permit %s cannot be watched", permit_id)
            now = time.monotonic()
            self._failing[permit_id] = (failing or _Failing(now, now)).later(now)
            done = None
        else:
            self._failing.pop(permit_id, None)
        self._seen = time.monotonic()
        self._beat()
        return bool(done)

    def _rest(self) -> float:
        """Until the next instant that is due, a second at most. What stays due (locked by somebody, or
        failing) is looked at with the next beat."""
        due = queries.next_due()
        left = BEAT_EVERY if due is None else (due - clock.now()).total_seconds()
        return min(left, BEAT_EVERY) if left > 0 else BEAT_EVERY


@dataclass(frozen=True)
class _Failing:
    """Something that could not be done: since when, when to try again, and after how long the next time, in
    seconds of the monotonic clock."""

    since: float
    again: float
    wait: float = BEAT_EVERY

    def later(self, now: float) -> _Failing:
        """The same after one more failure: the pauses grow to a minute."""
        return _Failing(self.since, now + self.wait, min(self.wait * 2, _LONGEST_WAIT))

"""After a stop, before anything is served: every live permit is judged for the time in which nobody
watched (S18).

While it runs, `davy.clock.beat.state()` tells the length of the gap, so that the core can pause what was
unwatched for longer than its silence limit, and void, as of then, what ran past its validity. Nothing
resumes.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import InterfaceError, OperationalError

from davy.clock import beat
from davy.clockwork.ticking import tick
from davy.db import rows
from davy.permits import watching

__all__ = ["run"]

_log = logging.getLogger(__name__)

_PATIENCE = 30.0  # seconds for permits that somebody else is working on
_PAUSE = 0.05
_ALONE = 0x6461767901  # the advisory lock of recovering


def run() -> list[UUID]:
    """Tick every live permit when there was a gap, else what is due; then beat.

    Killed before its end it starts anew, with the gap as it was. Of two clocks that start together one
    judges, the other waits and then finds no gap. Gives the permits that could not be judged: then there
    is no beat, and nothing may go live until they can be. Raises OperationalError or InterfaceError when
    the database is gone.
    """
    with _alone():
        gap = beat.open_gap()
        if gap is not None and beat.state().at is not None:
            _log.warning("nobody watched for %.0f s; judging every live permit", gap)
        failed = _judge_all(only_if_due=gap is None)
        if not failed:
            beat.close_gap()
        return failed


@contextmanager
def _alone() -> Iterator[None]:
    # The database gives the lock back by itself when this process dies.
    rows.one("SELECT pg_advisory_lock(%s::bigint)", (_ALONE,))
    try:
        yield
    finally:
        rows.one("SELECT pg_advisory_unlock(%s::bigint)", (_ALONE,))


def _judge_all(*, only_if_due: bool) -> list[UUID]:
    waiting, failed = watching.live(), list[UUID]()
    end = time.monotonic() + _PATIENCE
    while waiting and time.monotonic() < end:
        waiting = [(c, p) for c, p in waiting if not _judged(c, p, failed, only_if_due=only_if_due)]
        if waiting:
            time.sleep(_PAUSE)
    return [*failed, *(permit for _, permit in waiting)]


def _judged(company_id: UUID, permit_id: UUID, failed: list[UUID], *, only_if_due: bool) -> bool:
    """False when somebody else holds the permit and it must be tried again."""
    try:
        return tick(company_id, permit_id, only_if_due=only_if_due) is not None
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # noqa: BLE001 - one permit's fault must not leave the others unwatched
        _log.exception("permit %s cannot be judged", permit_id)
        failed.append(permit_id)
        return True

"""A broker that is stopped answers nothing, and breaks no connection: whoever asks it waits longer than a
lease lasts. The leases are renewed all the while, and what comes then is read by the same worker."""

from __future__ import annotations

import os
import signal
import time

import pytest

from davy.db import rows
from davy.sensing import lease
from davy.sensing.tests.field import Field, until

pytestmark = pytest.mark.kill

_HELD = "SELECT partition, epoch, until FROM sensing_lease WHERE holder IS NOT NULL ORDER BY partition"


def _epochs() -> dict[int, int]:
    return {row["partition"]: row["epoch"] for row in rows.many(_HELD)}


def _lapsed() -> int:
    """How many leases are over: another worker would take them now."""
    told = rows.one("SELECT count(*) AS n FROM sensing_lease WHERE until <= clock_timestamp()")
    return int(told["n"]) if told else 0


def test_leases_are_renewed_while_the_broker_answers_nothing(field: Field) -> None:
    gateway = field.gateway()
    field.instrument("SN-1")
    field.start()
    gateway.connect(20)
    before = until(_epochs)
    pid = field.broker.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    try:
        # Long enough for a look at the log to begin, and then for a lease to be over twice.
        end = time.monotonic() + 2 * lease.LASTS.total_seconds()
        while time.monotonic() < end:
            assert _lapsed() == 0
            time.sleep(0.1)
    finally:
        os.kill(pid, signal.SIGCONT)
    gateway.send(field.topic("SN-1"), {"seq": 1, "boot": "a", "lel": 1.5})
    until(field.readings)
    assert _epochs() == before

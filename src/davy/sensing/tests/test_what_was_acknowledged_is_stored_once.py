"""kill -9 of reader, broker and both, a database that drops every connection, a clock that steps by an hour,
and a reader that sleeps past its lease: every acknowledged reading is stored exactly once and in the order of
its instrument."""

import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from davy.db import rows
from davy.sensing.tests.field import Client, Field, until

pytestmark = pytest.mark.kill

SERIALS = [f"SN-{n}" for n in range(6)]
EACH = 250


class Sender:
    """Six instruments that tell at once, through one gateway, while something is killed. What the broker did
    not acknowledge the client sends again, as makers' clients do."""

    def __init__(self, field: Field, gateway: Client) -> None:
        self.acked: dict[int, tuple[str, int]] = {}
        self._field, self._gateway = field, gateway
        self._thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        for seq in range(EACH):
            for serial in SERIALS:
                mid = self._gateway.send(
                    self._field.topic(serial), {"seq": seq, "boot": "a", "lel": 1.5}, wait=False
                )
                self.acked[mid] = (serial, seq)
            time.sleep(0.02)

    def __enter__(self) -> "Sender":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.join()

    def done(self) -> bool:
        """Whether the broker acknowledged everything."""
        return set(self.acked) <= set(self._gateway.acked)


def _begun(field: Field) -> Client:
    gateway = field.gateway()
    for serial in SERIALS:
        field.instrument(serial)
    field.start()
    return gateway.connect(60)


def _all_once_and_in_order(field: Field, sender: Sender) -> None:
    until(sender.done)
    until(lambda: len(field.readings()) >= EACH * len(SERIALS))
    found = field.readings()
    assert len(found) == EACH * len(SERIALS)
    for instrument in {row["instrument_id"] for row in found}:
        told = [row["seq"] for row in found if row["instrument_id"] == instrument]
        assert sorted(told) == list(range(EACH))
    assert set(field.aside()) <= {"number_reused"}


def _watch(field: Field) -> None:
    field.kill_watch()
    field.watch()


def _both(field: Field) -> None:
    field.kill_watch()
    field.kill_broker()
    field.watch()


def _database(field: Field) -> None:
    """Every connection but this test's own is dropped, again and again, as by a database that is killed."""
    mine = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    for _ in range(4):
        rows.many(f"{mine} AND datname = current_database() AND usename = current_user", ())
        time.sleep(0.4)


def _clock(field: Field) -> None:
    """Forward, then back behind where it was."""
    for seconds in ("3600", "-1800"):
        (field.home / "offset").write_text(seconds, encoding="ascii")
        time.sleep(1)


FAULTS = {
    "the reader": _watch,
    "the broker": Field.kill_broker,
    "both": _both,
    "the database": _database,
    "the clock": _clock,
}


@pytest.mark.parametrize("kill", FAULTS.values(), ids=FAULTS)
def test_a_fault_loses_and_doubles_nothing(
    field: Field, kill: Callable[[Field], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAVY_CLOCK_OFFSET_FILE", str(field.home / "offset"))
    gateway = _begun(field)
    with Sender(field, gateway) as sender:
        until(field.readings)
        kill(field)
    _all_once_and_in_order(field, sender)


def test_who_slept_past_its_lease_writes_nothing(field: Field) -> None:
    gateway = _begun(field)
    with Sender(field, gateway) as sender:
        until(field.readings)
        first = field.watches[0]
        os.kill(first.pid, signal.SIGSTOP)
        field.watch()
        until(lambda: rows.one("SELECT count(DISTINCT holder) AS n FROM sensing_lease WHERE epoch > 1")["n"])  # type: ignore[index]  # a count is always a row
    _all_once_and_in_order(field, sender)
    with suppress(ProcessLookupError):
        os.kill(first.pid, signal.SIGCONT)
    until(lambda: rows.one("SELECT count(DISTINCT holder) AS n FROM sensing_lease")["n"] == 2)  # type: ignore[index]  # a count is always a row
    gateway.send(field.topic(SERIALS[0]), {"seq": EACH, "boot": "a", "lel": 2})
    until(lambda: len(field.readings()) == EACH * len(SERIALS) + 1)

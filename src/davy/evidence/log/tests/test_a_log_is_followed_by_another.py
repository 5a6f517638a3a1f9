"""A new key, or a history that ended with a restore: both keys sign it, and the log tells of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from davy.db import tenant
from davy.evidence import queries
from davy.evidence.log import store
from davy.evidence.log.audit import Audited, audit
from davy.evidence.log.following import NotEndedError, restart, rotate
from davy.evidence.log.integrate import LogBrokenError, integrate
from davy.evidence.log.keys import folder, log_key, succession_file
from davy.evidence.log.succession import Step, public_keys, steps
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from davy.settings.env import BadSettingError
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import opened
from tests.postgres import TestServer

OURS = uuid7()


@pytest.fixture
def superuser(
    committed_db: str, test_server: TestServer, settings: object, tmp_path: Path
) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    setattr(settings, "DATA", tmp_path)  # noqa: B010 - pytest-django's settings take any name
    _grow(3)
    with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        yield connection


def _grow(count: int) -> None:
    for _ in range(count):
        grow(OURS, uuid7())
    integrate(OURS)


def _newest() -> Checkpoint:
    with tenant.company(OURS):
        found = store.checkpoint(OURS)
    assert found is not None
    return Checkpoint.of(opened(found.note, [log_key(OURS).public])[0])


def _faults() -> list[object]:
    return list(audit(OURS, log_key(OURS).public, Audited()))


@pytest.mark.usefixtures("superuser")
def test_a_new_key_goes_on_with_the_same_log() -> None:
    first, before = log_key(OURS).public, _newest()
    step = rotate(OURS, "每年换一次")
    assert (step.old, step.new, step.restart) == (first, log_key(OURS).public, False)
    assert not (folder() / f"{OURS}.pem").exists()
    _grow(2)
    rotate(OURS, "again")
    after = _newest()
    assert (after.origin, after.size) == (
        before.origin,
        before.size + 4,
    )  # two streams, and what tells of each
    assert public_keys(OURS, log_key(OURS).public)[-1] == first
    assert _faults() == []
    with tenant.company(OURS):
        told = queries.events(OURS, "log", OURS)
    assert [event.type for event in told] == ["LogKeyRotated", "LogKeyRotated"]
    with pytest.raises(NotEndedError):
        restart(OURS, "nothing was lost")
    with pytest.raises(ValueError, match="one line"):
        rotate(OURS, "two\nlines")


def test_what_a_restore_lost_is_declared_ended(superuser: psycopg.Connection[tuple[object, ...]]) -> None:
    _grow(4)
    ended = _newest()
    superuser.execute("DELETE FROM evidence_log_entry WHERE index >= 3")  # the database of last night
    superuser.execute("DELETE FROM evidence_log_checkpoint WHERE size > 3")
    superuser.execute("UPDATE evidence_log_tile SET hashes = substr(hashes, 1, 96)")
    with pytest.raises(LogBrokenError, match="set back"):
        integrate(OURS)
    step = restart(OURS, "磁盘损坏，恢复到昨夜的备份")
    assert (step.ended, step.begins.size, step.restart) == (ended, 3, True)
    after = _newest()
    assert after.origin == f"davy/{OURS}/2"
    assert after.size == 3 + 4 + 1  # what stands in the chains is entered anew, and what tells of the restart
    assert _faults() == []
    _grow(2)
    assert _newest().size == after.size + 2
    rotate(OURS, "the keys lay on the broken disk")
    assert _newest().origin == f"davy/{OURS}/2"
    assert [one.restart for one in steps(OURS)] == [True, False]
    superuser.execute("DELETE FROM evidence_log_checkpoint WHERE size > 8")
    with pytest.raises(LogBrokenError):
        integrate(OURS)


@pytest.mark.usefixtures("superuser")
def test_nobody_else_names_a_successor() -> None:
    rotate(OURS, "one")
    path = succession_file(OURS)
    (note,) = json.loads(path.read_text(encoding="utf-8"))
    with pytest.raises(ValueError, match="does not hold"):
        Step.of(note.replace("one\n", "two\n"))
    with pytest.raises(ValueError, match="nobody known"):
        Step.of(note.rsplit("— ", 1)[0])
    path.write_text(json.dumps([note, note]), encoding="utf-8")
    with pytest.raises((ValueError, BadSettingError, LogBrokenError)):
        integrate(OURS)

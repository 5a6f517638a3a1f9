"""Rows of the log are deleted or set back. What was signed last lies beside the key, and nothing is signed
over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import transaction

from davy.accounts.models import Company
from davy.db import tenant
from davy.evidence import tasks
from davy.evidence.log import integrate as worker
from davy.evidence.log import last, store
from davy.evidence.log.audit import Audited, Fault, audit
from davy.evidence.log.integrate import LogBrokenError, integrate
from davy.evidence.log.keys import log_key
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import signed
from tests.postgres import TestServer

Superuser = psycopg.Connection[tuple[object, ...]]

OURS, THEIRS = uuid7(), uuid7()
STREAMS = sorted(uuid7() for _ in range(4))


@pytest.fixture
def superuser(
    committed_db: str, test_server: TestServer, settings: object, tmp_path: Path
) -> Iterator[Superuser]:
    """A log of four streams in five entries, and a connection past every privilege, policy and trigger."""
    setattr(settings, "DATA", tmp_path)  # noqa: B010 - pytest-django's settings take any name
    for stream in STREAMS:
        grow(OURS, stream, 2)
    integrate(OURS)
    grow(OURS, STREAMS[0])
    integrate(OURS)
    with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        yield connection


def _kept() -> Checkpoint | None:
    return last.kept(OURS, log_key(OURS).public)


def _size() -> int:
    with tenant.company(OURS):
        return store.size(OURS)


def _faults() -> list[Fault]:
    return list(audit(OURS, log_key(OURS).public, Audited()))


def _set_back(superuser: Superuser) -> None:
    """As if the fifth entry had never been: what it told of, its checkpoint and its event are gone."""
    superuser.execute("DELETE FROM evidence_log_checkpoint WHERE size = 5")
    superuser.execute("DELETE FROM evidence_log_entry WHERE index = 4")
    superuser.execute("DELETE FROM evidence_event WHERE seq = 3")
    superuser.execute(
        "UPDATE evidence_stream s SET seq = 2, head = (SELECT hash FROM evidence_event e"
        " WHERE e.stream_id = s.id AND e.seq = 2) WHERE id = %s",
        [STREAMS[0]],
    )


def test_it_is_kept_with_each_signature(superuser: Superuser) -> None:
    before = _kept()
    grow(OURS, STREAMS[1])
    integrate(OURS)
    after = _kept()
    assert before is not None
    assert after is not None
    assert (before.size, after.size) == (5, 6)
    assert _faults() == []


def test_no_second_history_over_deleted_rows(superuser: Superuser) -> None:
    _set_back(superuser)
    assert Fault("last signed 5", "missing") in _faults()
    grow(OURS, STREAMS[0])
    with pytest.raises(LogBrokenError, match="set back to an older copy"):
        integrate(OURS)
    assert _size() == 4


def test_no_second_history_from_the_first_entry_on(superuser: Superuser) -> None:
    for table in ("entry", "tile", "checkpoint"):
        superuser.execute(f"DELETE FROM evidence_log_{table}".encode())  # noqa: S608 - three names
    assert Fault("last signed 5", "missing") in _faults()
    with pytest.raises(LogBrokenError, match="5 entries were signed before and the database tells of 0"):
        integrate(OURS)
    assert _size() == 0


@pytest.mark.parametrize("size", [3, 5])
def test_no_other_log_of_any_size(superuser: Superuser, size: int) -> None:
    last.keep(OURS, signed(Checkpoint(log_key(OURS).name, size, bytes(32)).text, [log_key(OURS)]))
    grow(OURS, STREAMS[1])
    with pytest.raises(LogBrokenError, match="signed before"):
        integrate(OURS)
    assert Fault(f"last signed {size}", "root") in _faults()


def test_a_crash_after_the_commit_is_made_good(superuser: Superuser, monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(*_: object) -> None:
        raise OSError("no space left on the disk")

    grow(OURS, STREAMS[1])
    with monkeypatch.context() as patched:
        patched.setattr(last, "keep", dies)
        with pytest.raises(OSError, match="no space"):
            integrate(OURS)
    kept = _kept()
    assert kept is not None
    assert (kept.size, _size()) == (5, 6)
    assert _faults() == []
    integrate(OURS)
    kept = _kept()
    assert kept is not None
    assert kept.size == 6


def test_what_can_still_be_rolled_back_is_not_kept(superuser: Superuser) -> None:
    grow(OURS, STREAMS[1])
    with transaction.atomic():
        assert integrate(OURS) == 1
        transaction.set_rollback(True)
    kept = _kept()
    assert kept is not None
    assert (kept.size, _size()) == (5, 5)
    assert integrate(OURS) == 1


@pytest.mark.parametrize("content", [b"", b"\xff", b"davy/x\n5\nAAAA\n"])
def test_a_file_that_is_not_ours_is_said(superuser: Superuser, tmp_path: Path, content: bytes) -> None:
    tmp_path.joinpath("log-keys", f"{OURS}.signed").write_bytes(content)
    grow(OURS, STREAMS[1])
    with pytest.raises(LogBrokenError, match="is not what was kept there"):
        integrate(OURS)


def test_a_lost_data_directory_is_said_in_words(
    superuser: Superuser, settings: object, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    setattr(settings, "DATA", other)  # noqa: B010 - as above
    grow(OURS, STREAMS[1])
    with pytest.raises(LogBrokenError, match="deleted or replaced"):
        integrate(OURS)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM evidence_log_tile",
        "UPDATE evidence_log_entry SET content = 'x' WHERE index = 1",
    ],
)
def test_rows_that_cannot_be_read_are_a_broken_log(superuser: Superuser, sql: str) -> None:
    superuser.execute(sql.encode())
    grow(OURS, STREAMS[1])
    with pytest.raises(LogBrokenError):
        integrate(OURS)


def test_one_broken_log_does_not_stop_the_others(
    superuser: Superuser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Companies:
        @staticmethod
        def values_list(*_: object, **__: object) -> list[object]:
            return [OURS, THEIRS]

    monkeypatch.setattr(Company, "objects", Companies)
    tmp_path.joinpath("log-keys", f"{OURS}.signed").write_bytes(b"garbage")
    grow(THEIRS, uuid7())
    tasks.integrate_all.func(0)
    with tenant.company(THEIRS):
        assert store.size(THEIRS) == 1


def test_rewritten_streams_do_not_starve_the_rest(
    superuser: Superuser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "BATCH", 2)
    for stream in STREAMS[:2]:
        superuser.execute(
            "UPDATE evidence_event SET hash = decode(repeat('22', 32), 'hex')"
            " WHERE stream_id = %s AND seq IN (2, 3)",
            [stream],
        )
        grow(OURS, stream)
    grow(OURS, STREAMS[2])
    grow(OURS, STREAMS[3])
    assert integrate(OURS) == 2

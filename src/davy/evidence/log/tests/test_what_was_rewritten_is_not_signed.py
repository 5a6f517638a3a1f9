"""A superuser changes rows. The worker signs no second history, and the audit names what does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from davy.db import tenant
from davy.evidence.log import store
from davy.evidence.log.audit import Audited, Fault, audit
from davy.evidence.log.integrate import LogBrokenError, integrate
from davy.evidence.log.keys import LogKey, log_key, origin
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import signed
from tests.postgres import TestServer

OURS = uuid7()
STREAMS = sorted(uuid7() for _ in range(4))


@pytest.fixture
def superuser(
    committed_db: str, test_server: TestServer, settings: object, tmp_path: Path
) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
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


def _faults() -> list[Fault]:
    return list(audit(OURS, log_key(OURS).public, Audited()))


TAMPERED = [
    ("DELETE FROM evidence_log_entry WHERE index = 2", [Fault("entry 2", "missing")]),
    ("DELETE FROM evidence_log_entry WHERE index = 4", [Fault("checkpoint 5", "missing")]),
    ("UPDATE evidence_log_entry SET seq = 9 WHERE index = 1", [Fault("entry 1", "columns")]),
    ("UPDATE evidence_log_entry SET content = 'x' WHERE index = 1", [Fault("entry 1", "content")]),
    ("UPDATE evidence_event SET hash = prev WHERE seq = 3", [Fault("entry 4", "chain")]),
    ("DELETE FROM evidence_event WHERE seq = 3", [Fault("entry 4", "chain")]),
    (
        "UPDATE evidence_log_tile SET hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)",
        [Fault("tile/0/000.p/5", "hashes")],
    ),
    ("DELETE FROM evidence_log_tile", [Fault("tile/0/000.p/5", "missing")]),
    ("DELETE FROM evidence_log_checkpoint WHERE size = 5", [Fault("checkpoint 5", "missing")]),
    (
        "UPDATE evidence_log_checkpoint SET root = set_byte(root, 0, get_byte(root, 0) # 1) WHERE size = 4",
        [Fault("checkpoint 4", "size")],
    ),
    (
        "UPDATE evidence_log_checkpoint SET note = note || 'x' WHERE size = 4",
        [Fault("checkpoint 4", "signature")],
    ),
]


@pytest.mark.parametrize(("sql", "found"), TAMPERED)
def test_the_audit_names_it(
    superuser: psycopg.Connection[tuple[object, ...]], sql: str, found: list[Fault]
) -> None:
    assert _faults() == []
    superuser.execute(sql.encode())
    seen = _faults()
    assert set(found) <= set(seen), seen


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM evidence_log_entry WHERE index = 4",
        "DELETE FROM evidence_log_checkpoint WHERE size = 5",
        "DELETE FROM evidence_log_checkpoint",
        "UPDATE evidence_log_checkpoint SET root = decode(repeat('11', 32), 'hex') WHERE size = 5",
        "UPDATE evidence_log_tile SET hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)",
    ],
)
def test_the_worker_signs_nothing_over_it(
    superuser: psycopg.Connection[tuple[object, ...]], sql: str
) -> None:
    superuser.execute(sql.encode())
    grow(OURS, STREAMS[1])
    with tenant.company(OURS):
        before = store.checkpoint(OURS)
    with pytest.raises(LogBrokenError):
        integrate(OURS)
    with tenant.company(OURS):
        assert store.checkpoint(OURS) == before


def test_a_rewritten_stream_is_not_entered_again_and_the_others_are(
    superuser: psycopg.Connection[tuple[object, ...]],
) -> None:
    superuser.execute(
        "UPDATE evidence_event SET hash = decode(repeat('22', 32), 'hex') WHERE stream_id = %s AND seq = 2",
        [STREAMS[1]],
    )
    grow(OURS, STREAMS[1])
    grow(OURS, STREAMS[2])
    assert integrate(OURS) == 1
    assert Fault("entry 1", "chain") in _faults()


def test_an_insider_without_the_key_cannot_sign_for_his_rows(
    superuser: psycopg.Connection[tuple[object, ...]],
) -> None:
    own = LogKey(origin(OURS), Ed25519PrivateKey.generate())
    text = Checkpoint(origin(OURS), 5, bytes(32)).text
    superuser.execute(
        "UPDATE evidence_log_checkpoint SET root = decode(repeat('00', 32), 'hex'), note = %s WHERE size = 5",
        [signed(text, [own])],
    )
    assert Fault("checkpoint 5", "signature") in _faults()
    grow(OURS, STREAMS[1])
    with pytest.raises(LogBrokenError, match="not ours"):
        integrate(OURS)


def test_an_insider_with_the_key_leaves_a_second_history_that_does_not_fit(
    superuser: psycopg.Connection[tuple[object, ...]], tmp_path: Path
) -> None:
    text = Checkpoint(origin(OURS), 5, bytes(32)).text
    superuser.execute(
        "UPDATE evidence_log_checkpoint SET root = decode(repeat('00', 32), 'hex'), note = %s WHERE size = 5",
        [signed(text, [log_key(OURS)])],
    )
    assert Fault("checkpoint 5", "root") in _faults()
    grow(OURS, STREAMS[1])
    with pytest.raises(LogBrokenError, match="another log of 5 entries was signed before"):
        integrate(OURS)
    tmp_path.joinpath("log-keys", f"{OURS}.signed").unlink()
    with pytest.raises(LogBrokenError, match="did not grow"):
        integrate(OURS)

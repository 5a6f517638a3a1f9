"""A superuser can change anything. What he changed is found, with the number of the event."""

from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest

from davy.db import tenant
from davy.evidence import queries
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from tests.postgres import TestServer

OURS = uuid7()

INVENTED = (
    "INSERT INTO evidence_private SELECT company_id, id, '', substr(prev, 17), '', ''"
    " FROM evidence_event WHERE seq = 2"
)
TAMPERED = [
    ("UPDATE evidence_event SET body = set_byte(body, 40, get_byte(body, 40) # 1) WHERE seq = 3", 3, "hash"),
    ("UPDATE evidence_event SET hash = set_byte(hash, 0, get_byte(hash, 0) # 1) WHERE seq = 2", 2, "hash"),
    ("UPDATE evidence_event SET prev = set_byte(prev, 31, get_byte(prev, 31) # 1) WHERE seq = 4", 4, "prev"),
    ("DELETE FROM evidence_event WHERE seq = 3", 3, "gap"),
    ("DELETE FROM evidence_event WHERE seq = 1", 1, "gap"),
    ("DELETE FROM evidence_event WHERE seq = 5", 4, "head"),
    ("UPDATE evidence_event SET actor = 'somebody else' WHERE seq = 2", 2, "columns"),
    ("UPDATE evidence_event SET type = 'PermitIssued' WHERE seq = 5", 5, "columns"),
    ("UPDATE evidence_event SET occurred_at = occurred_at + '1 hour' WHERE seq = 1", 1, "columns"),
    ("UPDATE evidence_event SET recorded_at = recorded_at + '1 microsecond' WHERE seq = 1", 1, "columns"),
    (
        "UPDATE evidence_private SET bytes = 'b' FROM evidence_event e WHERE e.id = event_id AND e.seq = 4",
        4,
        "private",
    ),
    (INVENTED, 2, "private"),
    ("UPDATE evidence_stream SET head = decode(repeat('11', 32), 'hex')", 5, "head"),
    ("UPDATE evidence_stream SET seq = 6", 5, "head"),
    ("DELETE FROM evidence_stream", 5, "head"),
]


@pytest.fixture
def superuser(
    committed_db: str, test_server: TestServer
) -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    """A connection past every privilege, policy and trigger."""
    with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        yield connection


def verdict(stream: UUID) -> queries.Verified | queries.Broken:
    with tenant.company(OURS):
        return queries.verify_stream(OURS, "permit", stream)


@pytest.mark.parametrize(("sql", "seq", "why"), TAMPERED)
def test_it_is_found_with_its_number(
    superuser: "psycopg.Connection[tuple[object, ...]]", sql: str, seq: int, why: str
) -> None:
    stream = uuid7()
    grow(OURS, stream, 5)
    assert isinstance(verdict(stream), queries.Verified)
    superuser.execute(sql.encode())
    assert verdict(stream) == queries.Broken(seq, why)


def test_a_stranger_stream_beside_it_stays_whole(superuser: "psycopg.Connection[tuple[object, ...]]") -> None:
    touched, whole = uuid7(), uuid7()
    grow(OURS, touched, 2)
    head = grow(OURS, whole, 2)
    superuser.execute("UPDATE evidence_event SET body = 'x' WHERE stream_id = %s", [touched])
    assert verdict(touched) == queries.Broken(1, "hash")
    assert verdict(whole) == queries.Verified(2, head.hash)


def test_no_letter_of_a_text_passes_for_its_salt(
    superuser: "psycopg.Connection[tuple[object, ...]]",
) -> None:
    """不同意 must not become 同意: a constraint holds it, and who takes that away is found."""
    stream = uuid7()
    grow(OURS, stream, 5)
    moved = "UPDATE evidence_private SET salt = salt || substr(bytes, 1, 1), bytes = substr(bytes, 2)"
    with pytest.raises(psycopg.errors.CheckViolation):
        superuser.execute(moved)
    superuser.execute("ALTER TABLE evidence_private DROP CONSTRAINT evidence_private_salt")
    superuser.execute(moved)
    assert verdict(stream) == queries.Broken(1, "private")

"""Events are never updated nor deleted: not by the application, not by the owner, not by a neighbour."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from davy.db import rows, tenant
from davy.evidence import queries
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from tests.postgres import TestServer

OURS, THEIRS = uuid7(), uuid7()

CHANGES = [
    "UPDATE evidence_event SET body = 'x'",
    "UPDATE evidence_event SET actor = actor",
    "UPDATE evidence_event SET body = 'x' WHERE false",
    "DELETE FROM evidence_event",
    "TRUNCATE evidence_event",
]


@pytest.fixture
def owner(committed_db: str, test_server: TestServer) -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    with psycopg.connect(test_server.dsn("davy_owner", committed_db), autocommit=True) as as_owner:
        yield as_owner


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql", [*CHANGES, "UPDATE evidence_private SET bytes = 'x'", "DELETE FROM evidence_private"]
)
def test_the_application_may_not(sql: str) -> None:
    grow(OURS, uuid7())
    with (
        tenant.company(OURS),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        connection.cursor().execute(sql)


@pytest.mark.parametrize("sql", CHANGES)
def test_the_owner_of_the_tables_may_not(owner: "psycopg.Connection[tuple[object, ...]]", sql: str) -> None:
    grow(OURS, uuid7())
    owner.execute("SELECT set_config('davy.company', %s, false)", [str(OURS)])
    with pytest.raises(psycopg.DatabaseError, match="append-only"):
        owner.execute(sql.encode())


@pytest.mark.django_db
def test_the_neighbour_sees_no_stream_no_event_no_private_part() -> None:
    stream = uuid7()
    grow(OURS, stream, 3)
    with tenant.company(THEIRS):
        for table in ("evidence_stream", "evidence_event", "evidence_private"):
            assert rows.one(f"SELECT count(*) AS n FROM {table}") == {"n": 0}  # noqa: S608
        assert queries.events(OURS, "permit", stream) == []


@pytest.mark.django_db
def test_the_neighbour_cannot_write_into_our_stream() -> None:
    stream = uuid7()
    grow(OURS, stream)
    sql = (
        "INSERT INTO evidence_event SELECT %s::uuid, 'permit', %s::uuid, 2, %s::uuid, 'Forged', 1, 'x', "
        "decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), now(), now(), %s::uuid, 'x'"
    )
    with (
        tenant.company(THEIRS),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        connection.cursor().execute(sql, [OURS, stream, uuid7(), uuid7()])

"""Rows exist only for the company of the transaction; a missing company is an error, never everything."""

from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from davy.db import rows, tenant
from davy.ids import uuid7
from davy.outbox.store import put

OURS, THEIRS = uuid7(), uuid7()

COUNT = "SELECT count(*) AS n FROM outbox_message"


def setting() -> str | None:
    row = rows.one("SELECT current_setting('davy.company', true) AS value")
    assert row is not None
    value: str | None = row["value"]
    return value


def write(company: UUID) -> None:
    with tenant.company(company):
        put("aq.status", str(uuid7()), {})


def test_the_setting_ends_with_the_block(committed_db: str) -> None:
    write(OURS)
    assert setting() in {None, ""}
    with pytest.raises(tenant.NoTenantError):
        tenant.current()


def test_a_query_without_a_company_is_an_error_on_a_fresh_connection(committed_db: str) -> None:
    write(OURS)
    connection.close()
    with pytest.raises(DatabaseError, match="unrecognized configuration parameter"):
        rows.one(COUNT)


def test_a_query_without_a_company_is_an_error_after_a_block(committed_db: str) -> None:
    write(OURS)
    assert setting() == ""
    with pytest.raises(DatabaseError, match="invalid input syntax for type uuid"):
        rows.one(COUNT)


def test_a_query_without_a_company_is_an_error_after_a_rollback(committed_db: str) -> None:
    write(OURS)
    with pytest.raises(RuntimeError), tenant.company(OURS):
        raise RuntimeError
    with pytest.raises(DatabaseError, match="invalid input syntax for type uuid"):
        rows.one(COUNT)


@pytest.mark.django_db
def test_inside_an_outer_transaction_the_setting_does_not_outlive_the_block() -> None:
    write(OURS)
    with pytest.raises(DatabaseError, match="invalid input syntax"), transaction.atomic():
        rows.one(COUNT)


@pytest.mark.django_db
def test_the_neighbour_sees_changes_and_removes_nothing() -> None:
    write(OURS)
    with tenant.company(THEIRS):
        assert rows.one(COUNT) == {"n": 0}
        with connection.cursor() as cursor:
            cursor.execute("UPDATE outbox_message SET delivered_at = created_at")
            assert cursor.rowcount == 0


@pytest.mark.django_db
def test_a_row_for_another_company_is_refused() -> None:
    insert = (
        "INSERT INTO outbox_message (company_id, id, kind, key, body, created_at) "
        "VALUES (%s::uuid, %s::uuid, 'k', 'k', '{}', '2026-11-21T08:00:00Z')"
    )
    with (
        pytest.raises(DatabaseError, match="row-level security"),
        tenant.company(OURS),
        connection.cursor() as cursor,
    ):
        cursor.execute(insert, [THEIRS, uuid7()])


def put_and_fail() -> None:
    put("k", "inner", {})
    raise RuntimeError


@pytest.mark.django_db
def test_blocks_of_one_company_nest_and_roll_back_apart() -> None:
    with tenant.company(OURS):
        put("k", "outer", {})
        with pytest.raises(RuntimeError), tenant.company(OURS):
            put_and_fail()
        assert tenant.current() == OURS
        assert rows.many("SELECT key FROM outbox_message") == [{"key": "outer"}]


@pytest.mark.django_db
def test_a_block_of_another_company_inside_is_refused() -> None:
    with tenant.company(OURS), pytest.raises(tenant.OtherTenantError), tenant.company(THEIRS):
        pass
    with tenant.company(THEIRS):
        assert tenant.current() == THEIRS

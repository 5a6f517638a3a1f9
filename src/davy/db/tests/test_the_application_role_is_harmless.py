"""The role that serves requests owns nothing, bypasses nothing and cannot reshape the database."""

import pytest
from django.db import DatabaseError, connection, transaction

from davy.db import rows

pytestmark = pytest.mark.django_db


def test_requests_run_as_a_plain_role() -> None:
    assert rows.one(
        "SELECT rolname::text, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication "
        "FROM pg_roles WHERE rolname = current_user"
    ) == {
        "rolname": "davy_app",
        "rolsuper": False,
        "rolbypassrls": False,
        "rolcreaterole": False,
        "rolcreatedb": False,
        "rolreplication": False,
    }


def test_the_role_belongs_to_no_other() -> None:
    assert rows.many("SELECT 1 FROM pg_auth_members WHERE member = 'davy_app'::regrole") == []


def test_the_role_owns_nothing() -> None:
    owned = rows.many("SELECT relname::text FROM pg_class WHERE relowner = 'davy_app'::regrole")
    owned += rows.many("SELECT proname::text FROM pg_proc WHERE proowner = 'davy_app'::regrole")
    assert owned == []


def test_every_table_with_a_company_is_under_forced_row_security() -> None:
    open_tables = rows.many(
        "SELECT c.relname::text AS name FROM pg_class c "
        "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped "
        "WHERE c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
    )
    # Accounts are read to find the company in the first place; THREAT_MODEL lists what is outside.
    assert [row["name"] for row in open_tables if not row["name"].startswith("accounts_")] == []


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (x int)",
        "ALTER TABLE outbox_message DISABLE ROW LEVEL SECURITY",
        "DROP POLICY company ON outbox_message",
        "ALTER TABLE evidence_event DISABLE TRIGGER append_only",
        "TRUNCATE outbox_message",
        "SET ROLE davy_owner",
        "SET session_replication_role = replica",
        "CREATE TEMPORARY TABLE mine (x int)",
    ],
)
def test_the_role_cannot_loosen_anything(statement: str) -> None:
    with pytest.raises(DatabaseError, match=r"permission denied|must be owner"), transaction.atomic():
        connection.cursor().execute(statement)

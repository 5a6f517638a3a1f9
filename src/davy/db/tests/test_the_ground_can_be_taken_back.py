"""Row security, privileges and triggers go with their migration and come back with it."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection

from davy.db import rows, tenant
from davy.db.migrate import WrongRoleError, migrate
from davy.evidence.tests.events import grow
from davy.ids import uuid7

GUARDS = """
SELECT tablename::text AS t, 'policy' AS what FROM pg_policies WHERE schemaname = 'public'
UNION ALL SELECT tgrelid::regclass::text, tgname::text FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT table_name::text, privilege_type::text FROM information_schema.table_privileges
  WHERE grantee = 'davy_app' ORDER BY 1, 2
"""


@pytest.fixture
def as_owner(committed_db: str) -> Iterator[None]:
    settings = connection.settings_dict
    serving, settings["USER"] = settings["USER"], "davy_owner"
    connection.close()
    yield
    settings["USER"] = serving
    connection.close()


def test_back_and_forth_gives_the_same_guards(as_owner: None) -> None:
    before = rows.many(GUARDS)
    for app in ("evidence", "outbox"):
        call_command("migrate", app, "zero", verbosity=0)
    assert not [row for row in rows.many(GUARDS) if row["t"].startswith(("evidence_", "outbox_"))]
    migrate()
    assert rows.many(GUARDS) == before


def test_migrating_again_changes_nothing(as_owner: None) -> None:
    before = rows.many(GUARDS)
    migrate()
    assert rows.many(GUARDS) == before


def test_the_owner_too_sees_one_company_only(as_owner: None) -> None:
    ours, theirs = uuid7(), uuid7()
    grow(ours, uuid7())
    with tenant.company(theirs):
        assert rows.one("SELECT count(*) AS n FROM evidence_event") == {"n": 0}
    with pytest.raises(DatabaseError, match="invalid input syntax"):
        rows.one("SELECT count(*) AS n FROM evidence_event")


def test_the_serving_role_cannot_migrate(committed_db: str) -> None:
    with pytest.raises(WrongRoleError, match="DAVY_OWNER_DATABASE_URL"):
        migrate()

"""Migration operations that give a table its row security, its privileges and its append-only nature.

Migrations run as ``davy_owner``. The application role ``davy_app`` gets exactly what an operation grants,
so a table without ``GrantApp`` is unreachable rather than open.
"""

import re
from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

__all__ = ["AppendOnly", "EnableRls", "GrantApp"]

_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_PRIVILEGE = re.compile(r"select|insert|delete|update(\([a-z_]+\))?")

_REFUSE = """
CREATE OR REPLACE FUNCTION davy_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END $$
"""


class _SqlOperation(Operation):
    """An operation that changes the database only: Django's picture of the models stays as it is."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, table: str) -> None:
        if not _NAME.fullmatch(table):
            raise ValueError(f"not a table name: {table!r}")
        self.table = table

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Nothing: see the class."""

    def database_forwards(
        self,
        app_label: str,  # noqa: ARG002 (Django's signature)
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,  # noqa: ARG002
        to_state: Any,  # noqa: ARG002
    ) -> None:
        for statement in self.forwards():
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        app_label: str,  # noqa: ARG002 (Django's signature)
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: Any,  # noqa: ARG002
        to_state: Any,  # noqa: ARG002
    ) -> None:
        for statement in self.backwards():
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        return f"{type(self).__name__} {self.table}"

    def forwards(self) -> Sequence[str]:
        raise NotImplementedError

    def backwards(self) -> Sequence[str]:
        raise NotImplementedError


class EnableRls(_SqlOperation):
    """Rows of the table exist only for the company of the transaction, for the owner too (FORCE)."""

    def __init__(self, table: str, column: str = "company_id") -> None:
        super().__init__(table)
        if not _NAME.fullmatch(column):
            raise ValueError(f"not a column name: {column!r}")
        self.column = column

    def forwards(self) -> Sequence[str]:
        # Without the second argument of current_setting a missing setting raises; the cast refuses ''.
        same_company = f"{self.column} = current_setting('davy.company')::uuid"
        return (
            f"ALTER TABLE {self.table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {self.table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY company ON {self.table} USING ({same_company}) WITH CHECK ({same_company})",
        )

    def backwards(self) -> Sequence[str]:
        return (
            f"DROP POLICY company ON {self.table}",
            f"ALTER TABLE {self.table} NO FORCE ROW LEVEL SECURITY",
            f"ALTER TABLE {self.table} DISABLE ROW LEVEL SECURITY",
        )


class AppendOnly(_SqlOperation):
    """Rows can be added and read, never changed or removed: by privilege, and for the owner by trigger."""

    def forwards(self) -> Sequence[str]:
        trigger = f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {self.table}"
        return (
            _REFUSE,
            f"{trigger} FOR EACH STATEMENT EXECUTE FUNCTION davy_append_only()",
            f"REVOKE ALL ON {self.table} FROM PUBLIC, davy_app",
            f"GRANT SELECT, INSERT ON {self.table} TO davy_app",
        )

    def backwards(self) -> Sequence[str]:
        return (
            f"DROP TRIGGER append_only ON {self.table}",
            f"REVOKE ALL ON {self.table} FROM davy_app",
        )


class GrantApp(_SqlOperation):
    """What ``davy_app`` may do with the table, e.g. ``"select,insert,update(delivered_at)"``."""

    def __init__(self, table: str, privileges: str) -> None:
        super().__init__(table)
        named = [word.strip() for word in privileges.split(",")]
        if not all(_PRIVILEGE.fullmatch(word) for word in named):
            raise ValueError(f"privileges are select, insert, update[(column)], delete; got {privileges!r}")
        self.privileges = ", ".join(named)

    def forwards(self) -> Sequence[str]:
        return (f"GRANT {self.privileges} ON {self.table} TO davy_app",)

    def backwards(self) -> Sequence[str]:
        return (f"REVOKE {self.privileges} ON {self.table} FROM davy_app",)

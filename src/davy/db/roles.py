"""The two database roles: ``davy_owner`` migrates, ``davy_app`` does everything else.

Neither is a superuser, bypasses row security, or may create roles or databases. ``davy_app`` owns nothing.
"""

__all__ = ["APP", "OWNER", "database_statements", "role_statements"]

OWNER = "davy_owner"
APP = "davy_app"

_PLAIN = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION"


def role_statements() -> list[str]:
    """SQL for a superuser, to be run in any database; running it again changes nothing."""
    statements = []
    for role in (OWNER, APP):
        statements.append(
            f"DO $$ BEGIN CREATE ROLE {role}; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
        )
        statements.append(f"ALTER ROLE {role} {_PLAIN}")
    return statements


def database_statements(database: str) -> list[str]:
    """SQL for a superuser, to be run inside the named database; running it again changes nothing.

    Raises ValueError for a name that would need quoting.
    """
    if not database.isidentifier():
        raise ValueError(f"not a plain database name: {database!r}")
    return [
        f"ALTER DATABASE {database} OWNER TO {OWNER}",
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {database} TO {APP}",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {APP}",
    ]

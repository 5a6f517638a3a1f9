"""Brings a database to the shape of this release. Runs as ``davy_owner``, never in a serving process."""

from django.apps import apps
from django.core.management import call_command
from django.db import connection

from davy.db.roles import APP, OWNER

__all__ = ["WrongRoleError", "migrate"]

# Tables of the libraries that the application only reads; it reads and writes those of the others.
_READ_ONLY = frozenset({"contenttypes", "auth"})


class WrongRoleError(RuntimeError):
    """Migrations were started under a role that would then own the tables and be the wrong one."""


def migrate(verbosity: int = 0) -> None:
    """Apply what is missing and grant ``davy_app`` the libraries' tables. Running it again changes nothing.

    Raises WrongRoleError unless connected as ``davy_owner``.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        role = cursor.fetchone()[0]
    if role != OWNER:
        raise WrongRoleError(f"migrations run as {OWNER}, not as {role}: set DAVY_OWNER_DATABASE_URL")
    call_command("migrate", interactive=False, verbosity=verbosity)
    _grant_libraries()


def _grant_libraries() -> None:
    """Our own tables grant themselves in their migrations; those of the libraries cannot."""
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT SELECT ON django_migrations TO {APP}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP}")
        for app in apps.get_app_configs():
            if app.name.startswith("davy."):
                continue
            privileges = "SELECT" if app.label in _READ_ONLY else "SELECT, INSERT, UPDATE, DELETE"
            for model in app.get_models(include_auto_created=True):
                table = model._meta.db_table  # noqa: SLF001 (Django documents it as public)
                cursor.execute(f"GRANT {privileges} ON {table} TO {APP}")

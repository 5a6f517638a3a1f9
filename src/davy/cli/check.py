"""Look over this installation and say what is wrong with it."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import django

__all__ = ["add_arguments", "run"]

_OLDEST_POSTGRES = 150000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """This command has no options."""
    del parser


def run(arguments: argparse.Namespace) -> int:
    """Print one line a question; 1 when an answer is no."""
    del arguments
    django.setup()
    from django.db import DatabaseError  # noqa: PLC0415 (needs Django)

    wrong = 0
    for question, answer in _questions():
        try:
            fault = answer()
        except DatabaseError as error:
            fault = " ".join(str(error).split())
        wrong += fault is not None
        print(f"{'ok   ' if fault is None else 'WRONG'} {question}{'' if fault is None else f': {fault}'}")
    return 1 if wrong else 0


def _questions() -> Iterator[tuple[str, Callable[[], str | None]]]:
    yield "settings", _settings
    yield "database answers", _database
    yield "serving role is harmless", _role
    yield "database is of this release", _migrations
    yield "pages are built", _pages


def _settings() -> str | None:
    from django.core.checks import Error, run_checks  # noqa: PLC0415

    found = [str(message) for message in run_checks() if isinstance(message, Error)]
    return "; ".join(found) or None


def _database() -> str | None:
    from davy.db import rows  # noqa: PLC0415

    row = rows.one("SELECT current_setting('server_version_num')::int AS number")
    version = row["number"] if row else 0
    return None if version >= _OLDEST_POSTGRES else f"PostgreSQL {version // 10000} is too old, 15 is needed"


def _role() -> str | None:
    from davy.db import rows  # noqa: PLC0415

    role = rows.one(
        "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS mighty, "
        "EXISTS (SELECT 1 FROM pg_class WHERE relowner = r.oid) AS owns "
        "FROM pg_roles r WHERE rolname = current_user"
    )
    if role is None or role["mighty"] or role["owns"]:
        return "it could change or bypass what protects the evidence; use davy_app"
    return None


def _migrations() -> str | None:
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(plan)} migrations are missing; run: davy migrate" if plan else None


def _pages() -> str | None:
    from davy.serve.pages import ENTRIES, Pages  # noqa: PLC0415

    pages = Pages(Path(__file__).parent.parent / "static" / "web")
    missing = [entry for entry in ENTRIES if pages.find(f"/{entry}/index.html") is None]
    return f"{', '.join(missing)} missing; run: make web" if missing else None

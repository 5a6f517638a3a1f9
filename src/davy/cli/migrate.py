"""Bring the database to this release."""

import argparse
import os
import sys

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("--quiet", action="store_true", help="say nothing unless something fails")


def run(arguments: argparse.Namespace) -> int:
    """Connect as the owning role and migrate; 1 when there is none."""
    from davy.settings import OWNER_DATABASE_URL  # noqa: PLC0415 (reads DAVY_DATA when loaded)

    if not OWNER_DATABASE_URL:
        print(
            "davy: DAVY_OWNER_DATABASE_URL is missing: it names the database with the user davy_owner",
            file=sys.stderr,
        )
        return 1
    return _migrate(OWNER_DATABASE_URL, 0 if arguments.quiet else 1)


def _migrate(url: str, verbosity: int) -> int:
    from django.conf import settings  # noqa: PLC0415

    from davy.settings import database  # noqa: PLC0415

    settings.DATABASES["default"] = database(url)
    os.environ["DAVY_PROCESS"] = "davy-migrate"
    import django  # noqa: PLC0415
    from django.db import OperationalError  # noqa: PLC0415

    django.setup()
    from davy.db.migrate import WrongRoleError, migrate  # noqa: PLC0415

    try:
        migrate(verbosity)
    except WrongRoleError as error:
        print(f"davy: {error}", file=sys.stderr)
        return 1
    except OperationalError as error:
        print(f"davy: the database cannot be reached: {str(error).strip()}", file=sys.stderr)
        return 1
    return 0

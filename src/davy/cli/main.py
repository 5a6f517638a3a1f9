"""Reads the arguments and hands them to their command."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from davy.cli import (
    backup,
    check,
    company,
    edge,
    evidence,
    migrate,
    restore,
    serve,
    simulate,
    tls,
    verify,
    watch,
)

__all__ = ["main"]

_COMMANDS = (serve, company, tls, migrate, verify, evidence, check, backup, restore, simulate, watch, edge)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code. What a command needs of Django it loads itself."""
    parser = argparse.ArgumentParser(prog="davy", description="Davy, an electronic permit-to-work")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        name = command.__name__.rsplit(".", 1)[-1]
        summary = (command.__doc__ or "").strip().split("\n", 1)[0]
        own = commands.add_parser(name, help=summary, description=summary)
        own.add_argument(
            "--data",
            type=Path,
            metavar="DIRECTORY",
            help="where everything is kept (default: DAVY_DATA or ./var)",
        )
        command.add_arguments(own)
        own.set_defaults(run=command.run)
    parsed = parser.parse_args(arguments)
    if parsed.data is not None:
        os.environ["DAVY_DATA"] = str(parsed.data.absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "davy.settings")
    code: int = parsed.run(parsed)
    return code

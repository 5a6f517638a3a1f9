"""The passphrase of a backup: from a file, the environment, or asked at the terminal."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

__all__ = ["LEAST", "add_argument", "passphrase"]

LEAST = 12
"""Characters; the keys of the installation hang on it (j)."""

_VARIABLE = "DAVY_BACKUP_PASSPHRASE"


def add_argument(parser: argparse.ArgumentParser) -> None:
    """How it is given."""
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help=f"its first line (or {_VARIABLE}, or asked for)"
    )


def passphrase(arguments: argparse.Namespace, *, new: bool) -> str | None:
    """The passphrase; None, and the reason is said, when there is none that will do."""
    found = _given(arguments)
    if found is None and sys.stdin.isatty():
        found = getpass.getpass("口令 / passphrase: ")
        if new and getpass.getpass("再输一次 / again: ") != found:
            print("davy: 两次不一样 / they differ", file=sys.stderr)
            return None
    if not found:
        print(f"davy: 没有口令：--passphrase-file 或 {_VARIABLE} / no passphrase was given", file=sys.stderr)
        return None
    if new and len(found) < LEAST:
        print(f"davy: 口令至少 {LEAST} 个字符 / at least {LEAST} characters", file=sys.stderr)
        return None
    return found


def _given(arguments: argparse.Namespace) -> str | None:
    if arguments.passphrase_file is not None:
        lines: list[str] = arguments.passphrase_file.read_text(encoding="utf-8").splitlines()
        return lines[0] if lines else None
    return os.environ.get(_VARIABLE)

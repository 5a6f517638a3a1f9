"""Make an installation out of a backup, in an empty directory, and prove its log by published checkpoints."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import django

from davy.cli import secret_words

if TYPE_CHECKING:
    from davy.serve.backup.manifest import Manifest

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("backup", type=Path, metavar="DIRECTORY", help="what davy backup made")
    parser.add_argument(
        "--checkpoint",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="the last published checkpoint that somebody kept outside; may be given for each company",
    )
    parser.add_argument("--verify-only", action="store_true", help="read all of the backup and touch nothing")
    secret_words.add_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Restore and prove; 1 when nothing was restored, 2 when it was and something is lost or not proved."""
    # Imported late: they read DAVY_DATA when they are loaded.
    from davy.serve.backup import restoring  # noqa: PLC0415
    from davy.serve.backup.manifest import BadBackupError  # noqa: PLC0415
    from davy.serve.failure import CannotServeError  # noqa: PLC0415
    from davy.settings import places  # noqa: PLC0415

    words = secret_words.passphrase(arguments, new=False)
    if words is None:
        return 1
    os.umask(0o077)  # names, photos and keys: nobody else's business
    data = places.data()
    try:
        published = [path.read_text(encoding="utf-8") for path in arguments.checkpoint]
        if arguments.verify_only:
            manifest, _ = restoring.verified(arguments.backup, words, _say)
            _say(f"备份完好 / the backup holds: {manifest.made_at}")
            return 0 if _whole(manifest) else 2
        manifest = restoring.restore(arguments.backup, data, words, _say)
        proved = _proved(data, manifest.checkpoints, published)
    except (BadBackupError, CannotServeError, OSError, UnicodeDecodeError) as error:
        print(f"davy: {error}", file=sys.stderr)
        return 1
    whole = _whole(manifest)
    restoring.finished(data)
    _say(f"已恢复到 / restored as of {manifest.made_at}；之后的记录不在 / what came after is not in it")
    return 0 if proved and whole else 2


def _whole(manifest: Manifest) -> bool:
    """Whether all attachments were there and unchanged at the backup; tells those that were not."""
    for name in manifest.missing:
        print(f"davy: 备份时就缺 / missing since before the backup: {name}", file=sys.stderr)
    for name in manifest.changed:
        print(f"davy: 备份前就被改动 / changed since before the backup: {name}", file=sys.stderr)
    return not manifest.missing and not manifest.changed


def _proved(data: Path, checkpoints: Mapping[str, str], published: list[str]) -> bool:
    from davy.serve.backup import database  # noqa: PLC0415

    with database.running(data):
        migrated = subprocess.run([sys.executable, "-m", "davy.cli", "migrate", "--quiet"], check=False)
        if migrated.returncode != 0:
            return False
        django.setup()
        from davy.serve.backup.proving import prove  # noqa: PLC0415 (needs Django)

        lines = list(prove(checkpoints, published))
        for line in lines:
            mark = "ok   " if line.holds else "WRONG"
            print(f"{mark} {line.zh}\n      {line.en}", file=sys.stdout if line.holds else sys.stderr)
        from django.db import connections  # noqa: PLC0415

        connections.close_all()
    return all(line.holds for line in lines)


def _say(line: str) -> None:
    print(f"davy: {line}", flush=True)

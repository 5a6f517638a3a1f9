"""Back everything up while Davy runs: database, attachments, and the keys sealed with a passphrase."""

import argparse
import os
import sys
from pathlib import Path

from davy.cli import secret_words

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("target", type=Path, metavar="DIRECTORY", help="appears whole or not at all")
    secret_words.add_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make it and tell what is in it; 1 when it was not made, 2 when files were missing on the disk or
    changed."""
    # Imported late: they read DAVY_DATA when they are loaded.
    from davy.serve.backup.making import make  # noqa: PLC0415
    from davy.serve.backup.manifest import BadBackupError  # noqa: PLC0415
    from davy.serve.failure import CannotServeError  # noqa: PLC0415
    from davy.settings import places  # noqa: PLC0415

    words = secret_words.passphrase(arguments, new=True)
    if words is None:
        return 1
    os.umask(0o077)  # names, photos and keys: nobody else's business
    try:
        made = make(places.data(), arguments.target.absolute(), words, lambda line: print(f"davy: {line}"))
    except (BadBackupError, CannotServeError, OSError) as error:
        print(f"davy: {error}", file=sys.stderr)
        return 1
    size = sum(file.size for file in made.files.values())
    print(f"davy: 备份完成 / done: {arguments.target}, {made.attachments} files + {size >> 20} MB")
    for company, note in sorted(made.checkpoints.items()):
        print(f"davy: {company} 检查点 / checkpoint {' '.join(note.splitlines()[1:3])}")
    for name in made.missing:
        print(f"davy: 缺文件 / MISSING on the disk: {name}", file=sys.stderr)
    for name in made.changed:
        print(f"davy: 文件被改动 / CHANGED on the disk: {name}", file=sys.stderr)
    return 2 if made.missing or made.changed else 0

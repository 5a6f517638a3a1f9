"""A file of an import as it comes in, in parts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from davy.problems.response import Problem

__all__ = ["Source", "receive"]

_CHUNK = 1 << 20


class Source(Protocol):
    """What is read from, as a request is."""

    def read(self, size: int, /) -> bytes:
        """The next bytes; none at the end."""
        ...


def receive(source: Source, path: Path, at: int, most: int) -> int:
    """Write what comes behind the first `at` bytes; how many there are then. Where less came before, nothing
    is written and that amount told. Raises Problem beyond `most` bytes."""
    there = path.stat().st_size if path.exists() else 0
    if at > there:
        return there
    with path.open("r+b" if path.exists() else "w+b") as file:
        file.truncate(at)
        file.seek(at)
        while chunk := source.read(_CHUNK):
            at += len(chunk)
            if at > most:
                file.truncate(0)
                raise Problem("import_too_large", limit_mb=most >> 20)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return at

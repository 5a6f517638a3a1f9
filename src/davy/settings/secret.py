"""A secret of this installation in a file: made on first use, whole or not at all, closed to others."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from davy.settings import env

__all__ = ["secret", "settle"]


def secret(path: Path, make: Callable[[], bytes]) -> bytes:
    """What the file holds. Processes that start together agree on one, and it outlives a power cut.

    Raises env.BadSettingError when others may read the file.
    """
    if not path.exists():
        _appear(path, make())
    if path.stat().st_mode & 0o077:
        raise env.BadSettingError(str(path), "can be read by other users; run: chmod 600 on it")
    return path.read_bytes()


def settle(directory: Path) -> None:
    """Make sure that the names in this directory outlive a power cut."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _appear(path: Path, content: bytes) -> None:
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".key-")  # mkstemp makes it 0600
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process of ours was first; its key holds
    finally:
        Path(draft).unlink()
    settle(path.parent)

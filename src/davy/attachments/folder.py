"""The store of attachments on a disk of this machine: a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

__all__ = ["Folder"]


@dataclass(frozen=True)
class Folder:
    """Files under `root`. A file appears under its name complete or not at all, and is on the disk before
    anybody refers to it."""

    root: Path

    def path(self, name: str) -> Path:
        """Where it lies."""
        return self.root / name

    def open(self, name: str) -> IO[bytes]:
        """To be read from its beginning. Raises FileNotFoundError, OSError of the disk."""
        return self.path(name).open("rb")

    def there(self, name: str) -> bool:
        """Whether there is such a file."""
        return self.path(name).exists()

    def keep(self, written: IO[bytes], name: str) -> None:
        """Give the draft its lasting name and wait until the disk has both."""
        written.flush()
        os.fsync(written.fileno())
        self._place(Path(written.name), self.path(name))

    def remove(self, name: str) -> None:
        """Take it away; what is gone already is no error."""
        self.path(name).unlink(missing_ok=True)

    @contextmanager
    def fill(self, name: str) -> Iterator[IO[bytes]]:
        """A file to be written at once and as a whole, where nobody reads yet: a restore."""
        path = self.path(name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("wb") as file:
            yield file

    def _place(self, draft: Path, path: Path) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # A link, because the draft's own name goes when it is closed. An existing file holds the same bytes,
        # or is damaged and better replaced.
        linked = path.with_name(f"{path.name}.{draft.name}")
        os.link(draft, linked)
        linked.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

"""What is added to a file that others write."""

from __future__ import annotations

from pathlib import Path

__all__ = ["Tail"]


class Tail:
    """What comes to the end of a file; begins anew where another file has its name."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._place = path.stat().st_size if path.exists() else 0

    def more(self) -> str:
        """A megabyte at most."""
        if not self._path.exists():
            return ""
        if self._path.stat().st_size < self._place:
            self._place = 0
        with self._path.open("rb") as file:
            file.seek(self._place)
            raw = file.read(1024 * 1024)
        self._place += len(raw)
        return raw.decode(errors="replace")

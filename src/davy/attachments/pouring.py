"""A file that keeps nothing: what was written is taken away part by part, and never looked at again."""

from __future__ import annotations

import io

__all__ = ["Pouring"]


class Pouring(io.RawIOBase):
    """Takes what a ZIP writes; ``poured`` gives it away."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def write(self, part: object) -> int:
        content = bytes(memoryview(part))  # type: ignore[arg-type]  # whatever has a buffer
        self._parts.append(content)
        self._at += len(content)
        return len(content)

    def poured(self) -> bytes:
        """All that was written since it was last asked."""
        found = b"".join(self._parts)
        self._parts.clear()
        return found

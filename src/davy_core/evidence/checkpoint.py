"""A checkpoint: the log named by its origin had this size and this root. Signed as a note, it commits.

C2SP tlog-checkpoint and tlog-cosignature: three lines, then lines of one's own, none of which is empty.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass

from davy_core.evidence.note import NoteError

__all__ = ["Checkpoint", "cosigned", "cosigned_at", "cosigned_text"]

_SIZE = re.compile(r"0|[1-9]\d{0,18}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """`root` is 32 bytes; `more` are lines of the log's own."""

    origin: str
    size: int
    root: bytes
    more: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text that is signed."""
        return "".join(f"{line}\n" for line in (*self._head(), *self.more))

    def _head(self) -> tuple[str, str, str]:
        return self.origin, str(self.size), base64.b64encode(self.root).decode()

    @classmethod
    def of(cls, text: str) -> Checkpoint:
        """What the text of a note says. Raises NoteError for what is not the one spelling of a checkpoint."""
        lines = text.split("\n")
        if len(lines) < 4 or lines[-1] or not all(lines[:-1]) or not _SIZE.fullmatch(lines[1]):
            raise NoteError("this is no checkpoint")
        try:
            root = base64.b64decode(lines[2], validate=True)
        except binascii.Error:
            root = b""
        found = cls(lines[0], int(lines[1]), root, tuple(lines[3:-1]))
        if len(root) != 32 or found.text != text:
            raise NoteError("this is no checkpoint")
        return found


def cosigned_text(text: str, at: int) -> bytes:
    """What a witness signs of a checkpoint's text at this time (seconds since 1970, UTC)."""
    return f"cosignature/v1\ntime {at}\n{text}".encode()


def cosigned(at: int, signature: bytes) -> bytes:
    """What stands in a witness's line: the time before the signature."""
    return at.to_bytes(8) + signature


def cosigned_at(content: bytes) -> tuple[int, bytes]:
    """Time and signature of a witness's line. Raises NoteError when it is too short."""
    if len(content) <= 8:
        raise NoteError("a witness's line has no signature")
    return int.from_bytes(content[:8]), content[8:]

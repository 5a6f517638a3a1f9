"""What a witness answers over HTTP."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["HELD", "Reply"]


@dataclass(frozen=True)
class Reply:
    """Status, body and the kind of content."""

    status: int
    body: str
    kind: str = "text/plain; charset=utf-8"


HELD = Reply(
    503,
    "this witness was restored from a backup and co-signs nothing of this log until somebody there has shown"
    " what it co-signed last (davy evidence remember)\n",
)

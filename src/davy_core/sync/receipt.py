"""What the server signs when it has judged an envelope: the phone keeps its row until it holds this."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from davy_core.instants import iso


@dataclass(frozen=True)
class Receipt:
    """`command` and `sha256` name the envelope, `head` the device's chain after it (hex). `code` tells the
    first reason of a refusal."""

    device: str
    seq: int
    command: str
    sha256: str
    verdict: str
    code: str | None
    version: int
    recorded_at: datetime
    head: str

    def text(self) -> str:
        """The one spelling that is signed."""
        told = {
            "v": 1,
            "device": self.device,
            "seq": self.seq,
            "command": self.command,
            "sha256": self.sha256,
            "verdict": self.verdict,
            "code": self.code,
            "version": self.version,
            "recorded_at": iso(self.recorded_at),
            "head": self.head,
        }
        return json.dumps(told, separators=(",", ":"))

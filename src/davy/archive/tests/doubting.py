"""What davy-verify says of files, as the vectors keep it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from davy.archive.tests.taken import zipped
from davy_verify.checks import check
from davy_verify.note import Key
from davy_verify.outside import Trust

NOW = datetime(2028, 1, 1, tzinfo=UTC)
"""What the reader's clock says."""


def verdict(
    files: Mapping[str, bytes], key: str | None, seen: bytes | None, trust: Trust | None = None
) -> list[list[object]]:
    """Level and code of every finding, in order."""
    return judged(zipped(files), key, seen, trust)


def judged(
    raw: bytes, key: str | None, seen: bytes | None = None, trust: Trust | None = None
) -> list[list[object]]:
    """The same of a ZIP as it lies there."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "b.zip"
        path.write_bytes(raw)
        found = check(path, Key.of(key) if key else None, seen, trust, NOW)
        return [[one.level, one.code] for one in found]

"""An upload in parts, over a line that breaks: what has arrived stays, and the rest goes on from there.

A part file belongs to one account and one content. It is nothing yet: only the whole, held to its hash,
becomes an attachment, in the same way as an upload in one piece.
"""

from __future__ import annotations

import fcntl
import os
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from davy import clock
from davy.attachments import files, store
from davy.attachments.models import Attachment
from davy.db import tenant
from davy.problems.response import Problem

__all__ = ["MOST", "append", "received", "sweep_parts", "whole"]

MOST = 40
"""Uploads that one account may have begun and not ended: a phone's queue of photos, and no more."""
IDLE = timedelta(hours=1)
"""Where there are so many, the one that nobody went on with for longest makes room, after this long (j)."""


def received(company_id: UUID, account_id: UUID, sha256: str) -> int | None:
    """How many bytes of the content have arrived; None when the company has it whole."""
    with tenant.company(company_id):
        if Attachment.objects.filter(company_id=company_id, sha256=sha256).exists():
            return None
    path = files.part_path(company_id, account_id, sha256)
    return path.stat().st_size if path.exists() else 0


def append(source: store.Readable, *, company_id: UUID, account_id: UUID, sha256: str, offset: int) -> int:
    """Add the bytes from `offset` on; how many have arrived then.

    Raises Problem when the part begins elsewhere than the last one ended (telling how many have arrived),
    when the whole grows too large, or too many uploads of the account lie unfinished.
    """
    store.check_name(sha256)
    path = files.part_path(company_id, account_id, sha256)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        if offset != 0:  # nothing is begun by what cannot be gone on with
            raise Problem("attachment_part_elsewhere", received=0)
        _make_room(path.parent, account_id)
    with path.open("ab") as part:
        fcntl.flock(part, fcntl.LOCK_EX)  # two tabs of one phone
        stands = part.tell()
        if stands != offset:
            raise Problem("attachment_part_elsewhere", received=stands)
        return _write(source, part, stands)


def _make_room(folder: Path, account_id: UUID) -> None:
    """Raises Problem attachment_parts_too_many when all are still being gone on with."""
    begun = sorted(folder.glob(f"{account_id}-*"), key=_touched)
    if len(begun) < MOST:
        return
    if _touched(begun[0]) > (clock.now() - IDLE).timestamp():
        raise Problem("attachment_parts_too_many", limit=MOST)
    begun[0].unlink(missing_ok=True)


def _touched(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:  # ended or swept meanwhile
        return 0.0


def whole(company_id: UUID, account_id: UUID, sha256: str, *, drawing: bool) -> store.Taken:
    """What has arrived is all: store it under its hash. What does not fit its hash, or is no picture, is
    thrown away, and the sender begins again; a full disk or a database that is away costs nothing of it.
    Raises Problem as an upload in one piece does."""
    path = files.part_path(company_id, account_id, sha256)
    try:
        part = path.open("rb")
    except FileNotFoundError:
        raise Problem("attachment_part_elsewhere", received=0) from None
    try:
        with part:
            taken = store.take(
                part, company_id=company_id, sha256=sha256, account_id=account_id, drawing=drawing
            )
    except Problem:  # the content is at fault
        path.unlink(missing_ok=True)
        raise
    path.unlink(missing_ok=True)
    return taken


def sweep_parts(older_than: timedelta = timedelta(days=2)) -> int:
    """Delete what was begun and not gone on with for this long; how many went."""
    before = (clock.now() - older_than).timestamp()
    old = [path for path in files.parts() if path.stat().st_mtime < before]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _write(source: store.Readable, part: BinaryIO, stands: int) -> int:
    """Copy the part behind what stands. A line that breaks leaves what came, down to the disk."""
    try:
        while chunk := source.read(store.CHUNK):
            if stands + len(chunk) > store.MAX_PICTURE:
                raise Problem("attachment_too_large", limit_mb=store.MAX_PICTURE // 1024 // 1024)
            stands += part.write(chunk)
    finally:
        part.flush()
        os.fsync(part.fileno())
    return stands

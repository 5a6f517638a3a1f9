"""Where the bytes lie: one file a content under its SHA-256, beside it the copy that is shown.

A file appears under its name complete or not at all, and is on the disk before anybody refers to it.
"""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO
from uuid import UUID

from django.conf import settings

__all__ = ["display_path", "draft", "keep", "original_path", "part_path", "parts", "remove", "write_display"]


def original_path(company_id: UUID, sha256: str) -> Path:
    """The uploaded bytes."""
    return _folder(company_id) / sha256[:2] / sha256[2:4] / sha256


def display_path(company_id: UUID, sha256: str) -> Path:
    """The copy that is shown; pictures only."""
    return original_path(company_id, sha256).with_name(f"{sha256}.display.jpg")


def draft(company_id: UUID) -> IO[bytes]:
    """A file to write an upload into, on the same file system; it vanishes when it is closed unkept."""
    folder = _folder(company_id) / "drafts"
    (Path(settings.DATA) / "attachments").mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return NamedTemporaryFile(dir=folder)


def part_path(company_id: UUID, account_id: UUID, sha256: str) -> Path:
    """Where the beginning of an upload of this account waits for its rest."""
    return _folder(company_id) / "parts" / f"{account_id}-{sha256}"


def parts() -> list[Path]:
    """The unfinished uploads of all companies."""
    return list((Path(settings.DATA) / "attachments").glob("*/parts/*"))


def keep(written: IO[bytes], path: Path) -> None:
    """Give the draft its lasting name and wait until the disk has both."""
    written.flush()
    os.fsync(written.fileno())
    _place(Path(written.name), path)


def write_display(company_id: UUID, sha256: str, content: bytes) -> None:
    """Put the shown copy beside its original."""
    with draft(company_id) as file:
        file.write(content)
        keep(file, display_path(company_id, sha256))


def remove(company_id: UUID, sha256: str) -> None:
    """Take original and copy away; what is gone already is no error."""
    display_path(company_id, sha256).unlink(missing_ok=True)
    original_path(company_id, sha256).unlink(missing_ok=True)


def _folder(company_id: UUID) -> Path:
    return Path(settings.DATA) / "attachments" / str(company_id)


def _place(draft_path: Path, path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A link, because the draft's own name goes when it is closed. An existing file holds the same bytes, or
    # is damaged and better replaced.
    linked = path.with_name(f"{path.name}.{draft_path.name}")
    os.link(draft_path, linked)
    linked.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)

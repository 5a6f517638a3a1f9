"""Where the bytes lie: one a content under its SHA-256, beside it the copy that is shown, in a folder or in a
bucket. What has not come whole lies on a disk of this machine, whichever it is."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO
from uuid import UUID

from django.conf import settings

from davy.attachments.bucket import Bucket, StoreAwayError
from davy.attachments.folder import Folder
from davy.settings.bucket import Told

__all__ = [
    "Store", "StoreAwayError", "content", "draft", "keep", "name_of", "opened", "part_path", "parts",
    "remove", "store_in", "there", "write_shown",
]  # fmt: skip


Store = Folder | Bucket


def store_in(data: Path) -> Store:
    """The store of the installation with this data directory: its bucket where one is set, else its
    folder."""
    told: Told | None = settings.S3
    return Folder(data / "attachments") if told is None else _bucket(told)


@cache
def _bucket(told: Told) -> Bucket:
    return Bucket(told)


def name_of(company_id: UUID | str, sha256: str, *, shown: bool = False) -> str:
    """The name in the store: of the uploaded bytes, or of the copy that is `shown` (pictures only)."""
    name = f"{company_id}/{sha256[:2]}/{sha256[2:4]}/{sha256}"
    return f"{name}.display.jpg" if shown else name


def opened(company_id: UUID, sha256: str, *, shown: bool = False) -> IO[bytes]:
    """To be read from its beginning, once, and closed. Raises FileNotFoundError when it is not there,
    StoreAwayError."""
    return _own().open(name_of(company_id, sha256, shown=shown))


def content(company_id: UUID, sha256: str, *, shown: bool = False) -> bytes:
    """All of it, for what is small. Raises as `opened` does."""
    with opened(company_id, sha256, shown=shown) as file:
        return file.read()


def there(company_id: UUID, sha256: str, *, shown: bool = False) -> bool:
    """Whether the store has it. Raises StoreAwayError."""
    return _own().there(name_of(company_id, sha256, shown=shown))


def draft(company_id: UUID) -> IO[bytes]:
    """A file to write an upload into; it vanishes when it is closed unkept."""
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


def keep(written: IO[bytes], company_id: UUID, sha256: str, *, shown: bool = False) -> None:
    """Put the draft into the store; it is there for good when this returns. Raises StoreAwayError."""
    _own().keep(written, name_of(company_id, sha256, shown=shown))


def write_shown(company_id: UUID, sha256: str, painted: bytes) -> None:
    """Put the shown copy beside its original. Raises StoreAwayError."""
    with draft(company_id) as file:
        file.write(painted)
        keep(file, company_id, sha256, shown=True)


def remove(company_id: UUID, sha256: str) -> None:
    """Take original and copy away; what is gone already is no error. Raises StoreAwayError."""
    for shown in (True, False):
        _own().remove(name_of(company_id, sha256, shown=shown))


def _own() -> Store:
    return store_in(Path(settings.DATA))


def _folder(company_id: UUID) -> Path:
    return Path(settings.DATA) / "attachments" / str(company_id)

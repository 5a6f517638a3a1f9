"""The ZIP with scans: its names, and one file at a time. Nothing is ever written where the ZIP says."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from davy.people.importing.reading import BadFileError, limit

__all__ = ["LARGEST", "Scans", "TooLargeError", "opened"]

LARGEST = 15 * 1024 * 1024
"""Bytes of one scan, as attachments take them."""
_UTF8 = 0x800
_CHUNK = 1 << 20


class TooLargeError(Exception):
    """The file has more bytes than a scan may have, whatever the ZIP says of it."""


class Scans:
    """The scans by their bare name; of two files of one name in two folders the first counts."""

    def __init__(self, archive: zipfile.ZipFile | None) -> None:
        self._archive = archive
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in archive.infolist() if archive else ():
            if not info.is_dir() and not info.flag_bits & 0x1:
                self._infos.setdefault(_bare(info), info)
        self._stems = {name.rpartition(".")[0].casefold(): name for name in self._infos}

    @property
    def names(self) -> list[str]:
        """Every file by its bare name."""
        return sorted(self._infos)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def called(self, *stems: str) -> str:
        """The file whose name without its ending is one of these; empty when there is none."""
        found = (self._stems.get(_clean(stem).casefold(), "") for stem in stems if stem)
        return next((name for name in found if name), "")

    def pour(self, name: str, out: IO[bytes]) -> int:
        """Write the file there; how many bytes it has. Raises TooLargeError, and BadFileError when it is
        damaged."""
        size = 0
        try:
            with self._archive.open(self._infos[name]) as part:  # type: ignore[union-attr]  # it has names
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    if size > LARGEST:
                        raise TooLargeError(name)
                    out.write(chunk)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
            raise BadFileError("import_unreadable") from error
        out.flush()
        return size


def opened(path: Path) -> Iterator[Scans]:
    """The scans while they are read, one value; without a ZIP none. Raises BadFileError."""
    if not path.exists():
        yield Scans(None)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            if len(archive.infolist()) > limit("scans"):
                raise BadFileError("import_many_scans", most=limit("scans"))
            yield Scans(archive)
    except zipfile.BadZipFile as error:
        raise BadFileError("import_unreadable") from error


def _bare(info: zipfile.ZipInfo) -> str:
    name = info.filename
    if not info.flag_bits & _UTF8:
        # Chinese Windows writes its own encoding and says nothing; the reader takes it for cp437.
        with suppress(UnicodeEncodeError, UnicodeDecodeError):
            name = name.encode("cp437").decode("gb18030")
    return _clean(re.split(r"[\\/]", name)[-1])


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()

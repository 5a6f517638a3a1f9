"""Opens a bundle: the files that its signed manifest names, each with the bytes it was signed with."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO

from davy_verify.finding import BROKEN, OPEN, PROVEN, Finding
from davy_verify.note import BadNoteError, Key, opened
from davy_verify.succession import Step, chain

__all__ = ["MANIFEST", "Bundle"]

MANIFEST = "manifest.note"
_KEY = "log/key"
_FORM = "davy-bundle/v1"
_LINE = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9][A-Za-z0-9._/-]*)", re.ASCII)
_ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_KNOWN = re.compile(
    rf"log/(?:key|checkpoint|entries\.jsonl)"
    rf"|(streams/[a-z]+-{_ID}/)(?:(?:events|entries|private)\.jsonl|gas\.csv)"
    r"|signatures/(?:(?:proofs|phones|passkeys)\.jsonl|agreement-[1-9]\d{0,3}\.txt)|rules/[0-9a-f]{64}\.json"
    r"|log/succession/[1-9]\d{0,5}\.note"
    r"|log/outside/[1-9]\d{0,18}/(?:note|proof|stamp\.tsr)"
    rf"|readings/{_ID}/\d{{4}}-\d\d-\d\dT\d\d-\d{{1,19}}\.jsonl"
    r"|attachments/[0-9a-f]{64}|papers/[A-Za-z0-9][A-Za-z0-9._-]*\.pdf",
    re.ASCII,
)
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_READ = 1 << 20
_MOST_FILES = 200_000
_LARGEST_TEXT = 512 << 20
"""Bytes of a file that is read whole; attachments are only streamed through."""


class Bundle:
    """An open bundle. `names` are the files of the manifest, none before `open` has found it signed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.names: dict[str, str] = {}
        self.made_at = ""
        self.key: Key | None = None
        self.steps: list[Step] = []
        self._zip: zipfile.ZipFile | None = None

    def open(self, pinned: Key | None) -> Iterator[Finding]:
        """Find the manifest, believe it, and hold every file against it."""
        try:
            self._zip = zipfile.ZipFile(self._path)  # its list is read once; `close` lets go of it
            yield from self._open(pinned)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
            self.names = {}
            yield Finding(BROKEN, "no_bundle", {"why": str(error)})

    def text(self, name: str) -> bytes:
        """The bytes of a file. Raises KeyError when the manifest does not name it."""
        if name not in self.names:
            raise KeyError(name)
        return self._bytes(name)

    def close(self) -> None:
        """Let go of the file."""
        if self._zip is not None:
            self._zip.close()

    def lines(self, name: str, longest: int) -> Iterator[bytes]:
        """The lines of a file, read as they are taken, without their ends. Raises KeyError when the manifest
        does not name it, ValueError for a longer line and for a last one without its end."""
        if name not in self.names:
            raise KeyError(name)
        with self._archive.open(name) as file:
            while line := file.readline(longest + 1):
                if not line.endswith(b"\n"):
                    raise ValueError("a line has no end or is too long")
                yield line[:-1]

    @property
    def _archive(self) -> zipfile.ZipFile:
        if self._zip is None:
            raise ValueError("not opened")
        return self._zip

    def _open(self, pinned: Key | None) -> Iterator[Finding]:
        members = self._archive.infolist()
        if any(entry.compress_type not in _PACKED for entry in members):
            raise ValueError("packed in an unknown way")
        there = [entry.orig_filename for entry in members]  # as listed: what follows a NUL is no secret
        if len(there) > _MOST_FILES:
            raise ValueError(f"{len(there)} files")
        for name, times in Counter(there).items():
            if times > 1:
                yield Finding(BROKEN, "file_twice", {"file": name})
        if MANIFEST not in there or _KEY not in there or len(there) != len(set(there)):
            yield Finding(BROKEN, "no_manifest")
            return
        try:
            own = Key.of(self._bytes(_KEY).decode().rstrip("\n"))
            self.steps = chain(there, self._bytes, own)
            followed = pinned in {step.old for step in self.steps}
            text = opened(self._bytes(MANIFEST), own if followed else pinned or own)
        except (BadNoteError, UnicodeDecodeError) as error:
            yield Finding(BROKEN, "manifest_not_signed", {"why": str(error)})
            return
        self.key = own if followed else pinned or own
        yield self._whose(pinned, own, followed=followed)
        for step in self.steps:
            if step.restart:
                about = {"ended": step.ended, "begins": step.begins, "at": step.at, "why": step.why}
                yield Finding(OPEN, "log_restarted", about)
        if not self._listed(text):
            self.names = {}
            yield Finding(BROKEN, "no_manifest")
            return
        yield from self._held(set(there) - {MANIFEST})

    @property
    def keys(self) -> list[Key]:
        """The key of the log and those that it followed."""
        return [*([self.key] if self.key else []), *(step.old for step in reversed(self.steps))]

    def _whose(self, pinned: Key | None, own: Key, *, followed: bool) -> Finding:
        if pinned is None:
            return Finding(OPEN, "key_from_bundle", {"key": own.told})
        if followed:
            return Finding(PROVEN, "key_followed", {"count": len(self.steps), "key": own.told})
        if own != pinned:
            return Finding(BROKEN, "key_differs", {"key": own.told})
        return Finding(PROVEN, "key_known", {"log": pinned.name})

    def _listed(self, text: str) -> bool:
        """Whether the signed text is a manifest of this log; takes its names."""
        head, lines = text.split("\n")[:3], text.split("\n")[3:-1]
        found = [match for line in lines if (match := _LINE.fullmatch(line))]
        if self.key is None or len(head) != 3 or (head[0], head[2]) != (_FORM, self.key.name):
            return False
        self.made_at = head[1]
        self.names = {match[2]: match[1] for match in found}
        return len(self.names) == len(lines) and not any(".." in name.split("/") for name in self.names)

    def _held(self, there: set[str]) -> Iterator[Finding]:
        wrong = 0
        for name in sorted(there - self.names.keys()):
            wrong += 1
            yield Finding(BROKEN, "file_added", {"file": name})
        for name, digest in self.names.items():
            if not self._known(name):
                wrong += 1
                yield Finding(BROKEN, "file_unknown", {"file": name})
            elif name not in there:
                wrong += 1
                yield Finding(BROKEN, "file_missing", {"file": name})
            elif self._digest(name) != digest:
                wrong += 1
                yield Finding(BROKEN, "file_changed", {"file": name})
        if not wrong:
            yield Finding(PROVEN, "files_whole", {"count": len(self.names), "made_at": self.made_at})
        else:
            self.names = {}

    def _known(self, name: str) -> bool:
        """Whether this names something that gets checked; what is of a stream has its events beside it."""
        found = _KNOWN.fullmatch(name)
        return found is not None and (found[1] is None or f"{found[1]}events.jsonl" in self.names)

    def _bytes(self, name: str) -> bytes:
        with self._archive.open(name) as file:
            return _limited(file)

    def _digest(self, name: str) -> str:
        found = sha256()
        try:
            with self._archive.open(name) as file:
                while part := file.read(_READ):
                    found.update(part)
        except (zipfile.BadZipFile, EOFError, OSError, ValueError) as error:
            return str(error)
        except Exception as error:  # noqa: BLE001 - zlib.error and its like: whatever it is, it is not the file
            return str(error)
        return found.hexdigest()


def _limited(file: IO[bytes]) -> bytes:
    content = file.read(_LARGEST_TEXT + 1)
    if len(content) > _LARGEST_TEXT:
        raise OSError("a file is too large")
    return content

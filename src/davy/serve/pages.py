"""Serves the built pages of /m/, /console/ and /verify/ from memory: a few megabytes, read once at start."""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

__all__ = ["ENTRIES", "Page", "Pages"]

ENTRIES = ("m", "console", "verify")

_HASHED = re.compile(
    r"/assets/.+-[A-Za-z0-9_-]{8,}\.\w+$"
)  # the bundler puts the content's hash into the name
_COMPRESSIBLE = re.compile(r"text/|application/(json|javascript|wasm|manifest\+json)|image/svg\+xml")
_TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json", ".wasm": "application/wasm"}


@dataclass(frozen=True)
class Page:
    """One file with the headers it goes out with."""

    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def etag(self) -> str:
        """Names the content."""
        return self.headers["ETag"]

    @cached_property
    def packed(self) -> bytes | None:
        """The body compressed, None when that does not pay. Worked out once, at the first request."""
        if not _COMPRESSIBLE.match(self.headers["Content-Type"]):
            return None
        small = gzip.compress(self.body, 6, mtime=0)
        return small if len(small) < len(self.body) else None


class Pages:
    """All files below the directory, by their path. What is not in the table cannot be asked for."""

    def __init__(self, directory: Path) -> None:
        self._pages = dict(_read(directory))

    def find(self, path: str) -> Page | None:
        """The file of a path; another path below an entry gives its start page, where the app routes itself.

        None for paths outside of the entries, for missing assets, and when nothing has been built.
        """
        entry = path.strip("/").split("/", 1)[0]
        if entry not in ENTRIES:
            return None
        found = self._pages.get(path)
        if found is not None or path.startswith(f"/{entry}/assets/"):
            return found
        return self._pages.get(f"/{entry}/index.html")

    @property
    def built(self) -> bool:
        """Whether there is anything to serve."""
        return bool(self._pages)


def _read(directory: Path) -> Iterator[tuple[str, Page]]:
    for entry in ENTRIES:
        for file in sorted((directory / entry).rglob("*")):
            if file.is_file():
                path = f"/{file.relative_to(directory).as_posix()}"
                body = file.read_bytes()
                yield path, Page(body, _headers(path, file.suffix, body))


def _headers(path: str, suffix: str, body: bytes) -> Mapping[str, str]:
    kind = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    if kind.startswith("text/"):
        kind += "; charset=utf-8"
    return {
        "Content-Type": kind,
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"',
        "Vary": "Accept-Encoding",
        # A page that may change is asked for every time and answered with 304.
        "Cache-Control": "public, max-age=31536000, immutable" if _HASHED.search(path) else "no-cache",
    }

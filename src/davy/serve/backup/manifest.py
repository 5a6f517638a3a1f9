"""What a backup says of itself: every file with its hash, and a seal that only the passphrase makes.

Whoever changes the backup without the passphrase cannot make a manifest that fits.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

__all__ = [
    "ATTACHMENTS", "DATABASE", "FORMAT", "KEYS", "LISTED", "MANIFEST", "BadBackupError", "File", "Manifest",
    "Secrets", "drained", "listed", "measured", "misnamed", "read",
]  # fmt: skip

FORMAT = "davy-backup/v1"
MANIFEST, DATABASE, KEYS = "manifest.json", "database.dump", "keys.sealed"
LISTED, ATTACHMENTS = "attachments.list", "attachments"
_PART = 1 << 20
_COST = {"n": 1 << 16, "r": 8, "p": 1, "maxmem": 1 << 28}  # about a fifth of a second, 64 MiB


class BadBackupError(Exception):
    """The backup cannot be used; the words say why and what to do."""


@dataclass(frozen=True)
class File:
    """A file's hash and size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Secrets:
    """What comes of the passphrase: a key that seals the keys, and one that seals the manifest."""

    sealing: bytes
    marking: bytes

    @classmethod
    def of(cls, passphrase: str, salt: bytes) -> Secrets:
        """The same for the same passphrase and salt."""
        made = hashlib.scrypt(passphrase.encode(), salt=salt, dklen=64, **_COST)
        return cls(made[:32], made[32:])

    def seal(self, content: bytes) -> bytes:
        """Nobody without the passphrase reads it or changes it unseen."""
        nonce = secrets.token_bytes(12)
        return nonce + AESGCM(self.sealing).encrypt(nonce, content, FORMAT.encode())

    def opened(self, sealed: bytes) -> bytes:
        """What was sealed. Raises BadBackupError when it was changed."""
        try:
            return AESGCM(self.sealing).decrypt(sealed[:12], sealed[12:], FORMAT.encode())
        except InvalidTag:
            raise BadBackupError(f"{KEYS} 被改动 / {KEYS} was changed") from None


@dataclass(frozen=True)
class Manifest:
    """`checkpoints`: the newest published note of each company at the instant of the backup; `migrations`:
    of what shape the database is; `postgres`: which major made the dump; `missing`: attachments that were
    known and not on the disk when it was made; `changed`: those whose bytes were not what their name says."""

    made_at: str
    release: str
    postgres: int
    salt: str
    migrations: tuple[str, ...]
    checkpoints: Mapping[str, str]
    files: Mapping[str, File]
    attachments: int
    missing: tuple[str, ...] = field(default=())
    changed: tuple[str, ...] = field(default=())

    def written(self, secrets_: Secrets) -> bytes:
        """The file, sealed."""
        told = {"format": FORMAT, **asdict(self)}
        return _text({**told, "mark": _mark(told, secrets_)})


def read(directory: Path, passphrase: str) -> tuple[Manifest, Secrets]:
    """The manifest of a backup. Raises BadBackupError: none, of another form, cut, changed, or another
    passphrase."""
    try:
        told = json.loads((directory / MANIFEST).read_bytes())
        form = told["format"]
    except FileNotFoundError:
        raise BadBackupError(
            f"{directory} 里没有 {MANIFEST}：不是完整的备份 / there is no {MANIFEST}: not a whole backup"
        ) from None
    except (ValueError, KeyError, TypeError, UnicodeDecodeError):
        raise BadBackupError(f"{MANIFEST} 损坏 / {MANIFEST} is damaged") from None
    if form != FORMAT:
        raise BadBackupError(
            f"备份格式是 {form}，本版本只认 {FORMAT}；请用当时的版本恢复 / the form of this backup is {form}"
            f" and this release reads {FORMAT} only; restore it with the release that made it"
        )
    try:
        mark = told.pop("mark")
        secrets_ = Secrets.of(passphrase, bytes.fromhex(told["salt"]))
        whole = hmac.compare_digest(str(mark), _mark(told, secrets_))
    except (KeyError, ValueError, TypeError, AttributeError):
        raise BadBackupError(f"{MANIFEST} 损坏 / {MANIFEST} is damaged") from None
    if not whole:
        raise BadBackupError(
            f"口令不对，或 {MANIFEST} 被改动 / the passphrase is wrong, or {MANIFEST} was changed"
        )
    del told["format"]
    files = {name: File(**one) for name, one in told.pop("files").items()}
    migrations, missing = (tuple(told.pop(name)) for name in ("migrations", "missing"))
    changed = tuple(told.pop("changed", ()))  # an older backup does not tell
    return Manifest(files=files, migrations=migrations, missing=missing, changed=changed, **told), secrets_


def measured(path: Path, into: Callable[[bytes], object] = lambda _: None) -> File:
    """The hash and size of a file, read once; each part of it is handed on."""
    with path.open("rb") as file:
        return drained(file, into)


def drained(file: IO[bytes], into: Callable[[bytes], object] = lambda _: None) -> File:
    """The hash and size of what is read out of it; each part of it is handed on."""
    digest, size = hashlib.sha256(), 0
    while part := file.read(_PART):
        digest.update(part)
        size += len(part)
        into(part)
    return File(digest.hexdigest(), size)


def listed(content: bytes) -> Iterator[tuple[str, File]]:
    """The attachments of the list: path within the data directory, and what lies there. Raises BadBackupError
    for a path that leads anywhere else."""
    for line in content.decode().splitlines():
        sha256, size, name = line.split(" ", 2)
        parts = name.split("/")
        if parts[0] != ATTACHMENTS or not all(part.strip(".") for part in parts):
            raise BadBackupError(f"{LISTED}: {name}")
        yield name, File(sha256, int(size))


def misnamed(files: Iterable[tuple[str, File]]) -> tuple[str, ...]:
    """The attachments that are not what was handed in: an original bears its hash as its name."""
    named = ((name, name.rpartition("/")[2], found) for name, found in files)
    return tuple(name for name, own, found in named if "." not in own and own != found.sha256)


def _mark(told: Mapping[str, Any], secrets_: Secrets) -> str:
    return hmac.new(secrets_.marking, _text(told), hashlib.sha256).hexdigest()


def _text(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1).encode()

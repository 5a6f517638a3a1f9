"""Makes a backup while the installation runs: one instant of the database, and every file it knows.

Attachments are there before a row knows them and never change, so that what the snapshot knows can be copied
afterwards. What was signed last is read before the snapshot: it must never be ahead of the rows.
"""

from __future__ import annotations

import io
import os
import secrets
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path

import davy
from davy import clock
from davy.attachments import files
from davy.serve.backup import database
from davy.serve.backup.manifest import (
    ATTACHMENTS,
    DATABASE,
    KEYS,
    LISTED,
    MANIFEST,
    BadBackupError,
    File,
    Manifest,
    Secrets,
    drained,
    measured,
    misnamed,
)
from davy_core.instants import iso

__all__ = ["Say", "make"]

Say = Callable[[str], None]
_EVERY = 500  # attachments between two lines
_ELSEWHERE = frozenset({ATTACHMENTS, "imports", "log", "postgres", "run", "serve.lock"})
"""What in a data directory is no secret of the installation, or is copied otherwise."""

_SIGNED = ".signed"


def make(data: Path, target: Path, passphrase: str, say: Say) -> Manifest:
    """Back the installation up into `target`, which appears whole or not at all; what a run that was cut off
    had copied already is used again. Raises BadBackupError when it cannot be made."""
    if target.exists():
        raise BadBackupError(f"{target} 已存在，请换个名字 / {target} exists already: choose another name")
    draft = target.with_name(f"{target.name}.part")
    draft.mkdir(mode=0o700, parents=True, exist_ok=True)
    salt = secrets.token_bytes(16)
    secrets_ = Secrets.of(passphrase, salt)
    signed = {path: content for path, content in _kept(data).items() if path.endswith(_SIGNED)}
    with database.running(data) as dsn, database.snapshot(dsn) as held:
        now = iso(clock.now())
        say(f"数据库快照 / database as of {now}")
        database.dump(dsn, held, draft / DATABASE, lambda size: say(f"数据库 / database {size >> 20} MB"))
    keys = {path: content for path, content in _kept(data).items() if not path.endswith(_SIGNED)}
    (draft / KEYS).write_bytes(secrets_.seal(_packed({**keys, **signed})))
    there, missing = _attachments(data, draft, held, say)
    lines = [f"{file.sha256} {file.size} {name}\n" for name, file in there]
    (draft / LISTED).write_text("".join(lines), encoding="utf-8")
    made = Manifest(
        made_at=now,
        release=davy.__version__,
        postgres=held.postgres,
        salt=salt.hex(),
        migrations=held.migrations,
        checkpoints=held.checkpoints,
        files={name: measured(draft / name) for name in (DATABASE, KEYS, LISTED)},
        attachments=len(lines),
        missing=tuple(missing),
        changed=misnamed(there),
    )
    (draft / MANIFEST).write_bytes(made.written(secrets_))
    os.sync()  # all of it is on the disk before it is called a backup
    draft.rename(target)
    return made


def _kept(data: Path) -> Mapping[str, bytes]:
    """The secret files of the installation, by their path within the data directory."""
    found = [path for path in sorted(data.rglob("*")) if path.is_file() and not path.is_symlink()]
    named = {path.relative_to(data): path for path in found}
    return {
        str(name): path.read_bytes()
        for name, path in named.items()
        if name.parts[0] not in _ELSEWHERE and path.exists()
    }


def _packed(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in sorted(files.items()):
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(content), 0o600
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def _attachments(
    data: Path, draft: Path, held: database.Snapshot, say: Say
) -> tuple[list[tuple[str, File]], list[str]]:
    """Copy what the snapshot knows, as it is; each file by name, and what the store does not have. Raises
    StoreAwayError."""
    there, missing, store = list[tuple[str, File]](), list[str](), files.store_in(data)
    for done, (company, sha256, shown) in enumerate(held.attachments, 1):
        for copy in (False, True) if shown else (False,):
            own = files.name_of(company, sha256, shown=copy)
            name = f"{ATTACHMENTS}/{own}"
            try:
                copied = _copied(store, own, draft / name)
            except FileNotFoundError:
                missing.append(name)
                continue
            there.append((name, copied))
        if done % _EVERY == 0 or done == len(held.attachments):
            say(f"附件 / attachments {done}/{len(held.attachments)}")
    return there, missing


def _copied(store: files.Store, name: str, target: Path) -> File:
    """The file in the backup, copied unless a run before did it."""
    if target.exists():
        with store.open(name) as source:
            wanted = drained(source)
        if measured(target) == wanted:
            return wanted
    with store.open(name) as source:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            wanted = drained(source, file.write)
    found = measured(target)
    if found != wanted:
        raise BadBackupError(f"{target} 写坏了，检查磁盘 / {target} was not written whole: look at the disk")
    return found

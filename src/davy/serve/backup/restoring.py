"""Makes an installation out of a backup. Nothing is touched before all of the backup was read and holds."""

from __future__ import annotations

import io
import tarfile
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import davy
from davy.attachments.files import Store, store_in
from davy.evidence.log import holds
from davy.serve.backup import database
from davy.serve.backup.making import Say
from davy.serve.backup.manifest import (
    ATTACHMENTS,
    DATABASE,
    KEYS,
    LISTED,
    BadBackupError,
    File,
    Manifest,
    listed,
    measured,
    misnamed,
    read,
)
from davy.serve.cluster import Cluster
from davy.settings import places
from davy.settings.secret import settle
from davy.watch.witness import memory
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import parsed
from davy_core.evidence.tree import EMPTY

__all__ = ["UNFINISHED", "fill", "finished", "restore", "verified"]

UNFINISHED = "restore-unfinished"
"""A file in a data directory that was not restored to the end: nobody may serve from it."""

_EVERY = 500
_MADE_BY_LOOKING = {"secret-key"}
"""What every command makes in a new data directory; the one of the backup takes its place."""


def verified(backup: Path, passphrase: str, say: Say) -> tuple[Manifest, bytes]:
    """The manifest and the opened keys of a backup of which every byte is as it was made and which this
    release can read; the manifest tells what was changed before. Raises BadBackupError."""
    manifest, secrets_ = read(backup, passphrase)
    unknown = _unknown(manifest)
    if unknown:
        raise BadBackupError(
            f"备份来自更新的版本 {manifest.release}（{unknown[0]} 等），本机是 {davy.__version__}；请先升级"
            f" / the backup is of a newer release ({manifest.release}, with {unknown[0]}); this is"
            f" {davy.__version__}: install that one first"
        )
    for name, wanted in manifest.files.items():
        say(f"核对 / verifying {name}")
        _hold(backup / name, name, wanted)
    files = list(listed((backup / LISTED).read_bytes()))
    for done, (name, wanted) in enumerate(files, 1):
        _hold(backup / name, name, wanted)
        if done % _EVERY == 0 or done == len(files):
            say(f"核对附件 / verifying attachments {done}/{len(files)}")
    manifest = replace(manifest, changed=misnamed(files))  # by the bytes: an older backup does not tell
    return manifest, secrets_.opened((backup / KEYS).read_bytes())


def restore(backup: Path, data: Path, passphrase: str, say: Say) -> Manifest:
    """Fill an empty data directory, and its database; nothing of its logs is signed until somebody shows
    what was published last (davy.evidence.log.holds). Raises BadBackupError before anything is touched when
    something does not hold or the place is not empty; afterwards the place is marked as unfinished."""
    if {path.name for path in data.iterdir()} - _MADE_BY_LOOKING or places.cluster_directory(data).exists():
        raise BadBackupError(
            f"{data} 不是空的，恢复只进空目录 / {data} is not empty: restore into an empty directory"
        )
    manifest, keys = verified(backup, passphrase, say)
    (data / UNFINISHED).touch()
    _unpacked(keys, data)
    _held(data, manifest)
    fill(backup, store_in(data))
    cluster = _cluster(data)
    try:
        dsn = database.admin_dsn(data)
        if not database.is_empty(dsn):
            raise BadBackupError("目标数据库不是空的 / the database is not empty")
        say("恢复数据库 / restoring the database")
        database.fill(dsn, backup / DATABASE, manifest.postgres, lambda s: say(f"数据库 / database {s} s"))
    finally:
        if cluster is not None:
            cluster.stop()
    return manifest


def fill(backup: Path, store: Store) -> None:
    """Put every attachment of the backup into the store, a folder or a bucket, whichever it came out of.
    Raises BadBackupError, StoreAwayError."""
    for name, wanted in listed((backup / LISTED).read_bytes()):
        with store.fill(name.removeprefix(f"{ATTACHMENTS}/")) as file:
            if measured(backup / name, file.write) != wanted:
                raise BadBackupError(f"{name} 在恢复中变了 / {name} changed meanwhile")


def finished(data: Path) -> None:
    """The installation may be served."""
    (data / UNFINISHED).unlink()
    settle(data)


def _held(data: Path, manifest: Manifest) -> None:
    """Hold the log of each company of which the backup has a key or a checkpoint: more may have been
    published after it was made. And have no witness among them co-sign before it was told
    what it did last."""
    keys = (data / "log-keys").glob("*")
    signing = {path.name.split(".")[0] for path in keys if path.name.endswith((".pem", ".succession"))}
    for company in sorted(signing | set(manifest.checkpoints)):
        note = manifest.checkpoints.get(company)
        ended = Checkpoint.of(parsed(note)[0]) if note else None
        holds.place(UUID(company), ended.size if ended else 0, ended.root if ended else EMPTY)
    for path in (data / "log-keys").glob("*.witness.pem"):
        memory.place(UUID(path.name.split(".")[0]))


def _cluster(data: Path) -> Cluster | None:
    if database.external():
        return None
    home = places.cluster_directory(data)
    cluster = Cluster(home, places.socket_directory(data), data / "log" / "postgres.log")
    cluster.start()
    cluster.ensure_database(places.DATABASE)
    return cluster


def _unknown(manifest: Manifest) -> list[str]:
    """Migrations of our own apps that this release does not have."""
    package = Path(davy.__file__).parent
    known = {
        f"{path.parent.parent.name}.{path.stem}"
        for path in package.rglob("migrations/*.py")
        if path.stem != "__init__"
    }
    ours = {name.split(".")[0] for name in known}
    return [name for name in manifest.migrations if name.split(".")[0] in ours and name not in known]


def _hold(path: Path, name: str, wanted: File) -> None:
    try:
        found = measured(path)
    except FileNotFoundError:
        raise BadBackupError(f"缺 {name} / {name} is missing") from None
    if found.size != wanted.size:
        raise BadBackupError(
            f"{name} 不完整：{found.size} 字节，应为 {wanted.size} / {name} is cut: {found.size} bytes of"
            f" {wanted.size}"
        )
    if found.sha256 != wanted.sha256:
        raise BadBackupError(f"{name} 被改动或损坏 / {name} was changed or is damaged")


def _unpacked(keys: bytes, data: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(keys)) as archive:
        for member in archive:
            source = archive.extractfile(member)
            if source is None:
                continue
            target = data / member.name
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            target.touch(mode=0o600)
            target.write_bytes(source.read())

"""A photo that was changed on the disk is copied as it is and told by name: its name is the hash of what was
handed in."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from davy.serve.backup.database import Snapshot
from davy.serve.backup.making import _attachments
from davy.serve.backup.manifest import (
    DATABASE,
    KEYS,
    LISTED,
    MANIFEST,
    Manifest,
    Secrets,
    measured,
    misnamed,
    read,
)
from davy.serve.backup.restoring import verified


def test_what_was_changed_is_told_by_the_backup_and_again_by_the_restore(tmp_path: Path) -> None:
    data, backup = tmp_path / "data", tmp_path / "backup"
    hashes = [sha256(content).hexdigest() for content in (b"as handed in", b"another", b"gone")]
    for found, content in zip(hashes, (b"changed since", b"another"), strict=False):
        path = data / "attachments" / "c" / found[:2] / found[2:4] / found
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
        path.with_name(f"{found}.display.jpg").write_bytes(b"smaller")
    known = Snapshot("s", 16, {}, (), [("c", found, found != hashes[2]) for found in hashes])
    there, missing = _attachments(data, backup, known, lambda _: None)
    assert [name.rpartition("/")[2] for name in missing] == [hashes[2]]
    assert [name.rpartition("/")[2] for name in misnamed(there)] == [hashes[0]]

    secrets = Secrets.of("words", b"salt")
    lines = "".join(f"{file.sha256} {file.size} {name}\n" for name, file in there)
    (backup / LISTED).write_text(lines, encoding="utf-8")
    (backup / DATABASE).touch()
    (backup / KEYS).write_bytes(secrets.seal(b""))
    files = {name: measured(backup / name) for name in (DATABASE, KEYS, LISTED)}
    made = Manifest("now", "1", 16, b"salt".hex(), (), {}, files, len(there), (), misnamed(there))
    (backup / MANIFEST).write_bytes(made.written(secrets))
    assert read(backup, "words")[0].changed == misnamed(there)
    assert verified(backup, "words", lambda _: None)[0].changed == misnamed(there)

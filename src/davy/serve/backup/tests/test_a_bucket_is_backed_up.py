"""A backup has the attachments that lie in a bucket, and a restore puts them where the new installation keeps
its own: into a bucket or into its folder."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from davy.attachments.bucket import Bucket, StoreAwayError
from davy.attachments.files import name_of, store_in
from davy.attachments.folder import Folder
from davy.attachments.tests.bucketing import S3
from davy.serve.backup.database import Snapshot
from davy.serve.backup.making import _attachments
from davy.serve.backup.manifest import LISTED, misnamed
from davy.serve.backup.restoring import fill

CONTENTS = (b"as handed in", b"another" * 1_000_000, b"gone")


def test_it_is_copied_as_it_is_and_comes_back_into_folder_or_bucket(tmp_path: Path, settings: Any) -> None:
    hashes = [sha256(content).hexdigest() for content in CONTENTS]
    backup, known = tmp_path / "b", Snapshot("s", 16, {}, (), [("c", found, False) for found in hashes])
    with S3() as server:
        settings.S3 = server.told
        for found, content in zip(hashes[:2], CONTENTS, strict=False):
            with store_in(tmp_path).fill(name_of("c", found)) as file:
                file.write(content)
        there, missing = _attachments(tmp_path, backup, known, lambda _: None)
        assert [name.rpartition("/")[2] for name in missing] == hashes[2:]
        assert misnamed(there) == ()
        assert (
            _attachments(tmp_path, backup, known, lambda _: None)[0] == there
        )  # what is there is used again
        lines = "".join(f"{file.sha256} {file.size} {name}\n" for name, file in there)
        (backup / LISTED).write_text(lines, encoding="utf-8")
        for store in (Folder(tmp_path / "new"), Bucket(replace(server.told, prefix="new"))):
            fill(backup, store)
            for found, content in zip(hashes[:2], CONTENTS, strict=False):
                with store.open(name_of("c", found)) as file:
                    assert file.read() == content
    with pytest.raises(StoreAwayError):  # never a backup that leaves out what it could not ask for
        _attachments(tmp_path, tmp_path / "later", known, lambda _: None)

"""A database of this very release is not migrated again; any other is."""

from pathlib import Path

import pytest

from davy.serve import release


def test_only_what_was_remembered_is_current(tmp_path: Path) -> None:
    assert not release.is_current(tmp_path)
    release.remember(tmp_path)
    assert release.is_current(tmp_path)


def test_another_release_is_not_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release.remember(tmp_path)
    monkeypatch.setattr(release, "version", lambda _: "99.0")
    assert not release.is_current(tmp_path)


def test_files_of_a_database_without_a_note_are_not_current(tmp_path: Path) -> None:
    (tmp_path / "PG_VERSION").write_text("15", encoding="ascii")
    assert not release.is_current(tmp_path)

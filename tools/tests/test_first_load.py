"""A first load that grows, a decoder in it, and a file the phone does not keep are refused."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from davy.serve.pages import Pages
from tools.first_load import FIRST_FILES, FIRST_KB, circles, complaints

FEW = {
    "app.js": 1_000,
    "LoginPage.js": 1_000,
    "TasksPage.js": 1_000,
    "shared.css": 100,
    "reader.wasm": 400_000,
}


def _parts(**also: Any) -> dict[str, dict[str, Any]]:
    return {
        "index.html": {"file": "app.js", "css": ["shared.css"]},
        "src/LoginPage.vue": {"file": "LoginPage.js", "imports": ["index.html"]},
        "src/TasksPage.vue": {"file": "TasksPage.js", **also},
    }


def _built(folder: Path, sizes: Mapping[str, int]) -> tuple[Pages, str]:
    """Pages of files that cannot be compressed, and a worker that keeps them all."""
    (folder / "m").mkdir()
    for name, size in {"index.html": 100, **sizes}.items():
        (folder / "m" / name).write_bytes(os.urandom(size))
    worker = ",".join(f"{{path:`/m/{name}`,sha256:`0`}}" for name in ("index.html", *sizes))
    return Pages(folder), worker


def test_a_small_first_load_is_kept(tmp_path: Path) -> None:
    pages, worker = _built(tmp_path, FEW)
    assert list(complaints(pages, _parts(), worker)) == []


@pytest.mark.parametrize("name", ["app.js", "LoginPage.js", "TasksPage.js", "shared.css"])
def test_a_first_load_that_is_too_large_is_refused(tmp_path: Path, name: str) -> None:
    pages, worker = _built(tmp_path, {**FEW, name: FIRST_KB * 1024})
    assert any(line.startswith("first load") and "KB" in line for line in complaints(pages, _parts(), worker))


def test_a_first_load_of_too_many_files_is_refused(tmp_path: Path) -> None:
    crumbs = {f"crumb{number}.css": 1 for number in range(FIRST_FILES)}
    pages, worker = _built(tmp_path, {**FEW, **crumbs})
    found = list(complaints(pages, _parts(css=list(crumbs)), worker))
    assert found == [f"first load: {FIRST_FILES + 5} files, at most {FIRST_FILES}"]


def test_the_decoder_does_not_belong_to_the_first_load(tmp_path: Path) -> None:
    pages, worker = _built(tmp_path, FEW)
    found = list(complaints(pages, _parts(assets=["reader.wasm"]), worker))
    assert "the first load fetches the decoder: reader.wasm" in found


def test_what_the_worker_does_not_keep_is_named(tmp_path: Path) -> None:
    worker = _built(tmp_path, FEW)[1]
    kept = worker.replace("/m/TasksPage.js", "/m/other.js").replace("/m/reader.wasm", "/m/app.js")
    (tmp_path / "m" / "other.js").write_bytes(b"")
    found = list(complaints(Pages(tmp_path), _parts(), kept))
    assert found == ["the service worker does not keep TasksPage.js"]


def test_first_screens_that_are_not_built_are_no_small_load(tmp_path: Path) -> None:
    pages, worker = _built(tmp_path, FEW)
    parts = {name: part for name, part in _parts().items() if "Tasks" not in name}
    with pytest.raises(ValueError, match="first screens"):
        list(complaints(pages, parts, worker))


def test_parts_that_wait_for_one_another_are_told() -> None:
    parts = {"a": {"imports": ["b"]}, "b": {"imports": ["c"]}, "c": {"imports": ["b"]}}
    assert sorted(circles(parts)) == ["b", "c"]

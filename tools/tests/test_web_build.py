"""The web is built when its sources changed, and only then."""

from pathlib import Path

import pytest

import hatch_build


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[str]]:
    """A checkout with a web that builds by a pretended npm, and the list of what that npm was asked to do."""
    web = tmp_path / "web"
    (web / "src").mkdir(parents=True)
    (tmp_path / "src" / "davy_law" / "contracts").mkdir(parents=True)
    (web / "package.json").write_text("{}")
    (web / "package-lock.json").write_text("{}")
    (web / "src" / "a.ts").write_text("export const a = 1\n")
    asked: list[str] = []

    def npm(*arguments: str, web: Path) -> None:
        asked.append(next(word for word in arguments if word == "ci" or word.startswith("build:")))
        if arguments[0] == "ci":
            (web / "node_modules").mkdir(exist_ok=True)
        for entry in hatch_build.ENTRIES:
            page = web / "dist" / entry / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text("<!doctype html>")

    monkeypatch.setattr(hatch_build, "npm", npm)
    return tmp_path, asked


def test_a_second_build_is_skipped(checkout: tuple[Path, list[str]]) -> None:
    root, asked = checkout
    assert hatch_build.build_web(root) is True
    assert asked == ["ci", "build:m", "build:console", "build:verify"]
    assert (root / "src/davy/static/web/console/index.html").is_file()
    assert hatch_build.build_web(root) is False
    assert len(asked) == 4


@pytest.mark.parametrize("changed", ["web/src/a.ts", "src/davy_law/contracts/access.yaml"])
def test_a_changed_source_or_contract_builds_again_without_fetching_packages(
    checkout: tuple[Path, list[str]], changed: str
) -> None:
    root, asked = checkout
    hatch_build.build_web(root)
    (root / changed).write_text("changed\n")
    assert hatch_build.build_web(root) is True
    assert asked[4:] == ["build:m", "build:console", "build:verify"]


def test_what_is_fetched_or_built_does_not_count_as_source(checkout: tuple[Path, list[str]]) -> None:
    root, _ = checkout
    hatch_build.build_web(root)
    (root / "web" / "node_modules" / "x.js").write_text("x")
    (root / "web" / "dist" / "y.js").write_text("y")
    assert hatch_build.build_web(root) is False


def test_a_changed_lock_fetches_packages_again(checkout: tuple[Path, list[str]]) -> None:
    root, asked = checkout
    hatch_build.build_web(root)
    (root / "web" / "package-lock.json").write_text('{"name": "other"}')
    hatch_build.build_web(root)
    assert asked[4] == "ci"


def test_a_renamed_file_is_a_change(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_text("x")
    before = hatch_build.fingerprint(tmp_path)
    (tmp_path / "a.ts").rename(tmp_path / "b.ts")
    assert hatch_build.fingerprint(tmp_path) != before


def test_a_ready_build_without_sources_is_taken_as_it_is(checkout: tuple[Path, list[str]]) -> None:
    root, asked = checkout
    hatch_build.build_web(root)
    (root / "web" / "package.json").unlink()
    assert hatch_build.build_web(root) is False
    (root / "src/davy/static/web/m/index.html").unlink()
    with pytest.raises(RuntimeError, match="no built pages"):
        hatch_build.build_web(root)
    assert len(asked) == 4

"""``davy-verify`` is a distribution of its own: it runs where there is no Davy and no Django."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from davy.archive.tests.taken import at_work, bundle, key

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[4]

ALONE = """
import importlib.abc, sys
class Closed(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"davy", "davy_core", "davy_law", "django"}:
            raise ImportError(f"{name} is not here")
sys.meta_path.insert(0, Closed())
sys.path.insert(0, sys.argv.pop(1))
import davy_verify.cli
assert davy_verify.__file__.startswith(sys.path[0]), davy_verify.__file__
sys.exit(davy_verify.cli.main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT / "verify", check=True, capture_output=True)
    (wheel,) = folder.glob("davy_verify-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_its_exit_code_and_its_words(
    installed: Path, tmp_path: Path, step_clock: Callable[[timedelta], None]
) -> None:
    hands = at_work(step_clock)
    path = tmp_path / "b.zip"
    path.write_bytes(bundle(hands))

    def run(*arguments: str) -> tuple[int, str]:
        command = [sys.executable, "-X", "utf8", "-c", ALONE, str(installed), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert not done.stderr, done.stderr
        return done.returncode, done.stdout

    known = key(hands.plant).told
    code, told = run(str(path), "--key", known)
    assert (code, "结论：全部成立" in told) == (0, True), told
    code, told = run(str(path), "--language", "en")
    assert (code, "not all of it is proven" in told) == (2, True), told
    path.write_bytes(path.read_bytes()[:-40])
    code, told = run(str(path), "--key", known)
    assert (code, "不能采信" in told) == (1, True), told

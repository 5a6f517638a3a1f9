"""The drill with a PostgreSQL that Davy does not run: backed up while people work, lost, restored into
another server, and what came back is held against what was published."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from davy.serve.backup.manifest import read
from davy.serve.backup.tests.test_a_drill import BUILD, CODES, WORDS, WRITE
from davy.serve.cluster import Cluster
from davy.settings import places
from tests.postgres import cluster as cluster_of

pytestmark = pytest.mark.kill


@dataclass
class Server:
    """A server of the plant's own, with the database and roles that its administrator made."""

    place: Path
    cluster: Cluster

    @classmethod
    def made(cls, place: Path) -> Server:
        """One that runs."""
        place.mkdir(mode=0o711)
        cluster = cluster_of(place, {"fsync": "off"})
        cluster.start()
        cluster.ensure_database(places.DATABASE)
        return cls(place, cluster)

    def named(self, *, admin: bool = True) -> dict[str, str]:
        """How an installation is told of it."""
        url = f"postgresql:///{places.DATABASE}?host={self.place}/run&user="
        told = {"DAVY_DATABASE_URL": f"{url}davy_app", "DAVY_OWNER_DATABASE_URL": f"{url}davy_owner"}
        return {**told, **({"DAVY_ADMIN_DATABASE_URL": f"{url}postgres"} if admin else {})}

    def lost(self) -> None:
        """Killed, with all that it had."""
        assert self.cluster.server is not None
        os.kill(self.cluster.server.pid, signal.SIGKILL)
        self.cluster.stop()
        shutil.rmtree(self.place)


@pytest.fixture
def root() -> Iterator[Path]:
    """Short for a socket path, and open to walk through for the user of the database."""
    made = Path(tempfile.mkdtemp(prefix="davy-", dir="/tmp"))
    made.chmod(0o711)
    try:
        yield made
    finally:
        shutil.rmtree(made)


def _environment(data: Path, told: Mapping[str, str]) -> dict[str, str]:
    return {
        **{k: v for k, v in os.environ.items() if not k.startswith("DAVY_")},
        "DAVY_DATA": str(data),
        "DAVY_ENV": "test",
        "DAVY_BACKUP_PASSPHRASE": WORDS,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "DJANGO_SETTINGS_MODULE": "davy.settings",
        **told,
    }


def _davy(data: Path, told: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "davy.cli", *arguments]
    return subprocess.run(command, env=_environment(data, told), capture_output=True, text=True, check=False)


def _python(data: Path, told: Mapping[str, str], code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, env=_environment(data, told), stdout=subprocess.PIPE, text=True)


def _said(work: subprocess.Popen[str]) -> str:
    said, _ = work.communicate(timeout=120)
    assert work.returncode == 0
    return said


def _backed_up(root: Path, first: Server) -> tuple[str, list[Path]]:
    """The company, and two checkpoints of its log that were kept outside: one from before the backup, and the
    last one in it. Afterwards server and data are gone."""
    data = root / "data"
    data.mkdir(mode=0o711)
    assert _davy(data, first.named(), "migrate", "--quiet").returncode == 0
    company = _said(_python(data, first.named(), BUILD)).split()[0]
    before, last = root / "before", root / "last"
    shutil.copy(data / "log-keys" / f"{company}.signed", before)
    writer = _python(data, first.named(), WRITE, company, "20")
    assert writer.stdout is not None
    writer.stdout.readline()  # it writes by now, and goes on while the backup is made
    blind = _davy(data, first.named(admin=False), "backup", str(root / "blind"))
    assert (blind.returncode, "DAVY_ADMIN_DATABASE_URL" in blind.stderr) == (1, True)
    made = _davy(data, first.named(), "backup", str(root / "backup"))
    assert made.returncode == 0, made.stderr
    _said(writer)
    last.write_text(read(root / "backup", WORDS)[0].checkpoints[company], encoding="utf-8")
    assert not places.cluster_directory(data).exists()  # Davy made no server of its own beside
    first.lost()
    shutil.rmtree(data)
    return company, [before, last]


def test_what_comes_back_into_another_server_grew_out_of_what_was_published(root: Path) -> None:
    company, outside = _backed_up(root, Server.made(root / "one"))
    second = Server.made(root / "two")
    told, data = second.named(), root / "again"
    try:
        shown = [word for path in outside for word in ("--checkpoint", str(path))]
        restored = _davy(data, told, "restore", str(root / "backup"), *shown)
        assert restored.returncode == 0, restored.stderr
        assert "的延续" in restored.stdout
        assert not places.cluster_directory(data).exists()
        assert "WRONG serving role" not in _davy(data, told, "check").stdout
        assert "0 broken chains" in _davy(data, told, "verify").stdout
        looked = _davy(data, told, "evidence", "watch", "--all-files")
        assert (looked.returncode, " 0 faults" in looked.stdout) == (0, True), looked.stdout
        _said(_python(data, told, WRITE, company, "1"))  # work goes on, and its log with it
        code = _said(_python(data, told, CODES)).strip()
        for path in outside:
            held = _davy(data, told, "evidence", "check", "--company", code, "--checkpoint", str(path))
            assert held.returncode == 0, held.stdout
        full = _davy(root / "third", told, "restore", str(root / "backup"))
        assert (full.returncode, "数据库不是空的" in full.stderr) == (1, True), full.stderr
    finally:
        second.cluster.stop()

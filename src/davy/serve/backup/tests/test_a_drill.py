"""The drill: back up while people work, lose everything, restore elsewhere, and prove what came back."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from davy.evidence.log.keys import LogKey
from davy.serve.backup.manifest import MANIFEST, BadBackupError, Secrets, read
from davy.serve.backup.restoring import UNFINISHED, verified
from davy.serve.cluster import Cluster
from davy.settings import places
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import signed
from tests.postgres import cluster as cluster_of

pytestmark = pytest.mark.kill

WORDS = "矿灯不灭人平安-2026"
BUILD = """
import django; django.setup()
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.evidence.log.integrate import integrate
from davy.watch.witness.keys import our_key
hands = Hands(small_plant(simulated=True))
our_key(hands.plant.company)  # this plant witnesses others
journeys.draft_hot(hands); journeys.prepare(hands)
print(hands.plant.company, integrate(hands.plant.company))
"""
WRITE = """
import sys, django; django.setup()
from uuid import UUID
from davy.evidence.log.integrate import integrate
from davy.db import tenant
from davy.evidence.store import append, lock
from davy.evidence.tests.events import record
from davy.ids import uuid7
company = UUID(sys.argv[1])
for turn in range(int(sys.argv[2])):
    with tenant.company(company):
        append(lock(company, "visit", uuid7()), [record()])  # a stream of a kind that has no row
    integrate(company)
    if turn == 2: print("writing", flush=True)
"""
CODES = """
import django; django.setup()
from davy.accounts.models import Company
print(*Company.objects.values_list("code", flat=True))
"""
WORK = """
import django; django.setup()
from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.evidence.tasks import integrate_all
integrate_all(0)
for company in Company.objects.values_list("id", flat=True):
    with tenant.company(company):
        print(*(row["kind"] for row in rows.many("SELECT kind FROM alarms_alarm WHERE permit_id IS NULL")))
"""


@dataclass(frozen=True)
class Lost:
    """What is left of an installation that burnt down: its backup, and what was kept outside of it. `key` is
    what its log was signed with."""

    backup: Path
    company: str
    published: Path
    later: Path
    key: LogKey


def _environment(data: Path) -> dict[str, str]:
    named = {k: v for k, v in os.environ.items() if not k.startswith("DAVY_")}
    paths = os.pathsep.join(path for path in sys.path if path)
    return {
        **named,
        "DAVY_DATA": str(data),
        "DAVY_ENV": "test",
        "DAVY_BACKUP_PASSPHRASE": WORDS,
        "PYTHONPATH": paths,
        "DJANGO_SETTINGS_MODULE": "davy.settings",
    }


def _davy(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "davy.cli", *arguments],
        env=_environment(data),
        capture_output=True,
        text=True,
        check=False,
    )


def _python(data: Path, code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, env=_environment(data), stdout=subprocess.PIPE, text=True)


def _said(work: subprocess.Popen[str]) -> str:
    said, _ = work.communicate(timeout=120)
    assert work.returncode == 0
    return said


def _signed(data: Path, company: str) -> str:
    return (data / "log-keys" / f"{company}.signed").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def lost() -> Iterator[Lost]:
    """An installation, backed up while somebody writes, and then killed."""
    # Short for a socket path, and open to walk through for the user of the database.
    root = Path(tempfile.mkdtemp(prefix="davy-", dir="/tmp"))
    root.chmod(0o711)
    try:
        yield _burnt(root)
    finally:
        shutil.rmtree(root)


def _burnt(root: Path) -> Lost:
    """Everything that happened before."""
    data = root / "data"
    data.mkdir(mode=0o711)
    cluster = cluster_of(data, {"fsync": "off"})
    cluster.start()
    cluster.ensure_database(places.DATABASE)
    assert _davy(data, "migrate", "--quiet").returncode == 0
    company = _said(_python(data, BUILD)).split()[0]
    published = root / "published"
    published.write_text(_signed(data, company), encoding="utf-8")
    writer = _python(data, WRITE, company, "40")
    assert writer.stdout is not None
    writer.stdout.readline()  # it writes by now, and goes on while the backup is made
    made = _davy(data, "backup", str(root / "backup"))
    assert made.returncode == 0, made.stderr
    _said(writer)
    _said(_python(data, WRITE, company, "3"))
    later = root / "later"
    later.write_text(_signed(data, company), encoding="utf-8")
    key = load_pem_private_key((data / "log-keys" / f"{company}.pem").read_bytes(), None)
    assert isinstance(key, Ed25519PrivateKey)
    assert cluster.server is not None
    os.kill(cluster.server.pid, signal.SIGKILL)
    cluster.stop()
    shutil.rmtree(data)
    return Lost(root / "backup", company, published, later, LogKey(f"davy/{company}", key))


def _restored(data: Path) -> Cluster:
    cluster = cluster_of(data, {"fsync": "off"})
    cluster.start()
    return cluster


def _outside(lost: Lost) -> Path:
    """What somebody fetched at the instant of the backup."""
    path = lost.backup.parent / "then"
    path.write_text(read(lost.backup, WORDS)[0].checkpoints[lost.company], encoding="utf-8")
    return path


def _evidence(lost: Lost, data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    codes = _said(_python(data, CODES))
    assert len(codes.split()) == 1
    return _davy(data, "evidence", arguments[0], "--company", codes.strip(), *arguments[1:])


def test_what_comes_back_grew_out_of_what_was_published(lost: Lost) -> None:
    data = lost.backup.parent / "again"
    outside = ("--checkpoint", str(lost.published), "--checkpoint", str(_outside(lost)))
    told = _davy(data, "restore", str(lost.backup), *outside)
    assert told.returncode == 0, told.stderr
    assert "的延续" in told.stdout
    assert "恢复签名" in told.stdout
    # Its own log is signed again. What it co-signed of others nobody has shown yet.
    assert [path.name for path in (data / "log-keys").glob("*.hold")] == [f"{lost.company}.witness.hold"]
    assert not (data / UNFINISHED).exists()
    for path in (data / "attachments", data / "log-keys", data / "secret-key"):
        assert path.stat().st_mode & 0o077 == 0
    cluster = _restored(data)
    try:
        assert "WRONG serving role" not in _davy(data, "check").stdout
        assert "0 broken chains" in _davy(data, "verify").stdout
        looked = _davy(data, "evidence", "watch", "--all-files")
        assert (looked.returncode, " 0 faults" in looked.stdout) == (0, True), looked.stdout
        assert _davy(data, "evidence", "integrate").returncode == 0
        with (
            psycopg.connect(places.embedded_url(data, "davy_app")) as stranger,
            pytest.raises(psycopg.Error, match=r"davy\.company"),
        ):
            stranger.execute("SELECT * FROM permits_permit")
        again = _davy(data, "restore", str(lost.backup))
        assert (again.returncode, "不是空的" in again.stderr) == (1, True)
    finally:
        cluster.stop()
    (data / UNFINISHED).touch()
    served = _davy(data, "serve", "--port", "0")
    assert (served.returncode, "not restored to the end" in served.stderr) == (1, True)


def test_what_was_published_after_the_backup_is_told_and_never_signed_over(lost: Lost) -> None:
    data = lost.backup.parent / "older"
    other = lost.backup.parent / "other"
    first = Checkpoint(lost.key.name, 1, bytes(32))
    other.write_text(signed(first.text, [lost.key]), encoding="utf-8")
    told = _davy(
        data, "restore", str(lost.backup), "--checkpoint", str(lost.later), "--checkpoint", str(other)
    )
    assert told.returncode == 2
    assert "已丢失" in told.stderr
    assert "不是所给检查点" in told.stderr  # another log was published under this name
    cluster = _restored(data)
    try:
        stopped = _davy(data, "evidence", "integrate")
        assert (stopped.returncode, "restored from a backup" in stopped.stdout) == (1, True)
        ended = _evidence(lost, data, "restart", "--why", "机房失火，恢复到昨夜的备份")
        assert (ended.returncode, "a new log begins" in ended.stdout) == (0, True), ended.stdout
        assert f"{lost.later.read_text(encoding='utf-8').split()[1]} entries were signed" in ended.stdout
        assert _evidence(lost, data, "check").returncode == 0
        for outside, holds in ((_outside(lost), True), (lost.published, True), (lost.later, False)):
            told = _evidence(lost, data, "check", "--checkpoint", str(outside))
            assert (told.returncode == 0) is holds, told.stdout
        assert "已宣布终止" in told.stdout
    finally:
        cluster.stop()


def test_nothing_is_signed_until_somebody_shows_what_was_published_last(lost: Lost) -> None:
    data = lost.backup.parent / "held"
    told = _davy(data, "restore", str(lost.backup))
    assert (told.returncode, "没有给出外面留的检查点" in told.stderr) == (2, True)
    cluster = _restored(data)
    try:
        size = _signed(data, lost.company).split()[1]
        # Work goes on through the one door, people are called, and nothing is signed.
        assert _said(_python(data, WORK)).split() == ["log_held"]
        assert _signed(data, lost.company).split()[1] == size
        held = _evidence(lost, data, "check")
        assert (held.returncode, "HELD" in held.stdout) == (1, True)
        older = _evidence(lost, data, "lift", "--checkpoint", str(lost.published))
        assert (older.returncode, "比备份" in older.stdout) == (1, True)
        assert _evidence(lost, data, "integrate").returncode == 1
        newest = _evidence(lost, data, "lift", "--checkpoint", str(_outside(lost)))
        assert (newest.returncode, "恢复签名" in newest.stdout) == (0, True), newest.stdout
        assert _evidence(lost, data, "integrate").returncode == 0
        assert int(_signed(data, lost.company).split()[1]) > int(size)
        looked = _davy(data, "evidence", "watch")
        assert (looked.returncode, " 0 faults" in looked.stdout) == (0, True), looked.stdout
    finally:
        cluster.stop()


def _changed(lost: Lost, place: Path) -> Path:
    """A copy of the backup that somebody may change: its files are links until they are written anew."""
    shutil.copytree(lost.backup, place, copy_function=os.link)
    return place


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.unlink()
    path.write_bytes(content)


def _why(backup: Path, words: str = WORDS) -> str:
    with pytest.raises(BadBackupError) as refused:
        verified(backup, words, lambda _: None)
    return str(refused.value)


def test_a_backup_that_does_not_hold_is_refused_by_name(lost: Lost, tmp_path: Path) -> None:
    assert "口令不对" in _why(lost.backup, "another passphrase")
    attachment = next(path for path in (lost.backup / "attachments").rglob("*") if path.is_file())
    for number, name in enumerate(("database.dump", "keys.sealed", "attachments.list", attachment.name)):
        backup = _changed(lost, tmp_path / f"flipped{number}")
        found = next(path for path in backup.rglob(name))
        _flip(found)
        assert f"{name} 被改动或损坏" in _why(backup)
        cut = found.read_bytes()[:-1]
        found.write_bytes(cut)
        assert f"{name} 不完整" in _why(backup)
        found.unlink()
        assert f"缺 {found.relative_to(backup)}" in _why(backup)
    backup = _changed(lost, tmp_path / "manifest")
    _flip(backup / MANIFEST)
    assert MANIFEST in _why(backup)
    (backup / MANIFEST).unlink()
    assert "不是完整的备份" in _why(backup)


def test_a_backup_of_another_release_is_refused(lost: Lost, tmp_path: Path) -> None:
    manifest, secrets = read(lost.backup, WORDS)
    assert isinstance(secrets, Secrets)
    backup = _changed(lost, tmp_path / "newer")
    newer = replace(manifest, release="9.0", migrations=(*manifest.migrations, "permits.9999_later"))
    (backup / MANIFEST).unlink()
    (backup / MANIFEST).write_bytes(newer.written(secrets))
    assert "备份来自更新的版本 9.0" in _why(backup)
    old = (backup / MANIFEST).read_text(encoding="utf-8").replace("davy-backup/v1", "davy-backup/v0")
    (backup / MANIFEST).write_text(old, encoding="utf-8")
    assert "备份格式是 davy-backup/v0" in _why(backup)

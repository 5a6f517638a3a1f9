"""The bundle of a demo permit on a machine that has nothing but ``davy-verify``: proved with the plant's key,
and refused after a change of any byte that is tried, in every file."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from datetime import timedelta
from importlib.metadata import distribution
from pathlib import Path

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account, Company
from davy.archive.tests.metering import Metered
from davy.archive.tests.taken import bundle
from davy.db import rows, tenant
from davy.demo import calendars
from davy.demo.history import requests
from davy.demo.tests.test_the_past_came_through_the_door import DAYS, play
from davy.evidence.log.keys import log_key

ROOT = Path(__file__).resolve().parents[4]
NEEDED = ("cryptography", "cffi", "pycparser", "rfc3161-client")
FULL = int(os.environ.get("DAVY_DEPTH", "100")) >= 10_000
TRIED = 200 if FULL else 6
"""Bytes of each file that are changed, one at a time."""

CHANGE = """
import io, json, sys, zipfile
from pathlib import Path
from davy_verify.checks import check
from davy_verify.finding import BROKEN, worst
from davy_verify.note import Key
for name in ("davy", "django"):
    try: __import__(name)
    except ImportError: continue
    sys.exit(f"{name} is here")
source, key, tried = Path(sys.argv[1]), Key.of(sys.argv[2]), int(sys.argv[3])
with zipfile.ZipFile(source) as archive:
    files = {name: archive.read(name) for name in archive.namelist()}
held, count = [], 0
for name, content in files.items():
    for at in sorted({0, len(content) - 1, *(len(content) * n // tried for n in range(tried))}):
        changed = content[:at] + bytes([content[at] ^ 1 << at % 8]) + content[at + 1 :]
        path = source.with_name("changed.zip")
        with zipfile.ZipFile(path, "w") as archive:
            for other, whole in files.items():
                archive.writestr(other, changed if other == name else whole)
        count += 1
        if worst(check(path, key)) != BROKEN: held.append([name, at])
print(json.dumps({"files": len(files), "tried": count, "held": held}))
"""


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python of its own with the wheel that verify/ builds and what that needs, and nothing else."""
    folder = tmp_path_factory.mktemp("stranger")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT / "verify", check=True, capture_output=True)
    venv.create(folder / "venv", with_pip=True)
    (site,) = (folder / "venv/lib").glob("python*/site-packages")
    for name in NEEDED:  # as pip would have brought them, without a network
        for file in distribution(name).files or ():
            if ".." not in file.parts:
                (site / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(str(file.locate()), site / file)
    (wheel,) = folder.glob("davy_verify-*.whl")
    install = [str(folder / "venv/bin/pip"), "install", "-q", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True, env={"PATH": os.environ["PATH"]})
    return folder / "venv/bin"


@pytest.fixture
def taken(company: Company, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A permit of the demo that was worked to its end, as its safety officer takes it away."""
    monkeypatch.setattr(calendars, "DAYS_OF_PAST", DAYS + 1)
    play(company, requests(3, DAYS, clock.now(), tail=2)[:2])
    with tenant.company(company.id):
        found = rows.one("SELECT id FROM permits_permit ORDER BY state = 'closed' DESC, number LIMIT 1")
        officer = Account.objects.filter(company_id=company.id, roles__contains=["safety_officer"]).first()
    assert found is not None
    assert officer is not None
    client = Client(headers={"host": company.hostname})
    client.force_login(officer)
    answer = client.get(f"/api/v1/permits/{found['id']}/bundle.zip")
    assert answer.status_code == 200
    path = tmp_path / "bundle.zip"
    path.write_bytes(b"".join(answer.streaming_content))  # type: ignore[attr-defined]  # it streams
    return path


@pytest.fixture
def metered(db: None, step_clock: Callable[[timedelta], None], tmp_path: Path) -> tuple[Path, str]:
    """A permit whose gas an instrument measured, with its readings and the plant's key."""
    del db
    found = Metered(step_clock)
    found.tells([(found.begun + timedelta(seconds=20 * n), f"{n % 7}.5") for n in range(60)])
    found.wait(timedelta(minutes=20))
    found.release()
    found.wait(timedelta(hours=1))
    assert found.seal()
    path = tmp_path / "bundle.zip"
    path.write_bytes(bundle(found.hands))
    return path, log_key(found.plant.company).public.told


def _ran(*command: object) -> subprocess.CompletedProcess[str]:
    alone = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1"}
    return subprocess.run(
        [str(part) for part in command], env=alone, capture_output=True, text=True, check=False
    )


def test_it_is_proved_and_no_byte_of_it_can_be_changed(stranger: Path, taken: Path, company: Company) -> None:
    known = log_key(company.id).public.told
    told = _ran(stranger / "davy-verify", taken, "--key", known)
    assert not told.stderr
    assert (told.returncode, "结论：全部成立" in told.stdout) == (0, True), told.stdout
    assert "演示" in told.stdout  # its time is made up, and that is told
    assert _ran(stranger / "davy-verify", taken).returncode == 2  # whose key it is nobody said
    assert _ran(stranger / "davy-verify", taken, "--key", known.replace("+A", "+B")).returncode == 3
    _changed(stranger, taken, known)


def test_nor_of_one_with_readings(stranger: Path, metered: tuple[Path, str]) -> None:
    path, known = metered
    told = _ran(stranger / "davy-verify", path, "--key", known)
    assert (told.returncode, "检测仪 SN-1" in told.stdout) == (0, True), told.stdout
    assert any(name.startswith("readings/") for name in _changed(stranger, path, known))


def _changed(stranger: Path, path: Path, known: str) -> list[str]:
    """Bytes of every file are changed, one at a time, and each is found; the files."""
    found = json.loads(_ran(stranger / "python", "-c", CHANGE, path, known, TRIED).stdout)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        names = archive.namelist()
    assert found["files"] == len(names) > 10
    assert found["tried"] >= found["files"] * min(TRIED, 2)
    assert found["held"] == []
    return names

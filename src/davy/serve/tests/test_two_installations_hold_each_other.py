"""Two installations as plants run them, a plant and its park: somebody inside, with database and key, writes
the plant's history anew; the park co-signs none of it, killed or not, and named people are told at both."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from davy.serve.tests.test_davy_serves_until_stopped import Davy

pytestmark = pytest.mark.kill

FULL = int(os.environ.get("DAVY_DEPTH", "100")) >= 10_000

COMPANY = """
import django; django.setup()
from davy.evidence.log.keys import log_key
from davy.watch.witness.keys import our_key
from tests.plant import build
made = build("127.0.0.1", "c1", (("fang", "方工", "S0001", ("safety_officer",)),))
print(made.company.id, log_key(made.company.id).public.told, our_key(made.company.id).told)
"""
# What grew is entered and shown to the witness; the clock's own jobs do the same meanwhile.
GROW = """
import sys, django; django.setup()
from uuid import UUID
from davy.evidence.log.integrate import integrate
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from davy.watch.witness.asking import have_witnessed
company = UUID(sys.argv[1])
for _ in range(int(sys.argv[2])): grow(company, uuid7())
integrate(company, patience="10s")
have_witnessed(company)
"""
# With the database as its superuser, and with the key that lies beside it.
CLEAR = """
import sys, psycopg, django; django.setup()
from pathlib import Path
from django.conf import settings
from davy.settings import places
tables = ("log_entry", "log_tile", "log_checkpoint", "log_cosignature", "private", "event", "stream")
with psycopg.connect(places.embedded_url(Path(settings.DATA), "postgres"), autocommit=True) as rows:
    rows.execute("SET session_replication_role = replica")
    for table in tables: rows.execute(f"DELETE FROM evidence_{table}")
    rows.execute("DELETE FROM watch_effort")
(Path(settings.DATA) / "log-keys" / f"{sys.argv[1]}.signed").unlink()
"""
REWRITE = f"{CLEAR}\n{GROW}"
CALLED = """
import sys, json, django; django.setup()
from uuid import UUID
from davy.db import rows, tenant
with tenant.company(UUID(sys.argv[1])):
    print(json.dumps(rows.many("SELECT a.kind, array_agg(DISTINCT p.name) AS told FROM alarms_alarm a"
        " JOIN people_person p ON p.company_id = a.company_id AND p.id = ANY(a.told)"
        " WHERE a.permit_id IS NULL AND a.kind LIKE 'log_%%' GROUP BY a.kind ORDER BY 1")))
"""


@dataclass
class Installation:
    """One data directory with its own database, keys, port and server."""

    data: Path
    port: int
    more: dict[str, str] = field(default_factory=dict)
    company: str = ""
    log: str = ""
    witness: str = ""
    served: Davy | None = None

    @property
    def environment(self) -> dict[str, str]:
        root = Path(__file__).parents[4]
        ours = {k: v for k, v in os.environ.items() if not k.startswith(("DAVY_", "DJANGO_"))}
        return {
            **ours,
            **self.more,
            "DAVY_DATA": str(self.data),
            "DAVY_ENV": "test",
            "PYTHONPATH": f"{root / 'src'}:{root}",
            "DJANGO_SETTINGS_MODULE": "davy.settings",
        }

    def serve(self) -> None:
        self.served = Davy(self.environment, self.port)

    def run(self, code: str, *arguments: str) -> str:
        """What a process of this installation prints."""
        command = [sys.executable, "-c", code, *([self.company] if self.company else []), *arguments]
        told = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        assert told.returncode == 0, told.stderr
        return told.stdout

    def check(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The one command by which somebody holds this log against what he kept outside."""
        command = [sys.executable, "-m", "davy.cli", "evidence", "check", *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)

    def get(self, path: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        assert answer.status == 200, body
        return body

    def called(self) -> dict[str, list[str]]:
        """The names of those who were called, by what for."""
        return {row["kind"]: row["told"] for row in json.loads(self.run(CALLED))}

    def kill(self) -> None:
        """SIGKILL to all of it: the kernel takes its children along."""
        assert self.served is not None
        self.served.end()


def _port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def both() -> Iterator[tuple[Installation, Installation]]:
    with ExitStack() as stack:
        made = []
        for _ in range(2):
            data = Path(tempfile.mkdtemp(prefix="davy-", dir="/tmp"))
            stack.callback(shutil.rmtree, data)
            data.chmod(0o711)
            made.append(Installation(data, _port()))
        plant, park = made
        witnesses, logs = plant.data / "witnesses", park.data / "witnessed"
        for path in (witnesses, logs):
            path.touch()
        plant.more, park.more = {"DAVY_WITNESSES": str(witnesses)}, {"DAVY_WITNESSED": str(logs)}
        for one in made:
            one.serve()
            stack.callback(one.kill)
        for one in made:
            assert one.served is not None
            one.served.until("ready at")
            one.company, one.log, one.witness = one.run(COMPANY).split()
        logs.write_text(f"{plant.log}\n", encoding="utf-8")
        witnesses.write_text(f"{park.witness} http://127.0.0.1:{park.port}/witness\n", encoding="utf-8")
        yield plant, park


def test_a_history_written_anew_is_refused_and_told_at_both_ends(
    both: tuple[Installation, Installation], tmp_path: Path
) -> None:
    plant, park = both
    assert park.get("/witness/key").strip() == park.witness
    plant.run(GROW, "5")
    kept = tmp_path / "witnessed"
    kept.write_text(plant.get("/log/witnessed"), encoding="utf-8")
    assert f"— davy-witness/{park.company} " in kept.read_text(encoding="utf-8")
    assert plant.called() == park.called() == {}

    plant.run(REWRITE, "5")  # as many as before, each signed with the true key
    told = plant.check("--checkpoint", str(kept))
    assert (told.returncode, "另一份日志" in told.stdout) == (1, True), told.stdout
    assert " 0 faults" in told.stdout, "by itself the false log is whole"
    assert plant.called() == {"log_refused": ["方工"]}
    assert park.called() == {"log_forked": ["方工"]}

    if not FULL:
        return
    park.kill()  # kill -9 of all of it, and what it knew is there
    park.serve()
    assert park.served is not None
    park.served.until("ready at")
    plant.run(REWRITE, "9")
    assert f"\n5\n{kept.read_text(encoding='utf-8').split()[2]}\n" in _known(park, plant)


def _known(park: Installation, plant: Installation) -> str:
    """What the park co-signed last of the plant's log, by the file beside its key."""
    told = json.loads((park.data / "log-keys" / f"{park.company}.witnessed").read_text(encoding="utf-8"))
    return str(told[plant.log.split("+")[0]])

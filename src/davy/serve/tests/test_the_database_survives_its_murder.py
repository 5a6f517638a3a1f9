"""The embedded PostgreSQL: killed in any way it starts again with all its rows, and only we can reach it."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from davy.serve.cluster import Cluster
from davy.serve.failure import CannotServeError
from tests.postgres import cluster

pytestmark = pytest.mark.kill


@pytest.fixture
def running(installation: Path) -> Iterator[Cluster]:
    made = cluster(installation)
    made.start()
    made.ensure_database("davy")
    yield made
    made.stop()


def rows(server: Cluster) -> int:
    with psycopg.connect(server.dsn(database="davy")) as connection:
        found = connection.execute("SELECT count(*) FROM kept").fetchone()
    assert found is not None
    return int(found[0])


def test_killed_again_and_again_it_keeps_every_committed_row(running: Cluster) -> None:
    with psycopg.connect(running.dsn(database="davy"), autocommit=True) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("on",)
        connection.execute("CREATE TABLE kept (n int)")
    slowest = 0.0
    for count in range(1, 6):
        with psycopg.connect(running.dsn(database="davy"), autocommit=True) as connection:
            connection.execute("INSERT INTO kept VALUES (%s)", [count])
        assert running.server is not None
        os.kill(running.server.pid, signal.SIGKILL)
        began = time.monotonic()
        running.start()
        slowest = max(slowest, time.monotonic() - began)
        assert rows(running) == count
    print(f"slowest start after kill -9: {slowest:.2f} s")
    assert slowest < 20


def test_only_the_socket_leads_to_it_and_only_for_us(running: Cluster) -> None:
    assert running.sockets.stat().st_mode & 0o777 == 0o700
    assert (running.sockets / ".s.PGSQL.5432").stat().st_mode & 0o077 == 0
    with psycopg.connect(running.dsn()) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
        assert connection.execute("SELECT datcollate FROM pg_database WHERE datname = 'davy'").fetchone() == (
            "C.UTF-8",
        )
        rules = connection.execute("SELECT type, auth_method FROM pg_hba_file_rules").fetchall()
    assert rules == [("local", "peer")]


def test_a_start_that_was_interrupted_leaves_no_half_cluster(installation: Path) -> None:
    half = installation / "postgres.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("15", encoding="ascii")
    (half / "base").mkdir()
    made = cluster(installation)
    made.start()
    made.stop()
    assert not half.exists()


def test_it_dies_with_the_process_that_started_it(installation: Path) -> None:
    program = textwrap.dedent(
        """
        import os, signal, sys
        from pathlib import Path
        from tests.postgres import cluster
        made = cluster(Path(sys.argv[1]))
        made.start()
        print(made.server.pid, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    root = Path(__file__).parents[4]
    outcome = subprocess.run(
        [sys.executable, "-c", program, str(installation)],
        env={**os.environ, "PYTHONPATH": f"{root / 'src'}:{root}"},
        capture_output=True,
        check=False,
    )
    assert outcome.returncode == -signal.SIGKILL
    assert gone_within(int(outcome.stdout), 10.0)


def test_a_socket_directory_that_others_can_enter_is_refused(installation: Path) -> None:
    (installation / "run").mkdir()
    (installation / "run").chmod(0o777)
    with pytest.raises(CannotServeError, match="closed to others"):
        cluster(installation).start()


def test_data_of_another_version_is_not_touched(running: Cluster, installation: Path) -> None:
    running.stop()
    version = installation / "postgres" / "PG_VERSION"
    kept = version.read_text(encoding="ascii")
    version.write_text("42\n", encoding="ascii")
    with pytest.raises(CannotServeError, match="made by PostgreSQL 42"):
        cluster(installation).start()
    version.write_text(kept, encoding="ascii")
    running.start()


def gone_within(pid: int, patience: float) -> bool:
    """Whether the process ends in time; one that nobody waits for counts as ended."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            if not Path(f"/proc/{pid}/cmdline").read_bytes():
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False

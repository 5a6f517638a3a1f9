"""One PostgreSQL server a test run, started through Davy's own supervisor, and databases copied from one.

The first worker that needs a database starts a keeper process. It makes the server and one migrated template,
and takes both away when the test run is gone. Databases are copies of the template; nothing is truncated.
"""

import atexit
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import psycopg
from psycopg import sql

from davy.serve import binaries
from davy.serve.account import service_user
from davy.serve.cluster import Cluster

__all__ = ["RUN_DIRECTORY", "TestServer", "begin_run", "end_run"]

RUN_DIRECTORY = "DAVY_TEST_RUN"  # set by the controlling process, inherited by every worker
_TEMPLATE = "davy_template"
_CACHE = Path(__file__).parent.parent / ".pytest_cache" / "davy-template"
_STARTING = 120.0  # seconds; initdb and all migrations on a busy machine

# Rows must be found again after a killed process, not after a power cut: the operating system keeps them.
_UNSAFE_BUT_FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
}

_keepers: list[subprocess.Popen[bytes]] = []


@atexit.register
def _let_go() -> None:
    """The keeper outlives the worker that started it: nobody waits for it, and Python need not warn."""
    for keeper in _keepers:
        keeper.returncode = 0


def begin_run() -> None:
    """Name the directory of this test run and make it the data directory of every process it starts."""
    # Short, because a socket path is limited; open to walk through, because root hands the server to a user.
    run = Path(tempfile.mkdtemp(prefix="davy-test-", dir="/tmp"))
    run.chmod(0o711)
    os.environ[RUN_DIRECTORY] = str(run)
    os.environ["DAVY_DATA"] = str(run / "data")
    os.environ["DAVY_ENV"] = "test"
    # Many installations at once, and one port of MQTT: the tests that want a broker say so.
    os.environ.setdefault("DAVY_BROKER", "0")
    os.environ["DAVY_DATABASE_URL"] = _url(run, "davy_app", _TEMPLATE)
    os.environ["DAVY_OWNER_DATABASE_URL"] = _url(run, "davy_owner", _TEMPLATE)
    (run / "controller").write_text(str(os.getpid()), encoding="ascii")


def end_run() -> None:
    """Nothing waits for the keeper: it removes the directory itself, unless it never came to run."""
    run = Path(os.environ[RUN_DIRECTORY])
    (run / "controller").unlink(missing_ok=True)
    if not (run / "ready").exists():
        shutil.rmtree(run, ignore_errors=True)


class TestServer:
    """The server of this test run, seen from one worker."""

    __test__ = False

    def __init__(self, run: Path) -> None:
        self.run = run

    @classmethod
    def ready(cls) -> "TestServer":
        """The running server; the first caller of the run starts it, the others wait."""
        server = cls(Path(os.environ[RUN_DIRECTORY]))
        with (server.run / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (server.run / "keeper").exists():
                server._start_keeper()
        return server

    def _start_keeper(self) -> None:
        (self.run / "keeper").touch()
        with (self.run / "keeper.log").open("wb") as log:
            keeper = subprocess.Popen(
                [sys.executable, "-m", "tests.postgres", str(self.run)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            )
        _keepers.append(keeper)
        end = time.monotonic() + _STARTING
        while not (self.run / "ready").exists():
            if keeper.poll() is not None or time.monotonic() > end:
                words = (self.run / "keeper.log").read_text(encoding="utf-8", errors="replace")
                raise RuntimeError(f"the test database did not start:\n{words}")
            time.sleep(0.05)

    def dsn(self, user: str, database: str) -> str:
        """A libpq connection string; users are ``postgres``, ``davy_owner`` and ``davy_app``."""
        return psycopg.conninfo.make_conninfo(host=str(self.run / "run"), user=user, dbname=database)

    def create(self, name: str) -> None:
        """A fresh copy of the migrated template."""
        self._run("CREATE DATABASE {} TEMPLATE davy_template OWNER davy_owner", name)
        self._run("REVOKE ALL ON DATABASE {} FROM PUBLIC", name)
        self._run("GRANT CONNECT ON DATABASE {} TO davy_app", name)
        self._run("ALTER DATABASE {} SET timezone TO 'UTC'", name)

    def drop(self, name: str) -> None:
        """Take the database away, whoever is still connected."""
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def url(self, user: str, database: str) -> str:
        """What DAVY_DATABASE_URL wants, for a subprocess."""
        return _url(self.run, user, database)

    def _run(self, statement: str, name: str) -> None:
        with psycopg.connect(self.dsn("postgres", "postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


def _url(run: Path, user: str, database: str) -> str:
    return f"postgresql:///{database}?host={run}/run&user={user}"


def cluster(directory: Path, settings: Mapping[str, str] | None = None) -> Cluster:
    """A server of its own, for tests that kill it; fsync is on unless the settings say otherwise."""
    return Cluster(directory / "postgres", directory / "run", directory / "log" / "postgres.log", settings)


def _keep(run: Path) -> None:
    """The keeper: make server and template, report, wait for the test run to be gone, clean up."""
    controller = int((run / "controller").read_text(encoding="ascii"))
    server = cluster(run, _UNSAFE_BUT_FAST)
    cached = _CACHE / _fingerprint()
    try:
        if cached.exists():
            _copy(cached, server.data)
            server.start()
        else:
            _make_template(run, server)
            server.stop()
            _store(server.data, cached)
            server.start()
        (run / "ready").touch()
        while (run / "controller").exists() and _alive(controller):
            time.sleep(0.3)
    finally:
        server.stop(patience=2.0)
    shutil.rmtree(run, ignore_errors=True)


def _make_template(run: Path, server: Cluster) -> None:
    """Start the empty server and migrate the template as a release would."""
    server.start()
    server.ensure_database(_TEMPLATE)
    program = "import django; django.setup(); from davy.db.migrate import migrate; migrate()"
    url = _url(run, "davy_owner", _TEMPLATE)
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "davy.settings", "DAVY_DATABASE_URL": url}
    subprocess.run([sys.executable, "-c", program], env=env, check=True)


def _fingerprint() -> str:
    """Names everything that shapes the template: PostgreSQL, our migrations, their ground, the libraries."""
    digest = hashlib.sha256(repr(binaries.choose(service_user(), None)).encode())
    root = Path(__file__).parent.parent
    sources = [
        *root.glob("src/davy/*/migrations/*.py"),
        *root.glob("src/davy/db/*.py"),
        *root.glob("src/davy/settings/*.py"),
    ]
    sources += [root / "requirements.lock", root / "src/davy/serve/cluster.py"]
    for path in sorted(path for path in sources if path.exists()):
        digest.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _store(data: Path, cached: Path) -> None:
    """Keep the stopped server's files for the next run; older ones go."""
    cached.parent.mkdir(parents=True, exist_ok=True)
    for old in cached.parent.iterdir():
        shutil.rmtree(old, ignore_errors=True)
    draft = cached.with_name(f"{cached.name}.{os.getpid()}")
    _copy(data, draft)
    if cached.exists():
        shutil.rmtree(draft)
    else:
        draft.rename(cached)


def _copy(source: Path, target: Path) -> None:
    # Keeps owner and mode, which PostgreSQL insists on.
    subprocess.run(["cp", "-a", "--reflink=auto", str(source), str(target)], check=True)


def _alive(pid: int) -> bool:
    # A killed controller whose parent never waits stays as a zombie: it has no command line any more.
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except OSError:
        return False


if __name__ == "__main__":
    _keep(Path(sys.argv[1]))

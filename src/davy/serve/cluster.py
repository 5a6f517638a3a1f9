"""The embedded PostgreSQL: made once, started as our child, reached through a private unix socket only."""

import os
import pwd
import signal
import stat
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

import psycopg

from davy.db import roles
from davy.serve import binaries, process
from davy.serve.account import ServiceUser, service_user
from davy.serve.binaries import Binaries
from davy.serve.failure import CannotServeError

__all__ = ["Cluster"]

_SUPERUSER = "postgres"
_LOG_LIMIT = 10 * 1024 * 1024  # bytes; the log before is kept beside it

_PARAMETERS: Mapping[str, str] = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "jit": "off",  # our statements are short: compiling them costs more than running them
    "random_page_cost": "1.1",
    "wal_compression": "on",
    "idle_in_transaction_session_timeout": "60s",  # a stuck client must not hold a stream's lock for ever
}


class Cluster:
    """One PostgreSQL data directory and, between start and stop, its server.

    ``settings`` override server parameters; only tests pass ``fsync=off``.
    """

    def __init__(
        self, data: Path, socket_directory: Path, log: Path, settings: Mapping[str, str] | None = None
    ) -> None:
        self.data = data
        self.sockets = socket_directory
        self._log = log
        self._settings = dict(settings or {})
        self._user: ServiceUser = service_user()
        self._binaries: Binaries | None = None
        self._server: subprocess.Popen[bytes] | None = None

    def start(self, patience: float = 60.0) -> None:
        """Make the cluster if there is none, start it and return when it answers.

        Starting and probing are one loop: right after a crash the old server's last processes may still hold
        the directory, and a server that replays its log refuses connections. Raises CannotServeError.
        """
        self._prepare()
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if self._server is None or self._server.poll() is not None:
                self._launch()
            if self._answers():
                return
            time.sleep(0.03)
        self.stop()
        raise CannotServeError(
            f"PostgreSQL did not start within {patience:.0f} s. Its last words:\n{self._tail()}"
        )

    @property
    def server(self) -> subprocess.Popen[bytes] | None:
        """The running server process, None before start."""
        return self._server

    @property
    def major(self) -> int:
        """The major version that runs; only after start."""
        if self._binaries is None:
            raise CannotServeError("PostgreSQL has not been started.")
        return self._binaries.major

    def stop(self, patience: float = 10.0) -> None:
        """Fast shutdown; one longer than ``patience`` seconds is cut and recovers at the next start."""
        if self._server is None:
            return
        for sign, wait in ((signal.SIGINT, patience), (signal.SIGQUIT, 2.0), (signal.SIGKILL, 2.0)):
            if self._server.poll() is None:
                self._server.send_signal(sign)
                try:
                    self._server.wait(wait)
                except subprocess.TimeoutExpired:
                    continue
        self._server = None

    def dsn(self, user: str = _SUPERUSER, database: str = "postgres") -> str:
        """A libpq connection string for a role and a database of this cluster."""
        return psycopg.conninfo.make_conninfo(host=str(self.sockets), user=user, dbname=database)

    def ensure_database(self, name: str) -> None:
        """Make the roles and the database, owned by ``davy_owner``, unless they exist."""
        with psycopg.connect(self.dsn(), autocommit=True) as connection:
            for statement in roles.role_statements():
                connection.execute(statement.encode())
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                connection.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(name)))
        with psycopg.connect(self.dsn(database=name), autocommit=True) as connection:
            for statement in roles.database_statements(name):
                connection.execute(statement.encode())

    # --- making ---------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        made_by = self._made_by()
        self._binaries = binaries.choose(self._user, made_by)
        self._prepare_sockets()
        self._log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if made_by is None:
            self._make(self._binaries)
        self._write_access()

    def _made_by(self) -> int | None:
        version = self.data / "PG_VERSION"
        return int(version.read_text(encoding="ascii").strip()) if version.exists() else None

    def _make(self, chosen: Binaries) -> None:
        # Under another name until complete: an interrupted first start must not leave half a cluster.
        draft = self.data.with_name(self.data.name + ".new")
        if draft.exists():
            _remove(draft)
        draft.mkdir(parents=True)
        self._user.own(draft)
        if not self._user.reaches(draft):
            raise CannotServeError(
                f"The user {self._user.name} runs the database and cannot enter {draft.parent}. Choose "
                "another place with --data (for instance /var/lib/davy), or start Davy as another user."
            )
        command = [
            chosen["initdb"],
            "-D",
            str(draft),
            "-U",
            _SUPERUSER,
            "--encoding=UTF8",
            "--locale=C.UTF-8",
        ]
        command += ["--data-checksums", "--auth-local=peer", "--auth-host=reject"]
        if self._settings.get("fsync") == "off":
            command.append("--no-sync")
        outcome = subprocess.run(  # type: ignore[call-overload]  # identity() is a plain mapping
            command,
            cwd="/",
            env=self._environment(),
            capture_output=True,
            check=False,
            **self._user.identity(),
        )
        if outcome.returncode != 0:
            raise CannotServeError(f"PostgreSQL could not be set up:\n{outcome.stderr.decode()}")
        draft.rename(self.data)

    def _prepare_sockets(self) -> None:
        """The directory is the lock on the door, so it must be ours, real and closed to others."""
        try:
            self.sockets.mkdir(mode=0o700, parents=True)
            self._user.own(self.sockets)
        except FileExistsError:
            pass
        state = self.sockets.lstat()
        private = stat.S_ISDIR(state.st_mode) and not state.st_mode & 0o077
        if not private or state.st_uid != self._user.uid:
            raise CannotServeError(
                f"{self.sockets} must be a directory of user {self._user.name} closed to others; it is not. "
                "Remove it and start again."
            )

    def _write_access(self) -> None:
        """Who may connect: this user of the machine and the server's own, as any of our three roles."""
        people = dict.fromkeys((pwd.getpwuid(os.geteuid()).pw_name, self._user.name))
        allowed = (_SUPERUSER, roles.OWNER, roles.APP)
        lines = [f'davy "{person}" {role}' for person in people for role in allowed]
        (self.data / "pg_ident.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (self.data / "pg_hba.conf").write_text("local all all peer map=davy\n", encoding="utf-8")

    # --- running --------------------------------------------------------------------------------------

    def _launch(self) -> None:
        if self._binaries is None:
            raise CannotServeError("PostgreSQL has not been prepared.")
        if self._log.exists() and self._log.stat().st_size > _LOG_LIMIT:
            self._log.replace(self._log.with_suffix(".log.1"))
        parameters = {**_PARAMETERS, "unix_socket_directories": f'"{self.sockets}"', **self._settings}
        options = [part for name, value in parameters.items() for part in ("-c", f"{name}={value}")]
        with self._log.open("ab") as log:
            self._server = process.start(
                [self._binaries["postgres"], "-D", str(self.data), *options],
                dying=signal.SIGINT,  # a fast, clean shutdown
                identity=self._user.identity(),
                env=self._environment(),
                log=log,
                cwd="/",
            )

    def _answers(self) -> bool:
        """Whether our own child, and not an earlier server on its way out, accepts connections."""
        if self._server is None or self._server.poll() is not None:
            return False
        try:
            first_line = (self.data / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0]
            if first_line != str(self._server.pid):
                return False
            psycopg.connect(self.dsn(), connect_timeout=5).close()
        except (OSError, psycopg.OperationalError):
            return False
        return True

    def _environment(self) -> Mapping[str, str]:
        return {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "TZ": "UTC"}

    def _tail(self) -> str:
        if not self._log.exists():
            return ""
        return "\n".join(self._log.read_text(encoding="utf-8", errors="replace").splitlines()[-12:])


def _remove(draft: Path) -> None:
    """Take away what an interrupted first start left; it never held anybody's data."""
    for path in sorted(draft.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()
    draft.rmdir()

"""The database of an installation as a backup sees it: by a role that row security does not narrow."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from davy.serve import binaries
from davy.serve.account import service_user
from davy.serve.backup.manifest import BadBackupError
from davy.serve.cluster import Cluster
from davy.settings import places

__all__ = ["ADMIN", "Snapshot", "admin_dsn", "dump", "external", "fill", "is_empty", "running", "snapshot"]

ADMIN = "DAVY_ADMIN_DATABASE_URL"
"""For a PostgreSQL of the plant's own: how to reach it as a superuser."""

_TICK = 1.0  # seconds between two looks at a program that runs
_CHECKPOINTS = """
SELECT DISTINCT ON (company_id) company_id::text, note FROM evidence_log_checkpoint
ORDER BY company_id, size DESC
"""
_MIGRATIONS = "SELECT app || '.' || name FROM django_migrations ORDER BY 1"
_ATTACHMENTS = "SELECT company_id::text, sha256, width IS NOT NULL FROM attachments_attachment ORDER BY 1, 2"


@dataclass(frozen=True)
class Snapshot:
    """The database at one instant. `attachments`: company, hash, and whether a shown copy lies beside."""

    id: str
    postgres: int
    checkpoints: dict[str, str]
    migrations: tuple[str, ...]
    attachments: list[tuple[str, str, bool]]


def external() -> bool:
    """Whether the database is a server of the plant's own."""
    return bool(os.environ.get(ADMIN, "").strip() or os.environ.get("DAVY_DATABASE_URL", "").strip())


def admin_dsn(data: Path) -> str:
    """How the whole database is reached. Raises BadBackupError for a server of the plant's own that nobody
    told how to reach."""
    told = os.environ.get(ADMIN, "").strip()
    if told:
        return told
    if os.environ.get("DAVY_DATABASE_URL", "").strip():
        raise BadBackupError(
            f"数据库是外部的，请设 {ADMIN}（超级用户）/ the database is a server of your own: set {ADMIN} to"
            " reach it as a superuser"
        )
    return places.embedded_url(data, "postgres")


@contextmanager
def running(data: Path) -> Iterator[str]:
    """The way to the database, which is started for the time when nobody runs it."""
    dsn = admin_dsn(data)
    home = places.cluster_directory(data)
    if os.environ.get(ADMIN, "").strip() or _answers(dsn):
        yield dsn
        return
    if not home.exists():
        raise BadBackupError(f"{data} 里没有数据库 / there is no database in {data}")
    cluster = Cluster(home, places.socket_directory(data), data / "log" / "postgres.log")
    cluster.start()
    try:
        yield dsn
    finally:
        cluster.stop()


@contextmanager
def snapshot(dsn: str) -> Iterator[Snapshot]:
    """Hold one instant of the database for as long as the block lasts."""
    with psycopg.connect(dsn) as connection:
        connection.execute("SET idle_in_transaction_session_timeout = 0")
        connection.commit()
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        found = connection.execute(
            "SELECT pg_export_snapshot(), current_setting('server_version_num')::int / 10000,"
            " (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user)"
        ).fetchone()
        if found is None or not found[2]:
            raise BadBackupError(f"{ADMIN} 的账号看不到全部数据 / the role of {ADMIN} does not see all rows")
        yield Snapshot(
            found[0],
            found[1],
            dict(connection.execute(_CHECKPOINTS).fetchall()),
            tuple(name for (name,) in connection.execute(_MIGRATIONS)),
            connection.execute(_ATTACHMENTS).fetchall(),
        )


def dump(dsn: str, held: Snapshot, target: Path, progress: Callable[[int], None]) -> None:
    """Write the database as it was at the snapshot. Raises BadBackupError when that fails."""
    command = [_program("pg_dump", held.postgres), "--format=custom", f"--snapshot={held.id}"]
    _run([*command, f"--file={target}", f"--dbname={dsn}"], lambda: progress(_size(target)))


def is_empty(dsn: str) -> bool:
    """Whether the database holds no table of anybody."""
    with psycopg.connect(dsn) as connection:
        found = connection.execute(
            "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')"
        ).fetchone()
    return found == (0,)


def fill(dsn: str, source: Path, postgres: int, progress: Callable[[int], None]) -> None:
    """Make the tables, rows, rights and policies of the dump: all of it or nothing. Raises BadBackupError."""
    waited = 0

    def tick() -> None:
        nonlocal waited
        waited += 1
        progress(waited)

    command = [_program("pg_restore", postgres), "--exit-on-error", "--single-transaction", "--no-comments"]
    _run([*command, f"--dbname={dsn}", str(source)], tick)
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("ANALYZE")


def _answers(dsn: str) -> bool:
    try:
        psycopg.connect(dsn, connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


def _program(name: str, major: int) -> str:
    """The program of this major version, or a newer one. Raises CannotServeError with the remedy."""
    return binaries.choose(service_user(), major)[name]


def _run(command: list[str], tick: Callable[[], None]) -> None:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as work:
        said = b""
        while True:
            try:
                _, said = work.communicate(timeout=_TICK)
                break
            except subprocess.TimeoutExpired:
                tick()
    if work.returncode != 0:
        raise BadBackupError(f"{Path(command[0]).name}: {said.decode(errors='replace').strip()[-2000:]}")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0

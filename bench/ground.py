"""A server with fsync on, a plant with one live permit, and 200,000 permits loaded by SQL for the board."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from davy.serve.cluster import Cluster

__all__ = ["FILES", "cluster", "fill", "lead_django_to", "reference"]

FILES = Path(__file__).parent / "reference"
NAME = "davy_bench"


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A server of its own, as `davy serve` runs it, with the migrated database."""
    directory = Path(tempfile.mkdtemp(prefix="davy-bench-", dir="/tmp"))
    directory.chmod(0o711)
    made = Cluster(directory / "postgres", directory / "run", directory / "log" / "postgres.log")
    made.start()
    try:
        made.ensure_database(NAME)
        lead_django_to(made, "davy_owner", directory)
        program = "import django; django.setup(); from davy.db.migrate import migrate; migrate()"
        subprocess.run([sys.executable, "-c", program], check=True)
        lead_django_to(made, "davy_app", directory)
        yield made
    finally:
        made.stop()
        shutil.rmtree(directory)


def lead_django_to(made: Cluster, user: str, data: Path) -> None:
    """Let this process, and those it starts, find the database as this role."""
    url = f"postgresql:///{NAME}?host={made.sockets}&user={user}"
    os.environ.update(
        DJANGO_SETTINGS_MODULE="davy.settings", DAVY_ENV="test", DAVY_DATA=str(data / "data"),
        DAVY_DATABASE_URL=url, DAVY_OWNER_DATABASE_URL=url,
    )  # fmt: skip


def fill(made: Cluster, permits: int) -> None:
    """Load so many permits beside the real one: as the superuser, past the chain, for this bench only."""
    with psycopg.connect(made.dsn(database=NAME), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        names = _written(connection)
        query = sql.SQL((FILES / "fill.sql").read_text(encoding="utf-8")).format(
            columns=sql.SQL(", ").join(map(sql.Identifier, names)),
            values=sql.SQL(", ").join(sql.SQL("(made.row).{}").format(sql.Identifier(one)) for one in names),
        )
        connection.execute(query, {"permits": permits})
        connection.execute("VACUUM ANALYZE permits_permit")


def _written(connection: psycopg.Connection[Any]) -> list[str]:
    """The columns of a permit that are not computed from others."""
    found = connection.execute(
        "SELECT column_name::text FROM information_schema.columns WHERE table_name = 'permits_permit'"
        " AND is_generated = 'NEVER' ORDER BY ordinal_position"
    )
    return [name for (name,) in found]


def reference(name: str) -> list[str]:
    """The statements of a reference file, in order."""
    text = (FILES / f"{name}.sql").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("--")]
    return [part.strip() for part in "\n".join(lines).split(";") if part.strip()]

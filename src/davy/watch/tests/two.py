"""A plant whose log is witnessed, and the park that witnesses it: over real HTTP in one process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql

from davy.db import rows, tenant
from davy.evidence.log import cosigned, store
from davy.evidence.log.integrate import integrate
from davy.evidence.log.keys import folder, log_key
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from davy.watch.tests.web import serving
from davy.watch.witness.keys import our_key
from davy_core.evidence.tiles import node_of
from davy_core.evidence.tree import consistency_proof
from davy_core.evidence.witness import Asked
from tests.plant import STAFF, STRANGERS, build
from tests.postgres import TestServer

__all__ = ["Two", "two_installations"]

Superuser = psycopg.Connection[tuple[object, ...]]
GONE = ("log_entry", "log_tile", "log_checkpoint", "log_cosignature", "private", "event", "stream")


@dataclass
class Two:
    """The plant whose log is witnessed, and the park that does it."""

    plant: UUID
    park: UUID
    host: str
    superuser: Superuser

    def grow(self, count: int = 1) -> None:
        for _ in range(count):
            grow(self.plant, uuid7())
        integrate(self.plant)

    def alarms(self, company: UUID) -> list[str]:
        with tenant.company(company):
            found = rows.many("SELECT kind FROM alarms_alarm WHERE company_id = %s ORDER BY 1", [company])
        return [row["kind"] for row in found]

    def newest(self) -> store.Signed:
        with tenant.company(self.plant):
            found = store.checkpoint(self.plant)
        assert found is not None
        return found

    def cosigned(self) -> str:
        """The newest note of the plant, with the lines of its witnesses."""
        with tenant.company(self.plant):
            return cosigned.whole(self.plant, self.newest())

    def asked(self, old: int) -> str:
        """What the plant would ask of a witness that stands at `old`."""
        newest = self.newest()
        with tenant.company(self.plant):
            node = node_of(newest.size, lambda tile: store.tile(self.plant, tile))
            proof = consistency_proof(old, newest.size, node)
        return Asked(old, tuple(proof), newest.note).body

    def written_anew(self, count: int) -> None:
        """Somebody with the database, the files and the key makes another log of so many streams."""
        for table in GONE:
            self.superuser.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(f"evidence_{table}")))
        (folder() / f"{self.plant}.signed").unlink()
        self.grow(count)


@contextmanager
def two_installations(database: str, server: TestServer, settings: Any, folder_: Path) -> Iterator[Two]:
    """Both, each with the other's key in its list."""
    (folder_ / "logs").touch()
    (folder_ / "witnesses").touch()
    settings.DATA = folder_
    settings.WITNESSED, settings.WITNESSES = folder_ / "logs", folder_ / "witnesses"
    plant, park = build("hh.davy.test", "hh", STAFF).company, build("127.0.0.1", "park", STRANGERS).company
    (folder_ / "logs").write_text(f"# the plants of the park\n{log_key(plant.id).public.told}\n")
    with (
        psycopg.connect(server.dsn("postgres", database), autocommit=True) as superuser,
        serving() as url,
    ):
        superuser.execute("SET session_replication_role = replica")
        (folder_ / "witnesses").write_text(f"{our_key(park.id).told} {url}/witness\n")
        yield Two(plant.id, park.id, plant.hostname, superuser)

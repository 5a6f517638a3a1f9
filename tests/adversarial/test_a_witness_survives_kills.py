"""Killed anywhere in co-signing, a witness never signs two histories of a log, nor forgets one it signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connections

from davy.evidence.log.keys import LogKey
from davy.watch.witness.serving import add_checkpoint
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import signed
from davy_core.evidence.tests.logs import Log
from davy_core.evidence.tree import consistency_proof, root
from davy_core.evidence.witness import Asked
from tests.adversarial.durable import durable_server, led_to
from tests.adversarial.killing import Wire
from tests.plant import STRANGERS, build
from tests.postgres import TestServer

pytestmark = pytest.mark.kill

BEGUN, GROWN = 3, 7


@dataclass(frozen=True)
class Forked:
    """A log of three entries whose key then signs two histories, each grown out of the three."""

    key: LogKey

    def asked(self, history: str, old: int = BEGUN, size: int = GROWN) -> str:
        log = Log.of([f"{history if n >= BEGUN else 'both'} {n}".encode() for n in range(size)])
        top = Checkpoint(self.key.name, size, root(size, log.node(size)))
        proof = consistency_proof(old, size, log.node(size)) if old else []
        return Asked(old, tuple(proof), signed(top.text, [self.key])).body


@dataclass
class Park:
    """The witness: its company, where its files lie, and the list of logs that it knows."""

    company: Any
    logs: Path
    wire: Wire
    wire_directory: Path
    name: str

    def forked(self) -> Forked:
        """Another log that it knows, of which it co-signed three entries."""
        found = Forked(LogKey(f"davy.test/{next(_names)}", Ed25519PrivateKey.generate()))
        with self.logs.open("a", encoding="utf-8") as file:
            file.write(f"{found.key.public.told}\n")
        assert add_checkpoint(self.company, found.asked("true", 0, BEGUN)).status == 200
        return found

    def killed(self, body: str, at: int, moment: Any, told: Path) -> bool:
        """Ask a child that is killed there; whether it was. What it answered stands in the file."""
        with led_to(self.name, self.wire_directory):
            return not self.wire.run(partial(_answer, self.company, body, told), at, moment)[0]


_names = count(1)


def _answer(company: Any, body: str, told: Path) -> None:
    told.write_text(str(add_checkpoint(company, body).status), encoding="ascii")


@pytest.fixture
def park(django_db_setup: None, django_db_blocker: Any, settings: Any, tmp_path: Path) -> Iterator[Park]:
    del django_db_setup
    settings.DATA = tmp_path
    settings.WITNESSED = tmp_path / "logs"
    settings.WITNESSED.touch()
    with durable_server() as (_, databases), django_db_blocker.unblock():
        yield from _ready(databases, settings.WITNESSED)


def _ready(databases: TestServer, logs: Path) -> Iterator[Park]:
    wire = Wire(databases.run / "wire", databases.run / "run")
    databases.create("witness")
    with led_to("witness", databases.run / "run"):
        company = build("127.0.0.1", "park", STRANGERS).company
        yield Park(company.id, logs, wire, databases.run / "wire", "witness")
        connections.close_all()
    wire.close()


def test_killed_at_any_statement_it_cosigns_one_history(park: Park, tmp_path: Path) -> None:
    kept = set[bool]()
    for moment in ("before", "sent", "done"):
        kept |= _killed_everywhere(park, moment, tmp_path)
    assert kept == {True, False}, "some kills came before it was known, and some after"


def _killed_everywhere(park: Park, moment: str, folder: Path) -> set[bool]:
    """At every statement once; whether what was asked first was known afterwards."""
    at, kept = 0, set[bool]()
    while True:
        log, told = park.forked(), folder / f"{moment}{at}"
        killed = park.killed(log.asked("true"), at, moment, told)
        first = told.read_text(encoding="ascii") if told.exists() else "nothing"
        other = add_checkpoint(park.company, log.asked("false"))
        again = add_checkpoint(park.company, log.asked("true", GROWN))
        assert (first, killed) in {("nothing", True), ("200", False)}
        # Whichever came first, the other is refused; a line that went out is never contradicted.
        assert {other.status, again.status} == {200, 409}
        if not killed:
            assert other.status == 409
            assert at >= 5, "the wire saw the statements"
            return kept
        kept.add(again.status == 200)
        at += 1

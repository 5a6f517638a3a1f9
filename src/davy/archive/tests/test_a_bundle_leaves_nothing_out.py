"""A bundle is made of all that happened up to now, or it is refused before its first byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import psycopg
import pytest

from davy import clock
from davy.archive import proved
from davy.archive.bundle import Contents, NotProvedError, bundle
from davy.evidence.log import store
from davy.evidence.log.integrate import integrate
from davy.evidence.log.keys import log_key
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from davy_core.evidence.tiles import Tile
from davy_verify.checks import check
from davy_verify.finding import worst
from davy_verify.note import Key
from tests.postgres import TestServer

OURS, STREAM = uuid7(), uuid7()


@pytest.fixture
def superuser(
    committed_db: str, test_server: TestServer, settings: object, tmp_path: Path
) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    setattr(settings, "DATA", tmp_path)  # noqa: B010 - pytest-django's settings take any name
    grow(OURS, STREAM, 2)
    integrate(OURS)
    grow(OURS, STREAM)
    with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as connection:
        yield connection


def _made() -> bytes:
    return b"".join(bundle(OURS, Contents([("permit", STREAM)], True), clock.now()))


def _holds(made: bytes, path: Path) -> bool:
    path.joinpath("b.zip").write_bytes(made)
    return worst(check(path / "b.zip", Key.of(log_key(OURS).public.told))) == 0


def test_who_enters_just_now_is_waited_for(
    superuser: psycopg.Connection[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    waited: list[UUID] = []
    wait = store.wait_for_turn

    def waits(company_id: UUID) -> None:
        waited.append(company_id)
        wait(company_id)

    monkeypatch.setattr(store, "wait_for_turn", waits)
    assert _holds(_made(), tmp_path)
    assert waited[0] == OURS


def test_who_never_ends_is_not_waited_for_for_ever(
    superuser: psycopg.Connection[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(proved, "PATIENCE", "100ms")
    turn = "(hashtext('evidence.log'), hashtext(%s))"
    superuser.execute(f"SELECT pg_advisory_lock{turn}".encode(), [str(OURS)])
    with pytest.raises(NotProvedError, match="another"):
        _made()
    superuser.execute(f"SELECT pg_advisory_unlock{turn}".encode(), [str(OURS)])
    assert _holds(_made(), tmp_path)


def test_a_rewritten_stream_gives_no_bundle(superuser: psycopg.Connection[tuple[object, ...]]) -> None:
    superuser.execute("SET session_replication_role = replica")
    superuser.execute("UPDATE evidence_event SET hash = prev WHERE seq = 2")
    with pytest.raises(NotProvedError, match="not in the log as far"):
        _made()


def test_a_tile_is_read_once(
    superuser: psycopg.Connection[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(20):
        grow(OURS, STREAM)
        integrate(OURS)
    read: list[Tile] = []
    tile = store.tile

    def reads(company_id: UUID, asked: Tile) -> bytes:
        read.append(asked)
        return tile(company_id, asked)

    monkeypatch.setattr(store, "tile", reads)
    _made()
    assert len(read) <= 4

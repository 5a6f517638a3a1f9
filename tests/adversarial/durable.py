"""A server with fsync on and databases of its own, what is in them, and whether it is whole."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql

from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.evidence.queries import Verified, events, streams, verify_stream
from davy.serve.cluster import Cluster
from davy_core.isolations.apply import apply as fold_isolation
from davy_core.isolations.state import Isolation
from davy_core.outages.apply import apply_block
from davy_core.outages.state import Block
from davy_core.permits.apply import apply
from davy_core.permits.kept import kept
from davy_core.permits.state import Permit
from davy_core.schemes.apply import apply as fold_scheme
from davy_core.schemes.state import Scheme
from tests import postgres

_DIGEST = "SELECT {}, coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') FROM {} t"

__all__ = ["assert_whole", "contents", "durable_server", "led_to"]


@contextmanager
def durable_server() -> Iterator[tuple[Cluster, postgres.TestServer]]:
    """A server of its own, safe against a power cut, with the migrated template of this run."""
    directory = Path(tempfile.mkdtemp(prefix="davy-kill-", dir="/tmp"))
    directory.chmod(0o711)
    source = postgres._CACHE / postgres._fingerprint()
    subprocess.run(["cp", "-a", "--reflink=auto", str(source), str(directory / "postgres")], check=True)
    (directory / "wire").mkdir()
    server = postgres.cluster(directory)
    server.start()
    try:
        yield server, postgres.TestServer(directory)
    finally:
        server.stop()
        shutil.rmtree(directory)


@contextmanager
def led_to(name: str, host: Path) -> Iterator[None]:
    """Let this process's Django connections lead to a database behind this socket directory."""
    places = (settings.DATABASES["default"], connections["default"].settings_dict)
    before = [(place["NAME"], place["HOST"]) for place in places]
    connections.close_all()
    for place in places:
        place.update(NAME=name, HOST=str(host))
    try:
        yield
    finally:
        connections.close_all()
        for place, (old_name, old_host) in zip(places, before, strict=True):
            place.update(NAME=old_name, HOST=old_host)


def contents(dsn: str) -> Mapping[str, str]:
    """Table → digest of all its rows, as the superuser sees them."""
    with psycopg.connect(dsn) as connection:
        names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        tables = [sql.SQL(_DIGEST).format(sql.Literal(name), sql.Identifier(name)) for (name,) in names]
        return dict(connection.execute(sql.SQL(" UNION ALL ").join(tables)).fetchall())


def assert_whole() -> None:
    """Every chain verifies, every permit's row is the fold of its events, nothing is there without them."""
    for company in Company.objects.values_list("id", flat=True):
        with tenant.company(company):
            for kind, stream in streams(company):
                assert isinstance(verify_stream(company, kind, stream), Verified), (kind, stream)
                if kind == "permit":
                    _assert_row_is_its_events(company, stream)
                if kind == "isolation":
                    _assert_isolation_is_its_events(company, stream)
                if kind == "scheme":
                    _assert_scheme_is_its_events(company, stream)
                if kind == "block":
                    _assert_block_is_its_events(company, stream)
            loose = rows.many(
                "SELECT e.command_id FROM evidence_event e LEFT JOIN door_command c"
                " ON c.company_id = e.company_id AND c.id = e.command_id WHERE c.id IS NULL"
            )
            assert loose == [], "an event without the command that brought it"


def _assert_row_is_its_events(company: UUID, permit: UUID) -> None:
    state: Permit | None = None
    readings, last = 0, 0
    for event in events(company, "permit", permit):
        state = apply(state, event.type, event.data)
        last = event.seq
        readings += len(event.data["readings"]) if event.type == "RoundRecorded" else 0
    row = rows.one(
        "SELECT version, doc::text AS doc, (SELECT count(*) FROM permits_gas_reading g"
        " WHERE g.company_id = p.company_id AND g.permit_id = p.id) AS readings"
        " FROM permits_permit p WHERE company_id = %s AND id = %s",
        (company, permit),
    )
    if state is None:
        assert row is None
        return
    assert row is not None
    assert json.loads(row["doc"]) == json.loads(json.dumps(kept(state)))
    assert (row["version"], row["readings"]) == (last, readings)


def _assert_isolation_is_its_events(company: UUID, isolation: UUID) -> None:
    state: Isolation | None = None
    last = 0
    for event in events(company, "isolation", isolation):
        state = fold_isolation(state, event.type, event.data)
        last = event.seq
    key = (company, isolation)
    row = rows.one(
        "SELECT version, state, doc::text AS doc FROM isolations_isolation WHERE company_id = %s AND id = %s",
        key,
    )
    if state is None:
        assert row is None
        return
    assert row is not None
    assert json.loads(row["doc"]) == json.loads(json.dumps(kept(state)))
    assert (row["version"], row["state"]) == (last, state.state)
    points = rows.many(
        "SELECT point, state FROM isolations_point WHERE company_id = %s AND isolation_id = %s", key
    )
    assert {p["point"]: p["state"] for p in points} == {p.id: p.state for p in state.points}
    relying = rows.many(
        "SELECT permit_id::text AS permit FROM isolations_reliance"
        " WHERE company_id = %s AND isolation_id = %s AND released_at IS NULL",
        key,
    )
    assert {r["permit"] for r in relying} == set(state.relying())


def _assert_block_is_its_events(company: UUID, block: UUID) -> None:
    state: Block | None = None
    last = 0
    for event in events(company, "block", block):
        state = apply_block(state, event.type, event.data)
        last = event.seq
    key = (company, block)
    row = rows.one(
        "SELECT version, doc::text AS doc FROM outages_block WHERE company_id = %s AND id = %s", key
    )
    if state is None:
        assert row is None
        return
    assert row is not None
    assert (row["version"], json.loads(row["doc"])) == (last, json.loads(json.dumps(kept(state))))
    sheets = rows.many("SELECT serial, state FROM outages_sheet WHERE company_id = %s AND block_id = %s", key)
    assert {s["serial"]: s["state"] for s in sheets} == {s.serial: s.state for s in state.sheets}


def _assert_scheme_is_its_events(company: UUID, scheme: UUID) -> None:
    state: Scheme | None = None
    last = 0
    for event in events(company, "scheme", scheme):
        state = fold_scheme(state, event.type, event.data)
        last = event.seq
    row = rows.one(
        "SELECT version, state, doc::text AS doc FROM schemes_scheme WHERE company_id = %s AND id = %s",
        (company, scheme),
    )
    if state is None:
        assert row is None
        return
    assert row is not None
    assert json.loads(row["doc"]) == json.loads(json.dumps(kept(state)))
    assert (row["version"], row["state"]) == (last, state.state)

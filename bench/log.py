"""What the evidence costs: `python -m bench.log [entries]` prints the CPU of appending one event to a chain
beside a plain insert of the same row, how fast what grew is entered in the log beside a plain insert of the
same entries, and how large and how slow a proof is.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from uuid import UUID

from bench.ground import cluster

ENTRIES = 20_000
CALLS = 40
PLAIN = """
INSERT INTO evidence_event (company_id, kind, stream_id, seq, id, type, v, body, prev, hash, occurred_at,
 recorded_at, command_id, actor) VALUES (%s, 'plain', %s, 1, %s, 'X', 1, %s, %s, %s, %s, %s, %s, 'x')
"""
ORDERED = "SELECT content FROM evidence_log_entry WHERE company_id = %s ORDER BY index"
GROWN = """
INSERT INTO evidence_stream (company_id, kind, id, seq, head)
SELECT %s, 'bench', md5(n::text || %s)::uuid, 1, sha256(n::text::bytea) FROM generate_series(1, %s) n
"""


def main(entries: int) -> int:
    """Build the ground, measure, print."""
    with cluster():
        import django  # noqa: PLC0415 - its settings are known only now

        django.setup()
        from davy.ids import uuid7  # noqa: PLC0415 - needs Django

        company = uuid7()
        _appending(company)
        _entering(company, uuid7(), entries)
        _proving(company)
    return 0


def _appending(company: UUID) -> None:
    from bench.measuring import compare  # noqa: PLC0415 - needs Django

    found = compare({"chain": _chained(company), "plain": _plain(company)}, CALLS)
    for name, cost in found.items():
        print(f"{name:>8}: {cost.cpu:6.2f} ms CPU an event, p50 {cost.percentile(0.5):6.2f} ms")
    print(f"   ratio: {found['chain'].cpu / found['plain'].cpu:6.1f}")


def _chained(company: UUID) -> Callable[[], object]:
    from davy.db import tenant  # noqa: PLC0415
    from davy.evidence.store import append, lock  # noqa: PLC0415
    from davy.evidence.tests.events import record  # noqa: PLC0415
    from davy.ids import uuid7  # noqa: PLC0415

    stream = uuid7()

    def one() -> object:
        with tenant.company(company):
            return append(lock(company, "permit", stream), [record(private={})])

    return one


def _plain(company: UUID) -> Callable[[], object]:
    from davy import clock  # noqa: PLC0415
    from davy.db import rows, tenant  # noqa: PLC0415
    from davy.ids import uuid7  # noqa: PLC0415

    def one() -> object:
        now, body, digest = clock.now(), b"{" + b" " * 500 + b"}", bytes(32)
        told = [company, uuid7(), uuid7(), body, digest, digest, now, now, uuid7()]
        with tenant.company(company):
            return rows.run(PLAIN, told)

    return one


def _entering(company: UUID, other: UUID, entries: int) -> None:
    from davy import clock  # noqa: PLC0415
    from davy.db import rows, tenant  # noqa: PLC0415
    from davy.evidence.log import store  # noqa: PLC0415
    from davy.evidence.log.integrate import BATCH, integrate  # noqa: PLC0415
    from davy_core.evidence.entry import Entry  # noqa: PLC0415

    with tenant.company(company):
        rows.run(GROWN, [company, str(company), entries])
    begin = time.perf_counter()
    added = integrate(company)
    ours = time.perf_counter() - begin
    with tenant.company(company):
        found = rows.many(ORDERED, [company])
    same = [Entry.of(bytes(row["content"])) for row in found]
    begin = time.perf_counter()
    for first in range(0, added, BATCH):
        with tenant.company(other):
            store.add_entries(other, first, same[first : first + BATCH], clock.now())
    plain = time.perf_counter() - begin
    rates = f"{added / ours:,.0f} streams a second; plain insert of the entries {added / plain:,.0f}"
    print(f"entering: {rates}; ratio {ours / plain:.1f}")


def _proving(company: UUID) -> None:
    from davy.db import tenant  # noqa: PLC0415
    from davy.evidence.log import store  # noqa: PLC0415
    from davy_core.evidence.tiles import Tile, node_of  # noqa: PLC0415
    from davy_core.evidence.tree import hash_leaf, included, inclusion_proof  # noqa: PLC0415

    with tenant.company(company):
        size = store.size(company)
        leaf = hash_leaf(store.bundle_of(company, Tile(None, 0, 1))[2:])
        begin = time.perf_counter()
        proof = inclusion_proof(0, size, node_of(size, lambda tile: store.tile(company, tile)))
        made = time.perf_counter() - begin
        newest = store.checkpoint(company)
    assert newest is not None
    begin = time.perf_counter()
    assert included(0, size, leaf, proof, newest.root)
    held = time.perf_counter() - begin
    times = f"made in {made * 1000:.2f} ms, held in {held * 1000:.3f} ms"
    print(f"   proof: {len(proof) * 32} bytes of {size:,} entries, {times}")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES))

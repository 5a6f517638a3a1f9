"""Who reads which partition. A lease is a row; its epoch grows with each holder, and every write is held to
it, so that one who slept past its lease writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from davy import clock
from davy.db import rows
from davy.instruments.topics import PARTITIONS

__all__ = [
    "BROKER_FULL",
    "BROKER_GONE",
    "LASTS",
    "Lease",
    "LeaseLostError",
    "Waiting",
    "advance",
    "beat",
    "gone",
    "hold",
    "released",
]

LASTS = timedelta(seconds=6)
"""Without a renewal for so long a partition may be taken by another worker."""
SEEN = timedelta(seconds=6)
BROKER_GONE = "broker_gone"
"""Told of a worker that reaches no broker. It keeps its partitions: it goes on by itself, and judges silence
meanwhile."""


class LeaseLostError(RuntimeError):
    """Another worker has the partition; nothing was written."""


BROKER_FULL = "broker_full"
"""Told of a worker whose broker takes no message. What is in the log is read on."""


@dataclass(frozen=True)
class Lease:
    """One partition held by a worker, and where to begin reading."""

    partition: int
    holder: UUID
    epoch: int
    position: int


_BEAT = """
INSERT INTO sensing_worker (id, started_at, seen_at, fault) VALUES (%s, %s, %s, %s)
ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, fault = excluded.fault
"""
_CLAIM = """
UPDATE sensing_lease SET holder = %s, until = %s, epoch = epoch + 1
WHERE partition IN (
  SELECT partition FROM sensing_lease WHERE holder IS NULL OR until < %s ORDER BY partition LIMIT %s
  FOR UPDATE SKIP LOCKED)
RETURNING partition, epoch, position
"""


def beat(
    worker: UUID, held: Iterable[Lease], fault: str | None = None, *, doubt: str | None = None
) -> tuple[list[Lease], list[Lease]]:
    """Be seen, renew what is held, give back what is more than a fair share and claim what is free: the
    leases held from now on, and those to be given back when their last batch is written. `doubt`:
    BROKER_GONE or BROKER_FULL, with which it reads on."""
    now = clock.now()
    rows.run(_BEAT, (worker, now, now, fault or doubt))
    rows.run("DELETE FROM sensing_worker WHERE seen_at < %s", (now - timedelta(hours=1),))
    if fault is not None:
        return [], list(held)
    kept = [lease for lease in held if _renewed(lease)]
    share = -(-PARTITIONS // max(1, _alive()))
    give, kept = kept[share:], kept[:share]
    if len(kept) < share:
        found = rows.many(_CLAIM, (worker, now + LASTS, now, share - len(kept)))
        kept += [Lease(r["partition"], worker, r["epoch"], r["position"]) for r in found]
    return kept, give


@dataclass(frozen=True)
class Waiting:
    """Messages of one partition that are not written yet, and when the broker took the oldest of them."""

    behind: int = 0
    oldest_at: datetime | None = None


def note(lease: Lease, waiting: Waiting) -> None:
    """Tell what waits, so that it is seen while nothing can be written."""
    rows.run(
        "UPDATE sensing_lease SET behind = %s, oldest_at = %s"
        " WHERE partition = %s AND epoch = %s AND holder = %s",
        (waiting.behind, waiting.oldest_at, lease.partition, lease.epoch, lease.holder),
    )


def hold(lease: Lease) -> None:
    """Make sure that it is still ours, until the transaction ends. Raises LeaseLostError."""
    row = rows.one(
        "SELECT holder, epoch FROM sensing_lease WHERE partition = %s FOR SHARE", (lease.partition,)
    )
    if row is None or row["epoch"] != lease.epoch or row["holder"] != lease.holder:
        raise LeaseLostError(f"partition {lease.partition}")


def advance(lease: Lease, position: int, behind: int) -> None:
    """All up to this number of the log is written; so many messages are behind it. Raises LeaseLostError."""
    moved = rows.run(
        "UPDATE sensing_lease SET position = greatest(position, %s), behind = %s, moved_at = %s"
        " WHERE partition = %s AND epoch = %s AND holder = %s",
        (position, behind, clock.now(), lease.partition, lease.epoch, lease.holder),
    )
    if moved != 1:
        raise LeaseLostError(f"partition {lease.partition}")


def released(leases: Iterable[Lease]) -> None:
    """Give them back, so that nobody waits for their end."""
    for lease in leases:
        rows.run(
            "UPDATE sensing_lease SET holder = NULL, until = NULL WHERE partition = %s AND epoch = %s",
            (lease.partition, lease.epoch),
        )


def gone(worker: UUID) -> None:
    """The worker ends."""
    rows.run("DELETE FROM sensing_worker WHERE id = %s", (worker,))


def _renewed(lease: Lease) -> bool:
    renewed = rows.run(
        "UPDATE sensing_lease SET until = %s WHERE partition = %s AND epoch = %s AND holder = %s",
        (clock.now() + LASTS, lease.partition, lease.epoch, lease.holder),
    )
    return renewed == 1


def _alive() -> int:
    found = rows.one(
        "SELECT count(*) AS n FROM sensing_worker WHERE seen_at > %s AND fault IS NULL", (clock.now() - SEEN,)
    )
    return int(found["n"]) if found else 1

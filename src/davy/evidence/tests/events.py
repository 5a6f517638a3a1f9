"""Events to write in tests: a permit's life in three links, with something private in each."""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

from davy.db import tenant
from davy.evidence.store import Head, Record, append, lock
from davy.ids import uuid7

__all__ = ["EIGHT", "grow", "record"]

EIGHT = datetime(2026, 11, 21, 8, tzinfo=UTC)


def record(
    type_: str = "PermitSubmitted", private: Mapping[str, bytes] | None = None, clock: str = "server"
) -> Record:
    """One event at eight o'clock UTC by nobody in particular."""
    return Record(
        id=uuid7(),
        type=type_,
        v=1,
        body={"level": "一级", "points": 3},
        private={"note": "王班 在现场".encode()} if private is None else private,
        occurred_at=EIGHT,
        recorded_at=EIGHT,
        command_id=uuid7(),
        actor="person",
        clock=clock,
    )


def grow(company: UUID, stream_id: UUID, count: int = 1) -> Head:
    """Append so many events to a permit's stream, each in a transaction of its own."""
    head = None
    for _ in range(count):
        with tenant.company(company):
            head = append(lock(company, "permit", stream_id), [record()])
    assert head is not None
    return head

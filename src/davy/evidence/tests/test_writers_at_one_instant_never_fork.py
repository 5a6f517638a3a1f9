"""Several writers on one stream wait for each other; the chain stays one chain."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import IntegrityError, connection

from davy.db import tenant
from davy.evidence import queries, store
from davy.evidence.tests.events import grow, record
from davy.ids import uuid7

OURS = uuid7()


def in_thread(stream: UUID, count: int) -> None:
    try:
        grow(OURS, stream, count)
    finally:
        connection.close()


def test_sixteen_writers_from_the_first_event_on(committed_db: str) -> None:
    stream = uuid7()
    with ThreadPoolExecutor(16) as pool:
        for done in [pool.submit(in_thread, stream, 10) for _ in range(16)]:
            done.result()
    with tenant.company(OURS):
        head = store.lock(OURS, "permit", stream)
        assert head.seq == 160
        assert queries.verify_stream(OURS, "permit", stream) == queries.Verified(160, head.hash)


def test_a_writer_that_forgot_to_lock_is_refused(committed_db: str) -> None:
    stream = uuid7()
    grow(OURS, stream)
    with tenant.company(OURS):
        unlocked = store.lock(OURS, "permit", stream)
    grow(OURS, stream)
    with pytest.raises(store.StaleHeadError), tenant.company(OURS):
        store.append(unlocked, [record()])
    with tenant.company(OURS):
        assert isinstance(queries.verify_stream(OURS, "permit", stream), queries.Verified)


def test_the_same_event_cannot_be_written_twice(committed_db: str) -> None:
    event = record()
    with tenant.company(OURS):
        store.append(store.lock(OURS, "permit", uuid7()), [event])
    with pytest.raises(IntegrityError), tenant.company(OURS):
        store.append(store.lock(OURS, "permit", uuid7()), [event])

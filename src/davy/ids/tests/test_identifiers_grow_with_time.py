"""Identifiers are version 7 of RFC 9562: they carry their millisecond and only ever grow."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from uuid import RFC_4122, UUID

import time_machine

from davy.ids import uuid7

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def millisecond(identifier: UUID) -> int:
    return identifier.int >> 80


def test_version_and_variant() -> None:
    identifier = uuid7()
    assert identifier.version == 7
    assert identifier.variant == RFC_4122


def test_ten_thousand_in_a_row_are_distinct_and_ascending() -> None:
    made = [uuid7() for _ in range(10_000)]
    assert made == sorted(set(made))


def test_threads_never_get_the_same() -> None:
    with ThreadPoolExecutor(8) as pool:
        made = [
            one for batch in pool.map(lambda _: [uuid7() for _ in range(500)], range(16)) for one in batch
        ]
    assert len(set(made)) == 8000


def test_it_carries_its_millisecond() -> None:
    later = datetime(
        2040, 1, 1, tzinfo=UTC
    )  # later than any other test, because the sequence never goes back
    with time_machine.travel(later, tick=False):
        assert millisecond(uuid7()) == int(later.timestamp() * 1000)


def test_a_clock_that_goes_back_does_not_make_them_smaller() -> None:
    first = uuid7()
    with time_machine.travel(NOON, tick=False):
        assert uuid7() > first


def test_a_forked_child_makes_others() -> None:
    uuid7()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, str(uuid7()).encode())
        os._exit(0)
    os.waitpid(child, 0)
    theirs = UUID(os.read(reader, 100).decode())
    os.close(reader)
    os.close(writer)
    assert theirs != uuid7()

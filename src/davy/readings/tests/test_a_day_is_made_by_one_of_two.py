"""Two workers make the table of the same day at one instant: neither of them fails."""

import os
import threading

import psycopg
import pytest

pytestmark = pytest.mark.kill


def test_the_second_one_waits_and_finds_it_made(committed_db: str) -> None:
    from tests.postgres import TestServer

    address = TestServer.ready().url("davy_app", committed_db)
    first, second = psycopg.connect(address), psycopg.connect(address)
    made: list[bool] = []

    def make(connection: psycopg.Connection[tuple[bool]]) -> None:
        row = connection.execute("SELECT readings_make_day('2031-05-06')").fetchone()
        assert row is not None
        made.append(row[0])

    make(first)
    waiting = threading.Thread(target=make, args=(second,))
    waiting.start()
    asked = "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'advisory'"
    while first.execute(asked).fetchone() == (0,):
        os.sched_yield()
    first.commit()
    waiting.join()
    second.commit()
    assert made == [True, False]
    first.close()
    second.close()

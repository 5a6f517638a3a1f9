"""A change committed in the database reaches the open browsers of its company at once, and no other."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from uuid import UUID

import psycopg
import pytest
from pytest_django.fixtures import Settings

from davy.asgi import Front
from davy.ids import uuid7
from davy.serve.hub import RESYNC, Hub
from davy.serve.tests.asgi_client import Request
from tests.postgres import TestServer

OURS, THEIRS, ACCOUNT = uuid7(), uuid7(), uuid7()

live: set[str] = set()  # cookies that count as signed in


def who(cookie: str, host: str) -> tuple[UUID, UUID] | None:
    """Stands for the session of a browser: the cookie names the company."""
    if cookie not in live:
        return None
    return (OURS if cookie == "ours" else THEIRS, ACCOUNT)


@pytest.fixture
def front(committed_db: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Front:
    settings.STREAM_AUTH = f"{__name__}.who"
    monkeypatch.setattr("davy.asgi.import_string", lambda _: who)
    live.update({"ours", "theirs"})
    return Front()


def streams(front: Front, story: Callable[[Request, Request], Awaitable[None]]) -> None:
    """Open one stream for each company, run the story, close them."""

    async def run() -> None:
        ours, theirs = (Request("GET", "/api/v1/stream", [("cookie", name)]) for name in ("ours", "theirs"))
        tasks = [asyncio.create_task(front(one.scope, one.receive, one.send)) for one in (ours, theirs)]
        for one in (ours, theirs):
            await one.until(b": davy")
        front.hub.start()
        for one in (ours, theirs):
            await one.until(b"resync")  # the listener is there
        await story(ours, theirs)
        for one in (ours, theirs):
            one.gone.set()
        await asyncio.gather(*tasks)
        front.hub.stop()
        assert front.hub._queues == {}

    asyncio.run(run())


def test_a_notification_reaches_ours_quickly_and_theirs_never(
    front: Front, test_server: TestServer, committed_db: str
) -> None:
    change = {"company": str(OURS), "kind": "permit", "id": str(uuid7()), "version": 3}
    delays = []

    async def story(ours: Request, theirs: Request) -> None:
        with psycopg.connect(test_server.dsn("davy_app", committed_db), autocommit=True) as connection:
            for version in range(20):
                began = time.perf_counter()
                payload = json.dumps({**change, "version": version})
                await asyncio.to_thread(connection.execute, "SELECT pg_notify('davy', %s)", [payload])
                await ours.until(f'"version": {version}}}'.encode())
                delays.append(time.perf_counter() - began)
        assert b"change" not in theirs.reply.body
        assert str(OURS).encode() not in ours.reply.body
        assert ours.reply.headers["content-type"].startswith("text/event-stream")
        assert ours.reply.headers["cache-control"] == "no-store"

    streams(front, story)
    assert sorted(delays)[len(delays) // 2] < 0.25  # the median, on a machine shared with other tests


def test_a_rolled_back_change_is_not_told(front: Front, test_server: TestServer, committed_db: str) -> None:
    async def story(ours: Request, _theirs: Request) -> None:
        with psycopg.connect(test_server.dsn("davy_app", committed_db)) as connection:
            connection.execute(
                "SELECT pg_notify('davy', %s)", [json.dumps({"company": str(OURS), "id": "lost"})]
            )
            connection.rollback()
            connection.execute(
                "SELECT pg_notify('davy', %s)", [json.dumps({"company": str(OURS), "id": "kept"})]
            )
            connection.commit()
        await ours.until(b"kept")
        assert b"lost" not in ours.reply.body

    streams(front, story)


def test_when_the_database_was_away_everybody_reads_again(
    front: Front, test_server: TestServer, committed_db: str
) -> None:
    async def story(ours: Request, _theirs: Request) -> None:
        ours.reply.body = b""
        with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE application_name = 'davy-listen' AND datname = current_database()"
            )
        await ours.until(b"resync")

    streams(front, story)


def test_a_session_that_ended_loses_its_stream(front: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("davy.asgi._KEEP_ALIVE", 0.05)
    monkeypatch.setattr("davy.asgi._ASK_AGAIN", 0.1)

    async def story(ours: Request, theirs: Request) -> None:
        live.discard("ours")
        async with asyncio.timeout(5):
            while front.hub._queues.get(str(OURS)):  # noqa: ASYNC110 (the hub tells nobody who left)
                await asyncio.sleep(0.02)
        assert front.hub._queues[str(THEIRS)]
        await theirs.until(b"event: alive")  # pages hear that the line stands

    streams(front, story)


def test_a_slow_browser_reads_everything_again_instead_of_filling_memory() -> None:
    async def run() -> None:
        hub = Hub(lambda: pytest.fail("not listening"))
        queue = hub.join("a")
        for number in range(250):
            hub.publish(json.dumps({"company": "a", "id": number}))
        assert queue.qsize() <= 100
        assert queue.get_nowait() == RESYNC

    asyncio.run(run())


@pytest.mark.parametrize(
    "payload", ["", "{", "[]", "null", "{}", '{"company":[]}', '{"kind":"permit"}', '"text"']
)
def test_a_notification_that_cannot_be_read_harms_nobody(payload: str) -> None:
    async def run() -> None:
        hub = Hub(lambda: pytest.fail("not listening"))
        queue = hub.join("a")
        hub.publish(payload)
        assert queue.empty()

    asyncio.run(run())

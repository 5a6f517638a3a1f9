"""A WSGI application sees the request as it was sent, and its answer arrives as it was given."""

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from davy.serve.bridge import Message, Receive, Scope, WsgiBridge
from davy.serve.tests.asgi_client import Reply, Request, ask

Start = Callable[[str, list[tuple[str, str]]], None]

seen: dict[str, Any] = {}


def echo(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    seen.clear()
    seen.update(environ)
    body = environ["wsgi.input"].read()
    start("201 Created", [("Content-Type", "text/plain"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")])
    return [hashlib.sha256(body).hexdigest().encode()]


@pytest.fixture
def bridge() -> Iterator[WsgiBridge]:
    made = WsgiBridge(echo, threads=2, most_bytes=3_000_000)
    yield made
    made.close()


def test_a_small_answer_is_one_message(bridge: WsgiBridge) -> None:
    reply = ask(bridge, "POST", "/api/v1/commands?x=1", body=[b"ab", b"c"])
    assert (reply.status, reply.messages) == (201, 1)
    assert reply.body.decode() == hashlib.sha256(b"abc").hexdigest()
    assert (seen["PATH_INFO"], seen["QUERY_STRING"], seen["REQUEST_METHOD"]) == (
        "/api/v1/commands",
        "x=1",
        "POST",
    )
    assert seen["CONTENT_LENGTH"] == "3"
    assert seen["REMOTE_ADDR"] == "127.0.0.1"


def test_a_body_larger_than_memory_arrives_whole(bridge: WsgiBridge) -> None:
    chunks = [bytes([number]) * 100_000 for number in range(25)]
    reply = ask(bridge, "PUT", "/photo", body=chunks)
    assert reply.body.decode() == hashlib.sha256(b"".join(chunks)).hexdigest()


def test_a_body_that_is_too_large_is_refused_before_the_application(bridge: WsgiBridge) -> None:
    seen.clear()
    reply = ask(bridge, "PUT", "/photo", body=[b"x" * 1_000_000] * 4)
    assert (reply.status, seen) == (413, {})
    assert b"body_too_large" in reply.body


def test_chinese_paths_arrive_as_wsgi_wants_them(bridge: WsgiBridge) -> None:
    ask(bridge, "GET", "/区域/一")
    assert seen["PATH_INFO"].encode("latin1").decode() == "/区域/一"


def test_a_header_with_an_underscore_cannot_pose_as_another(bridge: WsgiBridge) -> None:
    ask(bridge, "GET", "/", [("x-real-ip", "1.1.1.1"), ("x_real_ip", "6.6.6.6")])
    assert seen["HTTP_X_REAL_IP"] == "1.1.1.1"


def test_repeated_headers_are_joined_and_cookies_in_their_own_way(bridge: WsgiBridge) -> None:
    ask(bridge, "GET", "/", [("cookie", "a=1"), ("cookie", "b=2"), ("accept", "x"), ("accept", "y")])
    assert (seen["HTTP_COOKIE"], seen["HTTP_ACCEPT"]) == ("a=1; b=2", "x,y")


def test_a_file_is_sent_piece_by_piece_and_closed() -> None:
    closed: list[bool] = []

    class File:
        def __iter__(self) -> Iterator[bytes]:
            return iter([b"one", b"two", b"three"])

        def close(self) -> None:
            closed.append(True)

    def application(_environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        start("200 OK", [])
        return File()

    reply = with_bridge(application)
    assert (reply.body, reply.messages, closed) == (b"onetwothree", 3, [True])


def test_an_empty_answer_has_an_empty_body() -> None:
    def application(_environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        start("204 No Content", [])
        return []

    reply = with_bridge(application)
    assert (reply.status, reply.body, reply.messages) == (204, b"", 1)


def test_who_does_not_read_holds_up_nobody() -> None:
    """One web thread, ten downloads that nobody takes, and a stop (S15)."""
    closed: list[bool] = []

    class Endless:
        def __iter__(self) -> Iterator[bytes]:
            return iter(lambda: b"x" * 1000, None)

        def close(self) -> None:
            closed.append(True)

    def application(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        start("200 OK", [])
        return [b"stopped"] if environ["PATH_INFO"] == "/stop" else Endless()

    async def scene() -> list[bytes]:
        bridge = WsgiBridge(application, threads=1, most_bytes=1000)
        stuck = asyncio.Event()
        told: list[bytes] = []

        async def unread(message: Message) -> None:
            if message["type"] == "http.response.body":
                await stuck.wait()

        async def read(message: Message) -> None:
            told.append(message.get("body", b""))

        downloads = [asyncio.ensure_future(bridge(scope("/all"), asking(), unread)) for _ in range(10)]
        await asyncio.sleep(0.1)
        await asyncio.wait_for(bridge(scope("/stop"), asking(), read), 5)
        for download in downloads:
            download.cancel()
        await asyncio.gather(*downloads, return_exceptions=True)
        bridge.close()
        return told

    assert b"stopped" in asyncio.run(scene())
    assert len(closed) == 10


def test_who_went_away_ends_the_work() -> None:
    made = closed = 0

    def parts() -> Iterator[bytes]:
        nonlocal made, closed
        try:
            while True:
                made += 1
                yield b"part"
        finally:
            closed += 1

    def application(_environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        start("200 OK", [])
        return parts()

    async def scene() -> None:
        bridge = WsgiBridge(application, threads=1, most_bytes=1000)

        async def read(_message: Message) -> None:
            await asyncio.sleep(0.01)

        await asyncio.wait_for(bridge(scope("/"), asking(leaves_after=0.2), read), 10)
        bridge.close()

    asyncio.run(scene())
    assert 1 < made < 1000
    assert closed == 1


def scope(path: str) -> Scope:
    return Request("GET", path).scope


def asking(leaves_after: float | None = None) -> Receive:
    """Sends an empty body, then waits, or goes away after so many seconds."""
    asked = False

    async def receive() -> Message:
        nonlocal asked
        if not asked:
            asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await asyncio.sleep(3600 if leaves_after is None else leaves_after)
        return {"type": "http.disconnect"}

    return receive


def with_bridge(application: Callable[..., Iterable[bytes]]) -> Reply:
    bridge = WsgiBridge(application, threads=1, most_bytes=1000)
    try:
        return ask(bridge, "GET", "/")
    finally:
        bridge.close()

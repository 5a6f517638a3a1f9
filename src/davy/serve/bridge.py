"""Calls a WSGI application from ASGI: the whole body first, then one thread of a fixed few.

Django under ASGI starts an executor a request, which costs more than most of our requests; and a slow phone
must not hold a thread while it sends.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableMapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import chain
from typing import IO, Any

__all__ = ["Message", "Receive", "Scope", "Send", "WsgiBridge", "answer"]

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_LONG = 4  # threads that work out what comes in many parts
_IN_MEMORY = 1024 * 1024  # bytes; a larger body waits in a temporary file
_TOO_LARGE = b'{"type":"about:blank","title":"Payload Too Large","status":413,"code":"body_too_large"}'


class _TooLargeError(Exception):
    pass


class _GoneError(Exception):
    pass


@dataclass(frozen=True)
class _Rest:
    """What is still to come of an answer, and what is to be done after it."""

    parts: Iterator[bytes]
    close: Callable[[], object]


@dataclass(frozen=True)
class _Begun:
    """The head of an answer and its first part; `rest` is None when that is all."""

    start: Message
    first: bytes
    rest: _Rest | None = None


async def answer(
    send: Send, status: int, body: bytes, headers: Iterable[tuple[str, str]] = (), *, head: bool = False
) -> None:
    """Send a whole response; ``head`` leaves the body out but tells its length."""
    raw = [(name.lower().encode("latin1"), value.encode("latin1")) for name, value in headers]
    raw.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": b"" if head else body})


class WsgiBridge:
    """An ASGI application for HTTP scopes that answers through a WSGI application.

    A thread is held while an answer is worked out, never while somebody reads it; what comes in many parts is
    worked out by threads of its own, so that no download, however slow, stands before a stop (S15).
    """

    def __init__(self, application: Callable[..., Iterable[bytes]], threads: int, most_bytes: int) -> None:
        self._application = application
        self._most_bytes = most_bytes
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="davy-web")
        self._long = ThreadPoolExecutor(_LONG, thread_name_prefix="davy-long")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; 413 as problem details when its body is larger than allowed."""
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as body:
            try:
                length = await self._read(receive, body)
            except _TooLargeError:
                await answer(send, 413, _TOO_LARGE, [("content-type", "application/problem+json")])
                return
            except _GoneError:
                return
            loop = asyncio.get_running_loop()
            begun = await loop.run_in_executor(self._pool, self._begin, _environ(scope, body, length))
        await send(begun.start)
        if begun.rest is None:
            await send({"type": "http.response.body", "body": begun.first})
        else:
            await self._flow(begun, begun.rest, receive, send)

    def close(self) -> None:
        """Wait for the requests in hand and let the threads go. Answers that wait to be closed are closed."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._long.shutdown(wait=True)

    async def _read(self, receive: Receive, body: IO[bytes]) -> int:
        length = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise _GoneError
            chunk = message.get("body", b"")
            length += len(chunk)
            if length > self._most_bytes:
                raise _TooLargeError
            body.write(chunk)
            if not message.get("more_body"):
                body.seek(0)
                return length

    def _begin(self, environ: dict[str, Any]) -> _Begun:
        """Runs in a web thread: the answer up to its second part."""
        started: list[Message] = []

        def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> None:
            raw = [(name.lower().encode("latin1"), value.encode("latin1")) for name, value in headers]
            started[:] = [{"type": "http.response.start", "status": int(status[:3]), "headers": raw}]

        response = self._application(environ, start_response)
        parts = iter(response)
        close = getattr(response, "close", lambda: None)
        try:
            first, second = next(parts, b""), next(parts, None)
        except BaseException:
            close()
            raise
        if second is None:
            close()
            return _Begun(started[0], first)
        return _Begun(started[0], first, _Rest(chain([second], parts), close))

    async def _flow(self, begun: _Begun, rest: _Rest, receive: Receive, send: Send) -> None:
        """Part by part as fast as it is read; the end of the reader is the end of the work."""
        gone = asyncio.ensure_future(_until_gone(receive))
        working: Future[bytes | None] | None = None
        try:
            part: bytes | None = begun.first
            while part is not None and not gone.done():
                working = self._long.submit(next, rest.parts, None)
                following = await asyncio.wrap_future(working)
                more = following is not None
                await send({"type": "http.response.body", "body": part, "more_body": more})
                part = following
        finally:
            gone.cancel()
            self._long.submit(_end, working, rest.close)


def _end(working: Future[bytes | None] | None, close: Callable[[], object]) -> None:
    """Close the answer, once nobody works at it."""
    if working is not None:
        wait([working])
    close()


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _environ(scope: Scope, body: IO[bytes], length: int) -> dict[str, Any]:
    server = scope.get("server") or ("localhost", 80)
    client = scope.get("client") or ("", 0)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode().decode("latin1"),
        "QUERY_STRING": scope["query_string"].decode("latin1"),
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1]),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": client[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for raw_name, raw_value in scope["headers"]:
        if b"_" in raw_name:  # would collide with the same name written with a hyphen
            continue
        name = raw_name.decode("latin1").upper().replace("-", "_")
        key = name if name in {"CONTENT_TYPE", "CONTENT_LENGTH"} else f"HTTP_{name}"
        value = raw_value.decode("latin1")
        joint = "; " if key == "HTTP_COOKIE" else ","
        environ[key] = f"{environ[key]}{joint}{value}" if key in environ else value
    environ["CONTENT_LENGTH"] = str(length)
    return environ

"""The front: the stream of changes, health and pages are answered here, all else by Django's threads."""

import asyncio
import logging
import os
from collections import Counter
from collections.abc import Callable, MutableMapping
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connection
from django.urls import get_resolver
from django.utils.module_loading import import_string

from davy import clock
from davy.serve.bridge import Receive, Scope, Send, WsgiBridge, answer
from davy.serve.hub import CLOSED, RESYNC, Hub
from davy.serve.pages import Pages
from davy.serve.tls import CA_PATH
from davy.settings.headers import SECURITY_HEADERS

__all__ = ["Front", "app", "load"]

_KEEP_ALIVE = 15.0  # seconds; proxies cut silent connections after 30 or 60
_ALIVE = b"event: alive\ndata: 1\n\n"  # pages hear it, and open a stream anew on which it stays away
_ASK_AGAIN = 60.0  # seconds until a stream's session is asked for again: one that ended stops within that
_STREAM = "/api/v1/stream"
_KIOSK = "/api/v1/kiosk/stream"
_SCREENS = 5  # streams of one wall screen; a link that got about does not fill the server
_UNAUTHORIZED = b'{"type":"about:blank","title":"Unauthorized","status":401,"code":"not_signed_in"}'
CA_HEADERS = {
    "Content-Type": "application/x-x509-ca-cert",
    "Content-Disposition": 'attachment; filename="davy-ca.crt"',
    "Cache-Control": "no-cache",
}
_TOO_MANY = b'{"type":"about:blank","title":"Too Many Requests","status":429,"code":"too_many_reads"}'

Authenticate = Callable[[str, str], tuple[UUID, UUID] | None]


def _dated(send: Send) -> Send:
    """Every answer carries the time of Davy's one clock: phones reckon by it."""

    async def dated(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            date = format_datetime(clock.now(), usegmt=True).encode("ascii")
            message["headers"] = [*message.get("headers", ()), (b"date", date)]
        await send(message)

    return dated


class Front:
    """The ASGI application of Davy: one port for everything."""

    def __init__(self) -> None:
        self.hub = Hub(_listening_connection)
        self._screens: Counter[UUID] = Counter()
        self._authority = _authority()
        self._pages = Pages(Path(__file__).parent / "static" / "web")
        self._django = WsgiBridge(get_wsgi_application(), settings.WEB_THREADS, settings.MAX_BODY_BYTES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or run the start and the end of the server."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, _dated(send))

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] in {_STREAM, _KIOSK} and scope["method"] == "GET":
            await self._stream(scope, receive, send)
        elif scope["path"] == "/healthz":
            await self._health(send)
        elif scope["path"] == CA_PATH and self._authority:
            await _answer(send, 200, self._authority, CA_HEADERS, head=scope["method"] == "HEAD")
        elif scope["method"] in {"GET", "HEAD"} and await self._page(scope, send):
            return
        else:
            await self._django(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self.hub.start()
            else:
                self.hub.stop()
                self._django.close()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return

    # --- health ---------------------------------------------------------------------------------------

    async def _health(self, send: Send) -> None:
        healthy = await asyncio.to_thread(_database_answers)
        body = b'{"status":"ok"}' if healthy else b'{"status":"database unreachable"}'
        await _answer(send, 200 if healthy else 503, body, {"Content-Type": "application/json"})

    # --- pages ----------------------------------------------------------------------------------------

    async def _page(self, scope: Scope, send: Send) -> bool:
        """Answer with a built page; False when the path is none of ours."""
        path, headers = scope["path"], _headers(scope)
        if path == "/":
            entry = "/m/" if "Mobile" in headers.get("user-agent", "") else "/console/"
            await _answer(send, 302, b"", {"Location": entry, "Cache-Control": "no-cache"})
            return True
        page = self._pages.find(path)
        if page is None:
            return False
        if headers.get("if-none-match") == page.etag:
            await _answer(send, 304, b"", {"ETag": page.etag, "Cache-Control": page.headers["Cache-Control"]})
            return True
        body, packed = page.body, page.packed if "gzip" in headers.get("accept-encoding", "") else None
        extra = {}
        if packed is not None:
            body, extra = packed, {"Content-Encoding": "gzip"}
        await _answer(send, 200, body, {**page.headers, **extra}, head=scope["method"] == "HEAD")
        return True

    # --- stream of changes ----------------------------------------------------------------------------

    async def _stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = _headers(scope)
        cookie, host = headers.get("cookie", ""), headers.get("host", "")
        kiosk = scope["path"] == _KIOSK
        who = settings.KIOSK_AUTH if kiosk else settings.STREAM_AUTH
        session = await asyncio.to_thread(_session, who, cookie, host)
        if session is None:
            await _answer(send, 401, _UNAUTHORIZED, {"Content-Type": "application/problem+json"})
            return
        if kiosk and self._screens[session[1]] >= _SCREENS:
            await _answer(send, 429, _TOO_MANY, {"Content-Type": "application/problem+json"})
            return
        company = str(session[0])
        queue = self.hub.join(company)
        gone = asyncio.create_task(_disconnect(receive))
        self._screens[session[1]] += 1
        try:
            await _open_stream(send)
            shown = _that_something_changed if kiosk else _as_it_is
            await _pump(send, queue, gone, lambda: _session(who, cookie, host) == session, shown)
        finally:
            gone.cancel()
            self.hub.leave(company, queue)
            self._screens[session[1]] -= 1
            if not self._screens[session[1]]:
                del self._screens[session[1]]


def _authority() -> bytes:
    """The certificate that phones install to trust us; nothing when we do not speak TLS ourselves."""
    directory = os.environ.get("DAVY_TLS")
    return (Path(directory) / "ca.crt").read_bytes() if directory else b""


def _as_it_is(message: bytes) -> bytes:
    return message


def _that_something_changed(_message: bytes) -> bytes:
    """A wall screen learns no ids of what it does not show."""
    return RESYNC


async def _open_stream(send: Send) -> None:
    headers = {
        **SECURITY_HEADERS,
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-store",
        "X-Accel-Buffering": "no",  # a proxy that collects would delay a stop
    }
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": 200, "headers": raw})
    await send({"type": "http.response.body", "body": b"retry: 2000\n: davy\n\n", "more_body": True})


async def _pump(
    send: Send,
    queue: asyncio.Queue[bytes],
    gone: asyncio.Task[None],
    still_valid: Callable[[], bool],
    shown: Callable[[bytes], bytes],
) -> None:
    """Send what comes until the client, the session or the server is gone."""
    loop = asyncio.get_running_loop()
    asked = loop.time()
    while not gone.done():
        item = asyncio.create_task(queue.get())
        await asyncio.wait({item, gone}, timeout=_KEEP_ALIVE, return_when=asyncio.FIRST_COMPLETED)
        if not item.done():
            item.cancel()
            if gone.done():
                return
            message = _ALIVE
        elif item.result() == CLOSED:
            break
        else:
            message = shown(item.result())
        if loop.time() - asked > _ASK_AGAIN:
            asked = loop.time()
            if not await asyncio.to_thread(still_valid):
                break
        await send({"type": "http.response.body", "body": message, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def _disconnect(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _session(who: str, cookie: str, host: str) -> tuple[UUID, UUID] | None:
    """Company and account, or screen, behind the cookie at this host. Fails closed."""
    try:
        authenticate: Authenticate = import_string(who)
        return authenticate(cookie, host)
    except Exception:  # whatever is wrong, nobody is let in, and the log tells
        logging.getLogger("davy.asgi").exception("the session of a stream could not be read")
        return None
    finally:
        connection.close()  # this thread is not one of Django's, nobody else would give it back


def _listening_connection() -> "psycopg.Connection[tuple[object, ...]]":
    """A connection of its own for the hub, with the same parameters as Django's."""
    wanted = {"dbname", "user", "password", "host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey"}
    parameters = connection.get_connection_params()
    chosen = {name: str(value) for name, value in parameters.items() if name in wanted}
    conninfo = psycopg.conninfo.make_conninfo(connect_timeout=5, application_name="davy-listen", **chosen)
    return psycopg.connect(conninfo, autocommit=True)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    else:
        return True
    finally:
        connection.close()


def _headers(scope: Scope) -> dict[str, str]:
    return {name.decode("latin1"): value.decode("latin1") for name, value in scope["headers"]}


async def _answer(
    send: Send, status: int, body: bytes, headers: dict[str, str], *, head: bool = False
) -> None:
    await answer(send, status, body, {**SECURITY_HEADERS, **headers}.items(), head=head)


def load() -> None:
    """Load every endpoint now, so that the first request does not wait and a broken one stops the start."""
    get_resolver().url_patterns  # noqa: B018 (reading it loads them)


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "davy.settings")
app = Front()

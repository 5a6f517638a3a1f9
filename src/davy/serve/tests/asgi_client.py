"""Talks to an ASGI application in the same process, message by message."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

from davy.serve.bridge import Message, Receive, Scope, Send

__all__ = ["Reply", "Request", "ask"]

Application = Callable[[Scope, Receive, Send], Awaitable[None]]


@dataclass
class Reply:
    """What came back; ``messages`` is the number of body messages it took."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    messages: int = 0


class Request:
    """One open request: the body comes in the chunks given, the reply fills while it runs."""

    def __init__(
        self, method: str, path: str, headers: Iterable[tuple[str, str]] = (), body: Iterable[bytes] = (b"",)
    ) -> None:
        self.reply = Reply()
        self.arrived = asyncio.Event()
        self.gone = asyncio.Event()
        self._chunks = list(body)
        self.scope: Scope = {
            "type": "http",
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path.partition("?")[0],
            "query_string": path.partition("?")[2].encode(),
            "headers": [(name.encode("latin1"), value.encode("latin1")) for name, value in headers],
            "server": ("testserver", 80),
            "client": ("127.0.0.1", 1),
        }

    async def receive(self) -> Message:
        """The next chunk of the body, then nothing until the client goes."""
        if self._chunks:
            chunk = self._chunks.pop(0)
            return {"type": "http.request", "body": chunk, "more_body": bool(self._chunks)}
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        """Collect the reply."""
        if message["type"] == "http.response.start":
            self.reply.status = message["status"]
            self.reply.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            self.reply.body += message.get("body", b"")
            self.reply.messages += 1
        self.arrived.set()

    async def until(self, part: bytes, patience: float = 5.0) -> None:
        """Wait until the reply's body holds the part. Raises TimeoutError."""
        async with asyncio.timeout(patience):
            while part not in self.reply.body:
                self.arrived.clear()
                await self.arrived.wait()


def ask(
    app: Application,
    method: str,
    path: str,
    headers: Iterable[tuple[str, str]] = (),
    body: Iterable[bytes] = (b"",),
) -> Reply:
    """The whole reply to one request."""

    async def run() -> Reply:
        request = Request(method, path, headers, body)
        await app(request.scope, request.receive, request.send)
        return request.reply

    return asyncio.run(run())

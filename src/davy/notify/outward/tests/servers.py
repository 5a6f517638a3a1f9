"""Messengers of others as real servers on this machine: an SMS gateway, a WeCom, a mail server."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message as Mail
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MailHandler
from aiosmtpd.smtp import AuthResult, LoginPassword

__all__ = ["MailServer", "WebServer", "dripping", "mail_server", "web_server", "wecom"]


@dataclass
class WebServer:
    """A web server that keeps what it was asked; a test says what it answers, by the asked path."""

    port: int
    asked: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)
    status: int = 200
    answers: dict[str, Any] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Where it stands."""
        return f"http://127.0.0.1:{self.port}"

    def bodies(self, path: str = "") -> list[Any]:
        """What was posted to paths that begin so."""
        return [body for asked, _, body in self.asked if body is not None and asked.startswith(path)]


@contextmanager
def web_server() -> Iterator[WebServer]:
    """It lives as long as the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(None)

        def do_POST(self) -> None:
            self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def _answer(self, body: Any) -> None:
            server.asked.append((self.path, dict(self.headers), body))
            found = server.answers.get(self.path.partition("?")[0], {})
            told = json.dumps(found(body, self.path) if callable(found) else found).encode()
            self.send_response(server.status)
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server = WebServer(http.server_port)
    thread = threading.Thread(target=http.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()


def wecom(server: WebServer, *, members: tuple[str, ...], secret: str = "app-secret") -> list[str]:  # noqa: S107
    """Let the server answer as WeCom does; the tokens it has given, newest last. Take them away and the next
    message is refused as one with a stale token."""
    tokens: list[str] = []

    def token(_: Any, path: str) -> dict[str, Any]:
        if f"corpsecret={secret}" not in path:
            return {"errcode": 40001, "errmsg": "invalid credential"}
        tokens.append(f"token-{len(server.asked)}")
        return {"errcode": 0, "errmsg": "ok", "access_token": tokens[-1], "expires_in": 7200}

    def message(body: Any, path: str) -> dict[str, Any]:
        if path.rpartition("=")[2] not in tokens:
            return {"errcode": 42001, "errmsg": "access_token expired"}
        if body["touser"] not in members:
            return {"errcode": 81013, "errmsg": "user & party & tag all invalid"}
        return {"errcode": 0, "errmsg": "ok", "msgid": "x"}

    server.answers.update({"/cgi-bin/gettoken": token, "/cgi-bin/message/send": message})
    return tokens


@dataclass
class MailServer:
    """A mail server with one user, and the mails it has taken."""

    port: int
    taken: list[Mail] = field(default_factory=list)


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """It lives as long as the block; user `davy`, password `mail-secret`."""

    class Keeping(MailHandler):
        def handle_message(self, message: Mail) -> None:
            server.taken.append(message)

    def admitted(*given: Any) -> AuthResult:
        told = given[4]
        good = isinstance(told, LoginPassword) and (told.login, told.password) == (b"davy", b"mail-secret")
        return AuthResult(success=good, handled=False)

    controller = Controller(
        Keeping(),
        "127.0.0.1",
        port=_free_port(),
        authenticator=admitted,
        auth_require_tls=False,
    )
    server = MailServer(controller.port)
    controller.start()
    try:
        yield server
    finally:
        controller.stop()


@contextmanager
def dripping() -> Iterator[int]:
    """A mail server that goes on greeting, a line every moment, and never comes to an end; its port."""
    listening = socket.create_server(("127.0.0.1", 0))
    over = threading.Event()

    def drip() -> None:
        line, _ = listening.accept()
        with line:
            while not over.wait(0.1):
                try:
                    line.sendall(b"220-wait\r\n")
                except OSError:
                    return

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    try:
        yield int(listening.getsockname()[1])
    finally:
        over.set()
        thread.join(2)
        listening.close()


def _free_port() -> int:
    """The controller connects to its own port when it starts, so it has to know it before."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])

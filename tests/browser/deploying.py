"""A Davy whose phone app is deployed anew while phones are at it: a proxy that serves /m/ from a folder."""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import shutil
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import davy
from davy.serve.pages import Pages
from davy.settings.headers import SECURITY_HEADERS
from tests.browser.town import Town

__all__ = ["Deployment", "deployed"]

_BUILT = Path(davy.__file__).parent / "static" / "web" / "m"
_PASSED_ON = ("cookie", "content-type", "x-csrftoken", "origin", "referer", "user-agent", "host", "accept")


class Deployment:
    """The folder that is served, and whether the server behind it answers."""

    def __init__(self, folder: Path) -> None:
        """The app as it was built."""
        self.folder = folder
        self.silent = False
        self.loses_answers = False
        self.dies_after: int | None = None
        """So many items of the next batch are done; then the server is gone, and the line says 502."""
        self.breaks_after: int | None = None
        """So many parts of a photo pass; then the line says 502 until it is mended (None)."""
        self.hears: bool = True
        """False: what arrives is not passed on either."""
        self.drips = False
        """An answer comes, byte by byte, and not to its end while anybody waits."""
        self._answers = threading.Event()
        self._answers.set()
        self.asked: list[str] = []
        shutil.copytree(_BUILT, folder / "m")
        self.pages = Pages(folder)

    def _write(self, name: str, text: str) -> None:
        (self.folder / "m" / name).write_text(text, encoding="utf-8")
        self.pages = Pages(self.folder)

    def hang(self, *, hears: bool) -> None:
        """Connections are taken, nothing is answered from now on; what is heard is done all the same."""
        self.hears = hears
        self._answers.clear()

    def recover(self) -> None:
        """Answers again; who was left without one is hung up."""
        self.hears, self.drips = True, False
        self._answers.set()

    def hangs(self) -> bool:
        """Whether nothing is answered now."""
        return not self._answers.is_set()

    def wait(self) -> None:
        """Until it answers again."""
        self._answers.wait()

    def half(self) -> None:
        """A new release of which the start page has not arrived yet."""
        before = (self.folder / "m" / "index.html").read_bytes()
        after = before.replace(b"<title>Davy</title>", b"<title>Davy 2</title>")
        assert after != before
        worker = (self.folder / "m" / "sw.js").read_text(encoding="utf-8")
        (release,) = re.findall(r"id:`([0-9a-f]{16})`", worker)
        for old, new in (
            (hashlib.sha256(before).hexdigest(), hashlib.sha256(after).hexdigest()),
            (release, "2" * 16),
        ):
            assert worker.count(old) == 1
            worker = worker.replace(old, new)
        self._arriving = after.decode()
        self._write("sw.js", worker)

    def complete(self) -> None:
        """The rest of the new release arrives."""
        self._write("index.html", self._arriving)


class _Server(ThreadingHTTPServer):
    """Knows what is deployed and who is behind."""

    daemon_threads = True

    def __init__(self, deployment: Deployment, behind: str) -> None:
        super().__init__(("127.0.0.1", 0), _Proxy)
        self.deployment = deployment
        self.behind = behind

    def handle_error(self, *_: object) -> None:
        """A phone that hangs up is no error."""


class _Proxy(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *_: object) -> None:
        """Silent."""

    def _answer(self) -> None:
        deployment = self.server.deployment
        path = urlsplit(self.path).path
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        deployment.asked.append(path)
        if not self._heard(body):
            self.close_connection = True
            return
        page = deployment.pages.find(path) if self.command == "GET" else None
        if page is not None:
            self._send(200, [*SECURITY_HEADERS.items(), *page.headers.items()], page.body)
        elif deployment.silent or self._is_broken(path):
            self._send(502, [], b"")
        elif path == "/api/v1/sync" and deployment.dies_after is not None:
            batch = json.loads(body)
            batch["items"] = batch["items"][: deployment.dies_after]
            deployment.dies_after = None
            self._pass_on(json.dumps(batch).encode(), told=False)
        elif path == "/api/v1/stream":
            self._send(204, [], b"")  # no stream: nothing here waits for it
        else:
            self._pass_on(body)

    do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 (the library's names)

    def _heard(self, body: bytes) -> bool:
        """False when the server hung: it may have done what it was asked."""
        deployment = self.server.deployment
        if not deployment.hangs():
            return True
        if deployment.hears and self.command != "GET":
            self._behind(body)
        deployment.wait()
        return False

    def _is_broken(self, path: str) -> bool:
        left = self.server.deployment.breaks_after
        if self.command != "POST" or not path.endswith("/parts"):
            return False
        if left:
            self.server.deployment.breaks_after = left - 1
        return left == 0

    def _behind(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        headers = {name: self.headers[name] for name in _PASSED_ON if name in self.headers}
        with closing(http.client.HTTPConnection(self.server.behind, timeout=30)) as connection:
            connection.request(self.command, self.path, body, headers)
            answer = connection.getresponse()
            kept = [
                (k, v) for k, v in answer.getheaders() if k.lower() not in {"content-length", "connection"}
            ]
            return answer.status, kept, answer.read()

    def _pass_on(self, body: bytes, *, told: bool = True) -> None:
        answer = self._behind(body)
        if not told or (self.server.deployment.loses_answers and self.command == "POST"):
            self._send(502, [], b"")  # it was done, and nobody is told
        else:
            self._send(*answer)

    def _send(self, status: int, headers: Iterable[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        if status != http.HTTPStatus.NO_CONTENT:
            self.send_header("content-length", str(len(body)))
        self.end_headers()
        while body and self.server.deployment.drips:
            self.wfile.write(body[:1])
            body = body[1:]
            time.sleep(0.5)
        self.wfile.write(body)


@contextmanager
def deployed(town: Town, folder: Path) -> Iterator[tuple[Town, Deployment]]:
    """The town behind a proxy that serves the phone app from a folder of the test."""
    deployment = Deployment(folder)
    server = _Server(deployment, urlsplit(town.url).netloc)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield replace(town, url=f"http://localhost:{server.server_port}"), deployment
    finally:
        server.shutdown()
        server.server_close()

"""An access controller as a real HTTP server: passes by name, people who go through, and the faults of real
ones.

It lets in whoever has a pass that is valid now, and lets everybody out: so does every gate that Davy may talk
to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, unquote, urlsplit

from davy import clock
from davy_core.instants import instant, iso

__all__ = ["Gatehouse"]

FAULTS = frozenset({"", "error", "slow", "wrong", "lost", "denied", "redirect", "endless"})


class Gatehouse:
    """One controller. `fault`: what is wrong with it now: error (500), slow, wrong (no JSON), lost (it does
    what it is asked and breaks the connection), denied, redirect, endless. `refuses`: people it does not
    know."""

    def __init__(self, token: str = "", port: int = 0) -> None:
        self.token = token
        self.fault = ""
        self.slow_s = 10.0
        self.refuses: set[str] = set()
        self.passes: dict[str, dict[str, str]] = {}
        self.passages: list[dict[str, str]] = []
        self.asked: list[str] = []
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", port), _Handler, self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def ours(self) -> set[str]:
        """The people whom passes of Davy's let in now, by number."""
        return {one["person"] for name, one in self.passes.items() if name.startswith("davy-")}

    def walk(self, way: str, person: str = "", badge: str = "", at: datetime | None = None) -> bool:
        """Somebody holds his card to the reader; whether it opens. Out it always does."""
        when = at or clock.now()
        opens = way == "out" or badge != "" or self._has(person, when)
        if opens:
            told = {"id": f"p{len(self.passages) + 1}", "at": iso(when), "way": way}
            told |= {"person": person} if person else {"badge": badge}
            self.passages.append(told)
        return opens

    def _has(self, person: str, at: datetime) -> bool:
        mine = [one for one in self.passes.values() if one["person"] == person]
        return any(instant(one["from"]) <= at < instant(one["until"]) for one in mine)

    def close(self) -> None:
        """Gone from the network."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def answer(self, method: str, path: str, body: bytes) -> tuple[int, Any]:
        """What it answers: status and JSON, None for no body."""
        parts = urlsplit(path)
        with self._lock:
            self.asked.append(f"{method} {parts.path}")
            if parts.path == "/passages" and method == "GET":
                return 200, self._passages(parse_qs(parts.query))
            if parts.path == "/passes" and method == "GET":
                return 200, {"passes": [{"id": name, **one} for name, one in self.passes.items()]}
            name = unquote(parts.path.removeprefix("/passes/"))
            if method == "PUT":
                return self._put(name, json.loads(body))
            if method == "DELETE":
                return (204, None) if self.passes.pop(name, None) else (404, {"wrong": "unknown"})
        return 404, {"wrong": "path"}

    def _put(self, name: str, told: Mapping[str, str]) -> tuple[int, Any]:
        if told["person"] in self.refuses:
            return 422, {"wrong": "person"}
        self.passes[name] = {key: str(told[key]) for key in ("person", "from", "until")}
        return 200, {}

    def _passages(self, query: Mapping[str, list[str]]) -> dict[str, Any]:
        begin = int((query.get("after") or ["0"])[0] or 0)
        some = self.passages[begin : begin + int((query.get("limit") or ["200"])[0])]
        return {"passages": some, "next": str(begin + len(some))}


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], handler: type[_Handler], house: Gatehouse) -> None:
        super().__init__(address, handler)
        self.house = house


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    STATUS: ClassVar[Mapping[str, int]] = {"error": 500, "denied": 401, "redirect": 302}

    def do_GET(self) -> None:
        self._serve("GET")

    def do_PUT(self) -> None:
        self._serve("PUT")

    def do_DELETE(self) -> None:
        self._serve("DELETE")

    def _serve(self, method: str) -> None:
        house = self.server.house
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fault = house.fault
        if house.token and self.headers.get("Authorization") != f"Bearer {house.token}":
            fault = "denied"
        if fault == "slow":
            time.sleep(house.slow_s)
        if fault in self.STATUS:
            return self._tell(self.STATUS[fault], b"{}")
        if fault == "endless":
            return self._endless()
        status, told = house.answer(method, self.path, body)
        if fault == "lost" and method != "GET":
            self.close_connection = True
            return None
        plain = b"<html>maintenance</html>" if fault == "wrong" else json.dumps(told).encode()
        return self._tell(status, b"" if told is None else plain)

    def _tell(self, status: int, body: bytes) -> None:
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://169.254.169.254/latest")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b" " * 65536)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""

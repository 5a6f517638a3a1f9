"""A query service for certificates as a real HTTP server, honest until a fault is set: what an office knows,
asked by number, with the faults of real ones."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

__all__ = ["FAULTS", "Registry"]

FAULTS = frozenset(
    {"", "error", "slow", "html", "half", "lost", "denied", "redirect", "endless", "empty", "other_number"}
)


class Registry:
    """`papers`: number → answer (name and records). `fault`: what is wrong now: error (500), slow, html (a
    page of maintenance with 200), half (the answer breaks off), lost (no answer at all), denied, redirect,
    endless, empty (it knows nobody), other_number (it answers about somebody else). `fails_next`: so many
    requests are answered with 503 before it is well again."""

    def __init__(self, token: str = "", port: int = 0) -> None:
        self.token = token
        self.fault = ""
        self.slow_s = 20.0
        self.fails_next = 0
        self.papers: dict[str, dict[str, Any]] = {}
        self.asked: list[str] = []
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", port), self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where it is asked."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/query"

    def close(self) -> None:
        """Gone from the network."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def answer(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """What it knows about the number; it echoes the number it was asked about."""
        number = str(told.get("number", ""))
        with self._lock:
            self.asked.append(number)
        known = None if self.fault == "empty" else self.papers.get(number)
        if self.fault == "other_number":
            number = "T000000000000000000"
        if known is None:
            return {"found": False, "number": number}
        return {"found": True, "number": number, **known}

    def fails(self) -> bool:
        """Whether this request meets an outage."""
        with self._lock:
            failing = self.fails_next > 0
            self.fails_next = max(0, self.fails_next - 1)
            return failing


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], registry: Registry) -> None:
        super().__init__(address, _Handler)
        self.registry = registry


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    STATUS: ClassVar[Mapping[str, int]] = {"error": 500, "denied": 401, "redirect": 302}

    def do_POST(self) -> None:
        registry = self.server.registry
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fault = registry.fault
        if registry.token and self.headers.get("Authorization") != f"Bearer {registry.token}":
            fault = "denied"
        if registry.fails():
            return self._tell(503, b"{}")
        if fault == "slow":
            time.sleep(registry.slow_s)
        if fault in self.STATUS:
            return self._tell(self.STATUS[fault], b"{}")
        if fault == "endless":
            return self._endless()
        told = json.dumps(registry.answer(json.loads(body)), ensure_ascii=False).encode()
        if fault == "lost":
            self.close_connection = True
            return None
        if fault == "half":
            return self._tell(200, told[: len(told) // 2], len(told))
        return self._tell(200, b"<html>maintenance</html>" if fault == "html" else told)

    def _tell(self, status: int, body: bytes, length: int | None = None) -> None:
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://169.254.169.254/latest")
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = self.close_connection or length is not None

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

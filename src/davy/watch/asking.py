"""Ask somebody outside over HTTP, at an address that an installation's settings name: bounded in time and
size, following nowhere else."""

from __future__ import annotations

import http.client
import queue
import socket
import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

__all__ = ["Answer", "OutsideError", "post"]

WHOLE_S = 20.0
"""How long one question may take in all."""

MOST_BYTES = 256 * 1024
_OWN = {"User-Agent": "davy", "Connection": "close"}


class OutsideError(Exception):
    """Nothing of use came. The message says why."""


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the kind of content, and the bytes."""

    status: int
    kind: str
    body: bytes


def post(url: str, body: bytes, kind: str) -> Answer:
    """Send the bytes and take the answer, whatever its status. Raises OutsideError."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise OutsideError(f"{url} is no address") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise OutsideError(f"{url} is no address")
    connection: http.client.HTTPConnection = (
        http.client.HTTPSConnection(
            parts.hostname, port, timeout=WHOLE_S, context=ssl.create_default_context()
        )
        if parts.scheme == "https"
        else http.client.HTTPConnection(parts.hostname, port, timeout=WHOLE_S)
    )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    asking = _Asking(connection)
    threading.Thread(target=asking.ask, args=[path, body, kind], daemon=True).start()
    try:
        came = asking.came.get(timeout=WHOLE_S)
    except queue.Empty:
        raise OutsideError(f"{parts.hostname} is too slow") from None
    finally:
        asking.end()
    if isinstance(came, OSError | http.client.HTTPException):
        raise OutsideError(f"{parts.hostname}: {type(came).__name__} {came}") from came
    if isinstance(came, Exception):
        raise came
    return came


class _Asking:
    """One question, in a thread of its own: the limit holds over the name, the connection, its keys, headers
    and body, however slowly each byte of them comes. Nobody waits for what is given up."""

    def __init__(self, connection: http.client.HTTPConnection) -> None:
        self.came = queue.SimpleQueue[Answer | Exception]()
        self._connection = connection
        self._socket: socket.socket | None = None
        self._over = threading.Event()

    def ask(self, path: str, body: bytes, kind: str) -> None:
        """Ask, and hand on what came."""
        try:
            self.came.put(self._answer(path, body, kind))
        except Exception as error:  # noqa: BLE001 - raised where it is waited for
            self.came.put(error)
        finally:
            self._connection.close()

    def end(self) -> None:
        """Whoever still reads or writes is woken by the end of the connection."""
        self._over.set()
        if self._socket is not None:
            with suppress(OSError):
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def _answer(self, path: str, body: bytes, kind: str) -> Answer:
        self._connection.connect()
        self._socket = self._connection.sock
        if self._over.is_set():
            raise OutsideError("given up")
        self._connection.request("POST", path, body, {**_OWN, "Content-Type": kind})
        answer = self._connection.getresponse()
        taken = b""
        while piece := answer.read1(8192):
            taken += piece
            if len(taken) > MOST_BYTES:
                raise OutsideError("the answer is too large")
        return Answer(answer.status, answer.headers.get("Content-Type", ""), taken)

"""Ask a web server at an address that a company configured: judged, bounded, following no redirect."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import SplitResult

from davy.outside.reach import PORTS, OutsideError, check, connected

__all__ = ["MOST_BYTES", "WHOLE_S", "ask"]

WHOLE_S = 8.0
MOST_BYTES = 64 * 1024
_GOOD = frozenset({200, 201, 202})
_USUAL = frozenset(PORTS.values())
_OWN = {"Accept": "application/json", "Connection": "close"}


def ask(
    url: str,
    *,
    private_net: bool,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """What the server answers to a GET, or to a POST of the body.

    Raises OutsideError: address, private_address, unreachable, slow, status (with it), too_large. No longer
    than WHOLE_S seconds from the connection on, however slowly each byte comes.
    """
    parts = check(url)
    port = parts.port or PORTS[parts.scheme]
    try:
        with connected(parts.hostname or "", port, private_net=private_net, usual=_USUAL) as plain:
            return _within(plain, parts, body, {**_OWN, **(headers or {})})
    except TimeoutError:
        raise OutsideError("slow") from None
    except (OSError, ValueError, http.client.HTTPException):
        raise OutsideError("unreachable") from None


def _within(plain: socket.socket, parts: SplitResult, body: bytes | None, asks: Mapping[str, str]) -> bytes:
    """The answer. When its time is up the connection is ended, which wakes whoever reads or writes."""
    over = threading.Event()
    line = plain
    if parts.scheme == "https":
        # The handshake comes when the timer holds the new socket; the plain one is empty from here on.
        line = ssl.create_default_context().wrap_socket(
            plain, server_hostname=parts.hostname, do_handshake_on_connect=False
        )

    def end() -> None:
        over.set()
        with suppress(OSError):
            socket.socket.shutdown(line, socket.SHUT_RDWR)

    timer = threading.Timer(WHOLE_S, end)
    timer.daemon = True
    timer.start()
    try:
        line.settimeout(WHOLE_S)
        if isinstance(line, ssl.SSLSocket):
            line.do_handshake()
        answer = _answer(line, parts, body, asks)
    except (OSError, http.client.HTTPException):
        if over.is_set():
            raise TimeoutError from None
        raise
    finally:
        timer.cancel()
        line.close()
    if over.is_set():  # an answer without a length ends with its connection, whoever ended that
        raise TimeoutError
    return answer


def _answer(
    connection: socket.socket, parts: SplitResult, body: bytes | None, asks: Mapping[str, str]
) -> bytes:
    asking = http.client.HTTPConnection(parts.hostname or "", parts.port)
    asking.sock = connection
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    asking.request("GET" if body is None else "POST", path, body, {"Host": parts.netloc, **asks})
    answer = asking.getresponse()
    if answer.status not in _GOOD:
        raise OutsideError("status", answer.status)
    taken = b""
    while piece := answer.read1(8192):
        taken += piece
        if len(taken) > MOST_BYTES:
            raise OutsideError("too_large")
    return taken

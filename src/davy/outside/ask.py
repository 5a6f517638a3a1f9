"""Ask a web server at an address that a company configured: judged, bounded, following no redirect."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult

from davy.outside.limit import within
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
    method: str | None = None,
    most: int = MOST_BYTES,
) -> bytes:
    """What the server answers to a GET, or to a POST of the body, or to another `method`: then 204 is an
    answer too. No more than `most` bytes of it.

    Raises OutsideError: address, private_address, unreachable, slow, status (with it), too_large. No longer
    than WHOLE_S seconds from the connection on, however slowly each byte comes.
    """
    parts = check(url)
    port = parts.port or PORTS[parts.scheme]
    asking = _Asking(method, body, {**_OWN, **(headers or {})}, most)
    try:
        with connected(parts.hostname or "", port, private_net=private_net, usual=_USUAL) as plain:
            return _within(plain, parts, asking)
    except TimeoutError:
        raise OutsideError("slow") from None
    except (OSError, ValueError, http.client.HTTPException):
        raise OutsideError("unreachable") from None


@dataclass(frozen=True)
class _Asking:
    method: str | None
    body: bytes | None
    headers: Mapping[str, str]
    most: int

    @property
    def verb(self) -> str:
        return self.method or ("GET" if self.body is None else "POST")

    @property
    def good(self) -> frozenset[int]:
        return _GOOD | {204} if self.method else _GOOD


def _within(plain: socket.socket, parts: SplitResult, asks: _Asking) -> bytes:
    line = plain
    if parts.scheme == "https":
        # The handshake comes under the limit, which ends the new socket; the plain one is empty from here on.
        line = ssl.create_default_context().wrap_socket(
            plain, server_hostname=parts.hostname, do_handshake_on_connect=False
        )
    with line, within(WHOLE_S, lambda: line):
        line.settimeout(WHOLE_S)
        if isinstance(line, ssl.SSLSocket):
            line.do_handshake()
        return _answer(line, parts, asks)


def _answer(connection: socket.socket, parts: SplitResult, asks: _Asking) -> bytes:
    asking = http.client.HTTPConnection(parts.hostname or "", parts.port)
    asking.sock = connection
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    asking.request(asks.verb, path, asks.body, {"Host": parts.netloc, **asks.headers})
    with asking.getresponse() as answer:
        if answer.status not in asks.good:
            raise OutsideError("status", answer.status)
        taken = b""
        while piece := answer.read1(8192):
            taken += piece
            if len(taken) > asks.most:
                raise OutsideError("too_large")
    return taken

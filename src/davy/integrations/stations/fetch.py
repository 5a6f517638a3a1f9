"""Fetch a small answer from an address that somebody configured, and nothing else by it.

The name is resolved once, every address it has is judged, and the connection goes to the judged address: a
name that points elsewhere a moment later gains nothing. Redirects are not followed, time and size bounded.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from urllib.parse import SplitResult, urlsplit

__all__ = ["FetchError", "check", "fetch"]

CONNECT_S, WHOLE_S = 3.0, 8.0
MOST_BYTES = 64 * 1024
PORTS = {"http": 80, "https": 443}


class FetchError(Exception):
    """Nothing of use came; `code` says why."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


def check(url: str) -> SplitResult:
    """The parts of an address that may be configured. Raises FetchError ``address`` for any other."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise FetchError("address") from None
    if parts.scheme not in PORTS or not parts.hostname or parts.username or parts.password or port == 0:
        raise FetchError("address")
    if any(ord(letter) <= 32 or ord(letter) == 127 for letter in url):
        raise FetchError("address")
    return parts


def fetch(url: str, *, private_net: bool) -> bytes:
    """The body of a plain 200 answer. Raises FetchError: address, private_address, unreachable, slow, status,
    too_large. `private_net` lets it reach the plant's own network; without it only public addresses and the
    usual ports are."""
    parts = check(url)
    host = parts.hostname or ""
    port = parts.port or PORTS[parts.scheme]
    if not private_net and port not in PORTS.values():
        raise FetchError("private_address")
    ends = time.monotonic() + WHOLE_S
    address = _judged(host, port, private_net=private_net)
    try:
        with socket.create_connection((address, port), timeout=CONNECT_S) as plain:
            if parts.scheme == "http":
                return _asked(plain, parts, ends)
            with ssl.create_default_context().wrap_socket(plain, server_hostname=host) as safe:
                return _asked(safe, parts, ends)
    except TimeoutError:
        raise FetchError("slow") from None
    except (OSError, http.client.HTTPException):
        raise FetchError("unreachable") from None


def _judged(host: str, port: int, *, private_net: bool) -> str:
    """The address to connect to. All of a name's addresses must be fit, or none is."""
    try:
        found = {str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except OSError:
        raise FetchError("unreachable") from None
    addresses = [ipaddress.ip_address(address) for address in sorted(found)]
    for address in addresses:
        mapped = getattr(address, "ipv4_mapped", None) or address
        # Link-local holds the metadata services of clouds: no weather station stands there.
        never = mapped.is_link_local or mapped.is_multicast or mapped.is_unspecified or mapped.is_reserved
        if never or not (private_net or mapped.is_global):
            raise FetchError("private_address")
    return str(addresses[0])


def _asked(connected: socket.socket, parts: SplitResult, ends: float) -> bytes:
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
    connection.sock = connected
    _wait(connected, ends)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    asks = {"Host": parts.netloc, "Accept": "application/json", "Connection": "close"}
    connection.request("GET", path, headers=asks)
    answer = connection.getresponse()
    if answer.status != 200:
        raise FetchError("status")
    body = b""
    while True:
        _wait(connected, ends)
        piece = answer.read1(8192)
        body += piece
        if len(body) > MOST_BYTES:
            raise FetchError("too_large")
        if not piece:
            return body


def _wait(connected: socket.socket, ends: float) -> None:
    """Let the next step take what is left of the whole time. Raises TimeoutError when nothing is left."""
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    if connected.fileno() >= 0:  # the answer closes it behind its last byte
        connected.settimeout(left)

"""Connect to an address that a company configured, and to nothing else by it.

The name is resolved once, every address it has is judged, and the connection goes to the judged address: a
name that points elsewhere a moment later gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import SplitResult, urlsplit

__all__ = ["CONNECT_S", "PORTS", "OutsideError", "check", "connected"]

CONNECT_S = 3.0
PORTS = {"http": 80, "https": 443}
_METADATA = frozenset({ipaddress.ip_address("100.100.100.200")})  # of Alibaba Cloud; others are link-local


class OutsideError(Exception):
    """Nothing of use came; `code` says why, `status` is what a web server answered, if it did."""

    def __init__(self, code: str, status: int | None = None) -> None:
        """Keep the code."""
        super().__init__(code if status is None else f"{code} {status}")
        self.code = code
        self.status = status


def check(url: str) -> SplitResult:
    """The parts of a web address that may be configured. Raises OutsideError ``address`` for any other."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise OutsideError("address") from None
    if parts.scheme not in PORTS or not parts.hostname or parts.username or parts.password or port == 0:
        raise OutsideError("address")
    if any(ord(letter) <= 32 or ord(letter) == 127 for letter in url):
        raise OutsideError("address")
    return parts


def connected(host: str, port: int, *, private_net: bool, usual: frozenset[int]) -> socket.socket:
    """A connection to the host. Without `private_net` only public addresses and the `usual` ports are
    reached. Raises OutsideError: private_address, unreachable; TimeoutError after CONNECT_S seconds."""
    if not private_net and port not in usual:
        raise OutsideError("private_address")
    try:
        return socket.create_connection((_judged(host, port, private_net=private_net), port), CONNECT_S)
    except TimeoutError:
        raise
    except OSError:
        raise OutsideError("unreachable") from None


def _judged(host: str, port: int, *, private_net: bool) -> str:
    """The address to connect to. All of a name's addresses must be fit, or none is."""
    try:
        found = {str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        raise OutsideError("unreachable") from None
    addresses = [ipaddress.ip_address(address) for address in sorted(found)]
    for address in addresses:
        mapped = getattr(address, "ipv4_mapped", None) or address
        # Link-local holds the metadata services of clouds: nothing of a plant stands there.
        never = mapped.is_link_local or mapped.is_multicast or mapped.is_unspecified or mapped.is_reserved
        if never or mapped in _METADATA or not (private_net or mapped.is_global):
            raise OutsideError("private_address")
    return str(addresses[0])

"""Ask somebody outside over HTTP, at an address that an installation's settings name: bounded in time and
size, following nowhere else."""

from __future__ import annotations

import http.client
import ssl
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

__all__ = ["Answer", "OutsideError", "post"]

WHOLE_S = 20.0
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
    try:
        return _asked(connection, path, body, kind)
    except (OSError, http.client.HTTPException) as error:
        raise OutsideError(f"{parts.hostname}: {type(error).__name__} {error}") from error
    finally:
        connection.close()


def _asked(connection: http.client.HTTPConnection, path: str, body: bytes, kind: str) -> Answer:
    ends = time.monotonic() + WHOLE_S
    connection.request("POST", path, body, {**_OWN, "Content-Type": kind})
    answer = connection.getresponse()
    taken = b""
    while piece := answer.read1(8192):
        taken += piece
        if len(taken) > MOST_BYTES:
            raise OutsideError("the answer is too large")
        if time.monotonic() > ends:
            raise OutsideError("the answer is too slow")
    return Answer(answer.status, answer.headers.get("Content-Type", ""), taken)

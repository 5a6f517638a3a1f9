"""Puts the certificates of a time stamp into the order that DER asks for.

OpenSSL, and whoever stamps with it, writes them in the order of the chain; our reader takes DER only. They
stand outside of what is signed, so that their order proves nothing and no length changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from davy.evidence.log.der import only, parts

__all__ = ["ordered"]

_CERTIFICATES = 0xA0


def ordered(answer: bytes) -> bytes:
    """The same answer with its certificates in order; unchanged when it is not what it should be."""
    try:
        _, response = only(answer, 0, len(answer))
        _, token = list(parts(answer, *response))[1]
        _, explicit = list(parts(answer, *token))[1]
        _, signed = only(answer, *explicit)
        found = [place for tag, place in parts(answer, *signed) if tag == _CERTIFICATES]
    except (IndexError, ValueError):
        return answer
    if len(found) != 1:
        return answer
    begin, end = found[0]
    try:
        whole = sorted(_wholes(answer, begin, end))
    except (IndexError, ValueError):
        return answer
    return answer[:begin] + b"".join(whole) + answer[end:]


def _wholes(der: bytes, begin: int, end: int) -> Iterator[bytes]:
    """The same elements with their heads."""
    for _, (_, stop) in parts(der, begin, end):
        yield der[begin:stop]
        begin = stop

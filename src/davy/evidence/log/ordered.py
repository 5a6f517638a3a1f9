"""Puts the certificates of a time stamp into the order that DER asks for.

OpenSSL, and whoever stamps with it, writes them in the order of the chain; our reader takes DER only. They
stand outside of what is signed, so that their order proves nothing and no length changes.
"""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["ordered"]

_CERTIFICATES = 0xA0


def ordered(answer: bytes) -> bytes:
    """The same answer with its certificates in order; unchanged when it is not what it should be."""
    try:
        _, response = _only(answer, 0, len(answer))
        _, token = list(_parts(answer, *response))[1]
        _, explicit = list(_parts(answer, *token))[1]
        _, signed = _only(answer, *explicit)
        found = [place for tag, place in _parts(answer, *signed) if tag == _CERTIFICATES]
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


def _only(der: bytes, begin: int, end: int) -> tuple[int, tuple[int, int]]:
    (found,) = _parts(der, begin, end)
    return found


def _parts(der: bytes, begin: int, end: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """The elements between the two places: the tag of each and where its content begins and ends."""
    while begin < end:
        first = der[begin + 1]
        more = first & 0x7F if first & 0x80 else 0
        size = int.from_bytes(der[begin + 2 : begin + 2 + more]) if more else first
        start = begin + 2 + more
        if first == 0x80 or more > 4 or start + size > end:
            raise ValueError("not definite")
        yield der[begin], (start, start + size)
        begin = start + size


def _wholes(der: bytes, begin: int, end: int) -> Iterator[bytes]:
    """The same elements with their heads."""
    for _, (_, stop) in _parts(der, begin, end):
        yield der[begin:stop]
        begin = stop

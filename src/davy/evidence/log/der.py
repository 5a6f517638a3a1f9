"""DER as far as time stamps need it: elements by their places."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["only", "parts"]


def only(der: bytes, begin: int, end: int) -> tuple[int, tuple[int, int]]:
    """The tag of the one element between the two places, and where its content begins and ends. Raises
    ValueError and IndexError for what is no DER."""
    (found,) = parts(der, begin, end)
    return found


def parts(der: bytes, begin: int, end: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """The elements between the two places: the tag of each and where its content begins and ends. Raises
    ValueError and IndexError for what is no DER."""
    while begin < end:
        first = der[begin + 1]
        more = first & 0x7F if first & 0x80 else 0
        size = int.from_bytes(der[begin + 2 : begin + 2 + more]) if more else first
        start = begin + 2 + more
        if first == 0x80 or more > 4 or start + size > end:
            raise ValueError("not definite")
        yield der[begin], (start, start + size)
        begin = start + size

"""DER as far as a time stamp needs it: elements by their place."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Part", "parts", "whole"]


class Part(NamedTuple):
    """An element: its tag, where it begins, where its content begins, and where both end."""

    tag: int
    head: int
    start: int
    stop: int


def parts(der: bytes, within: Part) -> list[Part]:
    """The elements within one. Raises IndexError for what is no DER."""
    found, begin = [], within.start
    while begin < within.stop:
        length = der[begin + 1]
        more = length - 0x80 if length >= 0x80 else 0
        start = begin + 2 + more
        stop = start + (int.from_bytes(der[begin + 2 : start]) if more else length)
        if length == 0x80 or stop > within.stop:
            raise IndexError(begin)
        found.append(Part(der[begin], begin, start, stop))
        begin = stop
    return found


def whole(der: bytes) -> Part:
    """What all of these bytes are within."""
    return Part(0, 0, 0, len(der))

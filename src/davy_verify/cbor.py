"""Reads the little CBOR that a WebAuthn key is spelled in: whole numbers, texts, bytes and maps of them."""

from __future__ import annotations

__all__ = ["decoded"]

_MOST = 8192
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}
_DEEPEST = 4


def decoded(content: bytes) -> object:
    """The one value that these bytes spell. Raises ValueError for anything else, and for bytes after it."""
    if len(content) > _MOST:
        raise ValueError("too long for a key")
    found, end = _value(content, 0, 0)
    if end != len(content):
        raise ValueError("something follows the key")
    return found


def _value(content: bytes, at: int, deep: int) -> tuple[object, int]:
    if deep > _DEEPEST:
        raise ValueError("nested too deep")
    kind, count, at = _head(content, at)
    if kind in {0, 1}:
        return (count if kind == 0 else -1 - count), at
    if kind in {2, 3}:
        part = content[at : at + count]
        if len(part) != count:
            raise ValueError("cut off")
        return (part if kind == 2 else part.decode()), at + count
    if kind != 5:
        raise ValueError("a value of another kind")
    found: dict[object, object] = {}
    for _ in range(count):
        key, at = _value(content, at, deep + 1)
        if not isinstance(key, int | str) or key in found:
            raise ValueError("a label twice, or one that is none")
        found[key], at = _value(content, at, deep + 1)
    return found, at


def _head(content: bytes, at: int) -> tuple[int, int, int]:
    """Kind and count of what begins here, and where it goes on."""
    if at >= len(content):
        raise ValueError("cut off")
    kind, low = content[at] >> 5, content[at] & 31
    if low < 24:
        return kind, low, at + 1
    width = _WIDTHS.get(low)
    if width is None or at + 1 + width > len(content):
        raise ValueError("cut off")
    return kind, int.from_bytes(content[at + 1 : at + 1 + width]), at + 1 + width

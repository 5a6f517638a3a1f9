"""Recognises a sound recording by its first bytes. Nothing is decoded: the browser's player does that."""

__all__ = ["recording_type"]

_EBML = b"\x1a\x45\xdf\xa3"
_MP4_BRANDS = (
    b"isom",
    b"iso2",
    b"iso4",
    b"iso5",
    b"iso6",
    b"mp41",
    b"mp42",
    b"M4A ",
    b"M4B ",
    b"dash",
    b"3gp4",
    b"3gp5",
)


def recording_type(head: bytes) -> str | None:
    """``audio/webm``, ``audio/ogg`` or ``audio/mp4`` for a file that begins so, None for any other.

    ``head`` is at least the first 64 bytes.
    """
    if head.startswith(_EBML) and b"webm" in head[:64]:
        return "audio/webm"
    if head.startswith(b"OggS\x00"):
        return "audio/ogg"
    if head[4:8] == b"ftyp" and head[8:12] in _MP4_BRANDS:
        return "audio/mp4"
    return None

"""An example of a maker's binary frame, big-endian:

2  magic  D7 01
4  boot   counts its starts
4  seq    counts its messages in one boot
8  at     milliseconds since 1970 UTC, 0 = it has no clock
1  n      how many channels follow
n× 1 channel code · 4 value, signed, in thousandths of the unit
2  CRC-16 (CCITT, XMODEM) over all before
"""

from __future__ import annotations

import binascii
import struct
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from davy.sensing.adapters.told import Told, UnreadableError, judged, registered
from davy_core.instruments.kinds import Kind

__all__ = ["CODES", "read", "write"]

CODES = {1: "lel", 2: "o2", 3: "co", 4: "h2s", 5: "temp", 6: "battery", 7: "fault"}
_MAGIC = b"\xd7\x01"
_HEAD = struct.Struct(">2sIIQB")
_CHANNEL = struct.Struct(">Bi")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@registered("frame")
def read(raw: bytes, kind: Kind) -> Told:
    """The message. Raises UnreadableError when it is cut, changed on the way, or of another make."""
    if len(raw) < _HEAD.size + 2 or not raw.startswith(_MAGIC):
        raise UnreadableError("not_a_frame")
    body, check = raw[:-2], int.from_bytes(raw[-2:])
    if binascii.crc_hqx(body, 0) != check:
        raise UnreadableError("checksum_wrong")
    _, boot, seq, at, count = _HEAD.unpack_from(body)
    if len(body) != _HEAD.size + count * _CHANNEL.size:
        raise UnreadableError("not_a_frame", "its length does not fit")
    values: dict[str, Decimal] = {}
    doubts: dict[str, str] = {}
    dropped: list[tuple[str, str]] = []
    for place in range(count):
        code, thousandths = _CHANNEL.unpack_from(body, _HEAD.size + place * _CHANNEL.size)
        channel = kind.channels.get(CODES.get(code, ""))
        if channel is None:
            dropped.append(("channel_unknown", str(code)))
            continue
        values[channel.name] = Decimal(thousandths).scaleb(-3).normalize() + 0
        against = judged(channel, values[channel.name])
        if against is not None:
            doubts[channel.name] = against
    if not values:
        raise UnreadableError("nothing_told")
    return Told(seq, f"b{boot}", _instant(at), values, doubts, tuple(dropped))


def write(boot: int, seq: int, at: datetime | None, values: dict[str, Decimal]) -> bytes:
    """The frame of these values; the other half of `read`, for simulators and tests."""
    codes = {name: code for code, name in CODES.items()}
    millis = 0 if at is None else (at - _EPOCH) // timedelta(milliseconds=1)
    body = _HEAD.pack(_MAGIC, boot, seq, millis, len(values))
    body += b"".join(_CHANNEL.pack(codes[name], int(value * 1000)) for name, value in values.items())
    return body + binascii.crc_hqx(body, 0).to_bytes(2)


def _instant(millis: int) -> datetime | None:
    if millis == 0:
        return None
    try:
        return _EPOCH + timedelta(milliseconds=millis)
    except OverflowError as error:
        raise UnreadableError("no_instant", str(millis)) from error

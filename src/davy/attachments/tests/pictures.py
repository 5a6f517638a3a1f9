"""Files to upload: honest ones and attacks."""

import hashlib
import io
import struct
import zlib

from PIL import Image

WEBM = b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm" + bytes(200)
OGG = b"OggS\x00\x02" + bytes(200)
MP4 = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2mp41" + bytes(200)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 800"><style>.a{fill:url(#g)}</style>'
    b'<g class="a"><rect x="1" y="1" width="9" height="9"/><text>T-101</text></g></svg>'
)


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def photo(width: int = 640, height: int = 480, form: str = "JPEG", **options: object) -> bytes:
    """A picture whose left half is red and right half blue."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    return encoded(image, form, **options)


def photo_with_position() -> bytes:
    """A photo taken with the camera turned, with position and device in its EXIF."""
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90 degrees
    exif[0x010F] = "SecretPhone"
    exif[0x0110] = "Ex 7\x07"  # with a bell in its name
    sub = exif.get_ifd(0x8769)
    sub[0x9003] = "2026:11:21 14:02:09"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (31.0, 13.0, 48.0)
    return photo(exif=exif)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be very large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\x00"))
        + chunk(b"IEND", b"")
    )

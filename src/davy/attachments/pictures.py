"""Decides what an uploaded file really is by decoding it, and makes the copy that is shown.

The original is evidence and stays byte for byte as it came, hidden bytes and all; so people are shown the
copy, which is painted anew from the pixels and carries nothing else (no position, no device, no appended
archive).
"""

import io
import struct
import threading
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from davy.attachments import exif
from davy.problems.response import Problem

__all__ = ["MAX_PIXELS", "Picture", "display_copy", "look"]

MAX_PIXELS = 64_000_000  # what a phone of today takes; decoded it is a quarter of a gigabyte at most
DISPLAY_EDGE = 1600  # pixels of the longer side of the copy
_QUALITY = 82
_FORMATS = ("JPEG", "PNG", "WEBP")
# A photo with a second picture inside (depth, panorama) is announced as MPO; it is a JPEG file all the same.
_MEDIA = {"JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
_ORIENTATION = 0x0112
_TURNED = frozenset({5, 6, 7, 8})  # EXIF orientations that exchange width and height
_decoding = threading.BoundedSemaphore(2)  # so that a burst of large pictures cannot fill the memory
_TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, IndexError, *_TOO_LARGE)


@dataclass(frozen=True)
class Picture:
    """A picture that opens completely: its media type and its size in pixels as it is to be seen."""

    media_type: str
    width: int
    height: int
    camera: exif.Camera


def look(path: Path) -> Picture | None:
    """What picture the file is, from its head; None if it is none of ours. Decodes nothing yet.

    Raises Problem ``attachment_too_many_pixels`` for one that would fill the memory.
    """
    try:
        with Image.open(path, formats=_FORMATS) as image:
            width, height = image.size
            if width * height > MAX_PIXELS:
                raise Problem("attachment_too_many_pixels", limit_mp=MAX_PIXELS // 1_000_000)
            if image.getexif().get(_ORIENTATION) in _TURNED:
                width, height = height, width
            return Picture(_MEDIA[image.format or ""], width, height, exif.facts(image))
    except _TOO_LARGE:
        raise Problem("attachment_too_many_pixels", limit_mp=MAX_PIXELS // 1_000_000) from None
    except UnidentifiedImageError:
        return None
    except _BROKEN:
        raise Problem("attachment_broken") from None


def display_copy(path: Path) -> bytes:
    """A JPEG of at most 1600 pixels a side, upright and bare. Raises Problem ``attachment_broken``."""
    try:
        with _decoding, Image.open(path, formats=_FORMATS) as image:
            image.draft("RGB", (DISPLAY_EDGE, DISPLAY_EDGE))  # a JPEG is then decoded at the size needed
            image.load()
            image.thumbnail((DISPLAY_EDGE, DISPLAY_EDGE))
            upright = ImageOps.exif_transpose(image)
    except _BROKEN:
        raise Problem("attachment_broken") from None
    painted = io.BytesIO()
    _opaque(upright).save(painted, "JPEG", quality=_QUALITY, optimize=True)
    return painted.getvalue()


def _opaque(image: Image.Image) -> Image.Image:
    """The pixels alone, transparent ones on white."""
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image.getchannel("A"))
        return ground
    bare = Image.new("RGB", image.size)
    bare.paste(image.convert("RGB"))
    return bare

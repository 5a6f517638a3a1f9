"""What the camera wrote beside its picture: when it was taken, and with what. Read from the bytes themselves,
because the page that sent them could say anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from PIL import Image

__all__ = ["Camera", "facts"]

PLANT = timezone(timedelta(hours=8))
"""What a camera that names no zone is taken to show."""
MAX_NAME = 80
_MAKE, _MODEL, _DATE_TIME = 0x010F, 0x0110, 0x0132
_SUB_IFD, _TAKEN, _OFFSET = 0x8769, 0x9003, 0x9011
_MOMENT = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)")
_ZONE = re.compile(r"([+-])(\d\d):(\d\d)")


@dataclass(frozen=True)
class Camera:
    """When the shutter was pressed by the camera's clock, and maker with model, as far as it says."""

    taken_at: datetime | None = None
    name: str = ""


def facts(image: Image.Image) -> Camera:
    """The facts of an opened picture; what cannot be read is nothing."""
    exif = image.getexif()
    sub = exif.get_ifd(_SUB_IFD)
    moment = _moment(sub.get(_TAKEN) or exif.get(_DATE_TIME), sub.get(_OFFSET))
    named = [_plain(exif.get(tag)) for tag in (_MAKE, _MODEL)]
    return Camera(moment, " ".join(word for word in named if word)[:MAX_NAME])


def _plain(value: object) -> str:
    """One line of printable text: it is a stranger's, and is shown."""
    return "".join(letter for letter in str(value or "") if letter.isprintable()).strip()


def _moment(told: object, zone: object) -> datetime | None:
    found = _MOMENT.match(str(told))
    if found is None:
        return None
    try:
        year, month, day, hour, minute, second = map(int, found.groups())
        return datetime(year, month, day, hour, minute, second, tzinfo=_zone(zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None  # 0000:00:00, and what else a camera without a clock writes


def _zone(told: object) -> timezone:
    found = _ZONE.match(str(told))
    if found is None:
        return PLANT
    sign, hours, minutes = found.groups()
    ahead = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-ahead if sign == "-" else ahead)

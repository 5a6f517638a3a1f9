"""Chinese type for the printed form: the plant's own (DAVY_FONT_DIR), else the one Debian ships."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst

from davy.settings import env

__all__ = ["FontMissingError", "Type", "of"]

# Debian's fonts-noto-cjk, then where other systems of the same family put it.
PLACES = ("/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto-cjk", "/usr/share/fonts/google-noto-cjk")
SONG = (
    "Source Han Serif SC",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Songti SC",
    "SimSun",
    "NSimSun",
    "FangSong",
)
HEI = ("Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "SimHei")


class FontMissingError(RuntimeError):
    """No Chinese type was found in the places that were looked at; the message names them."""


@dataclass(frozen=True)
class Type:
    """The loaded fonts with the families chosen for text (Song) and for headings (Hei)."""

    fonts: typst.Fonts
    song: str
    hei: str


def of() -> Type:
    """The type to print with, read once per place. Raises FontMissingError."""
    own = env.text("DAVY_FONT_DIR")
    return _load((own,) if own else PLACES)


@lru_cache(maxsize=2)
def _load(places: Sequence[str]) -> Type:
    there = [place for place in places if Path(place).is_dir()]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=there)
    known = frozenset(fonts.families())
    song, hei = _first(SONG, known), _first(HEI, known)
    if song is None and hei is None:
        raise FontMissingError(f"no Chinese font in {', '.join(places)}")
    return Type(fonts, song or hei or "", hei or song or "")


def _first(wanted: Iterable[str], known: frozenset[str]) -> str | None:
    return next((family for family in wanted if family in known), None)

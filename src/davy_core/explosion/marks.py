"""An explosion protection mark as it stands on a plate (GB/T 3836.1), held against the zone of an area.

`Ex ib IIB T4 Gb` says: kinds of protection, group of the gas, hottest surface, level. What cannot be read
from a mark is not known, and what is not known does not fit where the area asks for it (S26). A mark for gas
and dust is written as two, each with its own `Ex`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LEVELS: dict[str, str] = {
    **dict.fromkeys(("ia", "da", "ma", "ta"), "a"),
    **dict.fromkeys(("ib", "d", "db", "e", "eb", "m", "mb", "o", "ob", "q", "qb", "tb"), "b"),
    **dict.fromkeys(("p", "px", "py", "pxb", "pyb"), "b"),
    **dict.fromkeys(("ic", "dc", "ec", "mc", "oc", "pz", "pzc", "tc", "nA", "nC", "nL", "nR"), "c"),
}
"""The level that a kind of protection gives where the plate tells none; older plates do not."""

CELSIUS = {1: 450, 2: 300, 3: 200, 4: 135, 5: 100, 6: 85}
"""The hottest surface of a temperature class, in °C."""

ZONES = {"0": "Ga", "1": "Gb", "2": "Gc", "20": "Da", "21": "Db", "22": "Dc"}
"""The least level that may be carried into a zone. One that nobody knows is taken for zone 1 (j): into
zone 0, the inside of a vessel, nobody carries a telephone without knowing."""
UNCLASSED = "Gb"

STRICTEST = {"G": ("IIC", "T6"), "D": ("IIIC", "T85")}
"""Group and hottest surface that are asked for gas and for dust where the register of the area tells none."""
MILDEST = {"G": ("IIA", "T1"), "D": ("IIIA", "T450")}

_GROUP = re.compile(r"(?<![A-Z])(III[ABC]|II[ABC]|III|II|I)(?![A-Z])")
_LEVEL = re.compile(r"(?<![A-Za-z])([GDM][abc])(?![A-Za-z])")
_CLASS = re.compile(r"T([1-6])(?!\d)")
_DUST = re.compile(r"T\s?(\d{2,3})\s?°C")
_DEMAND = re.compile(r"T([1-6])|T(\d{2,3})")


@dataclass(frozen=True)
class Rating:
    """One mark. `level` such as Gb, `group` such as IIB, `celsius` its hottest surface; None: not told."""

    level: str | None
    group: str | None
    celsius: int | None


@dataclass(frozen=True)
class Zone:
    """A classed area: `zone` None is not known. `group` and `temperature` (T1 to T6, or T and °C for
    dust) are None where nobody told them: then the strictest are asked for (S26)."""

    zone: str | None
    group: str | None = None
    temperature: str | None = None

    @property
    def least(self) -> str:
        """The level that a mark must have."""
        return ZONES.get(self.zone or "", UNCLASSED)

    @property
    def mildest(self) -> Zone:
        """The same area if what nobody told were harmless."""
        group, temperature = MILDEST[self.least[0]]
        return Zone(self.zone, self.group or group, self.temperature or temperature)

    @property
    def asked(self) -> tuple[str, str]:
        """Group and temperature that a mark must be good for."""
        group, temperature = STRICTEST[self.least[0]]
        return self.group or group, self.temperature or temperature

    @property
    def asks(self) -> str:
        """What a mark must show at least, as people write it."""
        return " ".join((*self.asked, self.least))


UNKNOWN = Zone(None)
"""An area of which nobody told anything."""


def ratings(mark: str) -> tuple[Rating, ...]:
    """What the mark says, one for each `Ex` in it; none for what is no mark."""
    plain = re.sub(r"\[[^\]]*\]", " ", unicodedata.normalize("NFKC", mark))
    return tuple(_rating(part) for part in re.split(r"Ex", plain)[1:])


def _rating(part: str) -> Rating:
    # A digit or a small letter ends a group: plates are often written without a space (ibIICT4Gb).
    spaced = re.sub(r"(III|II)([ABC]?)(?=T\d)", r"\1\2 ", re.sub(r"(?<=[a-z])(?=I)", " ", part))
    spaced = re.sub(r"(?<=[0-9C])(?=[GDM][abc])", " ", spaced)
    groups, levels = set(_GROUP.findall(spaced)), set(_LEVEL.findall(spaced))
    group = groups.pop() if len(groups) == 1 else None
    level = levels.pop() if len(levels) == 1 else None if levels else _by_kind(spaced, group)
    return Rating(level, group, _celsius(spaced, group))


def _by_kind(spaced: str, group: str | None) -> str | None:
    """The level of the weakest kind of protection; None when one is not known."""
    if group is None:
        return None
    kinds = spaced[: spaced.index(group)].split()
    found = [LEVELS.get(kind) for kind in kinds]
    if not found or None in found:
        return None
    family = {"III": "D", "II": "G"}.get(group.rstrip("ABC"), "M")
    return family + max(level for level in found if level)


def _celsius(spaced: str, group: str | None) -> int | None:
    """The hottest surface that it tells of: of several the worst."""
    dust = (group or "").startswith("III")
    found = [int(c) for c in _DUST.findall(spaced)] if dust else []
    found = found or ([] if dust else [CELSIUS[int(c)] for c in _CLASS.findall(spaced)])
    return max(found, default=None)


def fits(mark: str, zone: Zone) -> bool:
    """Whether one of the mark's ratings is good enough for the zone: level, group and surface."""
    return any(_is_enough(rating, zone) for rating in ratings(mark))


def _is_enough(rating: Rating, zone: Zone) -> bool:
    group, temperature = zone.asked
    if rating.level is None or rating.level[0] != zone.least[0] or rating.level[1] > zone.least[1]:
        return False
    return _covers(rating.group, group) and _is_cool(rating.celsius, temperature)


def _covers(group: str | None, asked: str) -> bool:
    """IIC covers IIB, and IIB covers IIA; so it is with dust."""
    return group is not None and group[:-1] == asked[:-1] and group >= asked and len(group) == len(asked)


def _is_cool(celsius: int | None, asked: str) -> bool:
    told = _DEMAND.fullmatch(asked)
    if told is None or celsius is None:
        return False
    return celsius <= (CELSIUS[int(told[1])] if told[1] else int(told[2]))

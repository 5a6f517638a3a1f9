"""Which permits the readings of a gas detector belong to that somebody wears: where he stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """A live permit at which he checked in or that has him in its space (`inside`). `measured`: an instrument
    that measures gas serves the permit itself."""

    permit: str
    version: int
    inside: bool
    measured: bool

    @property
    def relies(self) -> bool:
        """Whether the work relies on what he wears: he is in the space, and nothing else measures its air
        while he is (GB 30871-2022 6.5). Elsewhere its silence is told and stops nothing."""
        return self.inside and not self.measured


def breathed(stands: Sequence[Standing]) -> tuple[Standing, ...]:
    """Whose air he breathes now: that of the space he is in; of none, that of every work he checked in at,
    for nobody knows at which of them he stands (unknown is not yes)."""
    return tuple(one for one in stands if one.inside) or tuple(stands)

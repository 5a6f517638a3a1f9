"""The terminal behind a command, and why it may not be used in a classed area (S26)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from davy_core.explosion.marks import Zone, fits
from davy_core.outcome import Reason


@dataclass(frozen=True)
class Terminal:
    """The terminal whose signature was verified. `known`: there was one; `mark`: what stands on its
    plate, None without one; `fixed`: a shared terminal, which stays where an administrator put it;
    `off_area`: it was proven beyond the border of the area, None: nobody drew one."""

    known: bool = False
    mark: str | None = None
    fixed: bool = False
    off_area: bool | None = None


UNDRAWN_M = 200.0
"""How far an area reaches around the work point where nobody drew its border, in metres (j)."""


def is_outside(terminal: Terminal, fence_m: float, distance_m: float | None, accuracy_m: float) -> bool:
    """Whether the whole error circle lies beyond the area: past its border where somebody drew it, far
    from the work point where nobody did, and never within the fence of the point. Metres; None: the
    distance to the point is not known."""
    if terminal.off_area is False or distance_m is None:
        return terminal.off_area is True
    least = fence_m if terminal.off_area else max(fence_m, UNDRAWN_M)
    return distance_m - accuracy_m > least


STRANGER = Terminal()
"""Whoever is only logged in: no terminal is known behind him."""


def unfit(terminal: Terminal, zone: Zone, functions: Sequence[str]) -> Reason | None:
    """Why these functions of the terminal are refused in the zone, or None."""
    if terminal.fixed or (terminal.mark and fits(terminal.mark, zone)):
        return None
    used = list(functions)
    if zone.zone is None:
        return Reason("terminal_zone_unknown", {"asks": zone.asks, "functions": used})
    if terminal.mark:
        told = {"zone": zone.zone, "asks": zone.asks, "mark": terminal.mark, "functions": used}
        untold = fits(terminal.mark, zone.mildest)
        return Reason("terminal_group_unknown" if untold else "terminal_mark_unfit", told)
    if terminal.known:
        return Reason("terminal_not_ex", {"zone": zone.zone, "functions": used})
    return Reason("terminal_unknown", {"zone": zone.zone, "functions": used})

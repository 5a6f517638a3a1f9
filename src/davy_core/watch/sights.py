"""How one reading stands to one rule that asks more than a comparison: what is seen, and what to remember."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from davy_core.watch.permit_limits import Bounds
from davy_core.watch.reading import Reading
from davy_core.watch.setting import Check
from davy_core.watch.state import Memo

What = Literal["breach", "between", "clear", "unknown"]
"""`between`: no breach, and not far enough from one to end it; `unknown`: neither may be told."""
SAMPLES = 16
"""How many values a rate keeps over its window: enough to see a rise, few enough to be written each time."""
ONE, ZERO = Decimal(1), Decimal(0)


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen, with the value, its unit and the limit that it is held to."""

    what: What
    value: Decimal | None = None
    unit: str | None = None
    limit: Decimal | None = None
    side: str | None = None
    level: int = 0
    memo: Memo = ()


def against(bounds: Bounds, value: Decimal, unit: str, *, beyond: bool = False) -> Sight:
    """A value beside its bounds. Where something it may be has no limit, being within them tells nothing.
    `beyond`: the sensor is past the end of its range, which is past every upper limit."""
    side = "over" if beyond and bounds.high is not None else bounds.side(value)
    if side is not None:
        return Sight("breach", value, unit, bounds.high if side == "over" else bounds.low, side)
    if not bounds.whole:
        return Sight("unknown", value, unit, bounds.high)
    return Sight("clear" if bounds.clear(value) else "between", value, unit, bounds.high)


def signal(check: Check, reading: Reading, _memo: Memo) -> Sight:
    """The channel has the value that the rule names."""
    value, unit = reading.values[str(check.channel)]
    wanted = check.rule.figures["equals"]
    return Sight("breach" if value == wanted else "clear", value, unit, wanted, "at")


def rate(check: Check, reading: Reading, memo: Memo) -> Sight:
    """The value rose by `rise` since its lowest within the window."""
    value, unit = reading.values[str(check.channel)]
    window = check.rule.counts["within_s"] * 1000
    kept = tuple((at, number) for at, number in memo if reading.at - at <= window)
    lowest = min((number for _, number in kept), default=value)
    apart = window // SAMPLES
    if not kept or reading.at - kept[-1][0] >= apart:
        kept = (*kept, (reading.at, value))
    elif value < kept[-1][1]:
        kept = (*kept[:-1], (kept[-1][0], value))
    rise = check.rule.figures["rise"]
    risen = value - lowest
    return Sight("breach" if risen >= rise else "clear", risen, unit, rise, "over", memo=kept)


def flat(check: Check, reading: Reading, memo: Memo) -> Sight:
    """The same value since `memo`; it counts once it lasted. Where it rests in clean air is no sign of it."""
    value, unit = reading.values[str(check.channel)]
    if value == check.rule.figures.get("except"):
        return Sight("clear", value, unit)
    if memo and memo[0] == value:
        return Sight("breach", value, unit, None, "at", memo=memo)
    return Sight("clear", value, unit, memo=(value,))


def fall(_check: Check, reading: Reading, memo: Memo) -> Sight:
    """He lies; or he fell, the instrument told it once, and he has not moved since."""
    told, still = reading.values.get("fall"), reading.values.get("still")
    up = told is not None and told[0] != ONE
    moved = still is not None and still[0] == ZERO
    lies = told is not None and not up
    # Whoever lies may move his arms; up again is who is told to be, and moves where that is told as well.
    rose = (up and (moved or still is None)) or (told is None and moved)
    if lies or (memo and not rose):
        return Sight("breach", ONE, "flag", None, "at", memo=(1,))
    return Sight("clear", ZERO, "flag")


def hook(check: Check, reading: Reading, _memo: Memo) -> Sight:
    """The hook is open and its wearer above the height; a height that nobody tells counts as above."""
    is_open = reading.values[str(check.channel)][0] != ONE
    told = reading.values.get("height")
    height = told[0] if told is not None and "height" not in reading.doubts else check.height
    limit = check.rule.figures["above_m"]
    high = height is None or height >= limit
    return Sight("breach" if is_open and high else "clear", height, "m", limit, "over")


def fence(check: Check, reading: Reading, _memo: Memo) -> Sight:
    """Proven outside of every fence of his work, or inside one where nobody may be."""
    found = [f.where(reading.spot) for f in check.fences]
    wrong = check.rule.side
    if wrong == "inside":
        breach, clear = "inside" in found, all(one == "outside" for one in found)
    else:
        breach, clear = all(one == "outside" for one in found), "inside" in found
    return Sight("breach" if breach else "clear" if clear else "unknown", None, "place", None, wrong)


SIGHTS: Mapping[str, Callable[[Check, Reading, Memo], Sight]] = {
    "signal": signal,
    "rate": rate,
    "flat": flat,
    "fall": fall,
    "hook": hook,
    "fence": fence,
}


def concerns(check: Check, reading: Reading, memo: Memo) -> bool:
    """Whether a reading says anything about the rule."""
    if check.channel in reading.values:
        return True
    if check.rule.kind == "fence":
        return reading.spot is not None
    return check.rule.kind == "fall" and bool(memo) and "still" in reading.values


REMEMBERING = frozenset({"rate", "flat"})
"""Kinds that only a stream in its order can tell: history says nothing about them."""

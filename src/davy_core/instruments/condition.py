"""How it stands with an instrument now, worst first: what a screen shows of it, and no gate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from davy_core.instruments.kinds import Kind
from davy_core.instruments.state import Instrument

WORST_FIRST = (
    "retired",
    "kind_unknown",
    "never_told",
    "silent",
    "fault",
    "calibration_due",
    "bump_failed",
    "bump_due",
    "battery_low",
)
"""Every word of it; none = it is lively and in order."""


def condition(
    instrument: Instrument,
    kind: Kind | None,
    channels: Mapping[str, str],
    received_at: datetime | None,
    now: datetime,
) -> tuple[str, ...]:
    """The words that are true of it. `channels` and `received_at` are those of its last reading; None = it
    never told anything."""
    if instrument.retired is not None:
        return ("retired",)
    if kind is None:
        return ("kind_unknown",)
    found = {*_telling(kind, channels, received_at, now), *_checks(instrument, kind, now)}
    return tuple(word for word in WORST_FIRST if word in found)


def bump_until(instrument: Instrument, kind: Kind | None) -> datetime | None:
    """To when its last bump test counts; None where there is none, or it was not passed."""
    if kind is None or kind.bump is None or instrument.bumped_at is None or not instrument.bump_passed:
        return None
    return instrument.bumped_at + kind.bump


def _telling(
    kind: Kind, channels: Mapping[str, str], received_at: datetime | None, now: datetime
) -> list[str]:
    if received_at is None:
        return ["never_told"]
    found = ["silent"] if now - received_at > kind.silence else []
    if Decimal(channels.get("fault", "0")) > 0:
        found.append("fault")
    battery = kind.channels.get("battery")
    low = battery.alarms.get("low") if battery else None
    if low is not None and "battery" in channels and Decimal(channels["battery"]) <= low:
        found.append("battery_low")
    return found


def _checks(instrument: Instrument, kind: Kind, now: datetime) -> list[str]:
    found = []
    until = instrument.calibrated_until
    if kind.calibration is not None and (until is None or until <= now):
        found.append("calibration_due")
    if kind.bump is None:
        return found
    if instrument.bump_passed is False:
        return [*found, "bump_failed"]
    bumped = bump_until(instrument, kind)
    return found if bumped is not None and bumped > now else [*found, "bump_due"]

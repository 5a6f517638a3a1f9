"""Whether an instrument's readings may enter a gas test now (GB 30871-2022 4.12, S4)."""

from __future__ import annotations

from datetime import datetime

from davy_core.instants import iso
from davy_core.instruments.kinds import Kind
from davy_core.instruments.state import Instrument
from davy_core.outcome import Reason


def fit_for_gas_test(instrument: Instrument, kind: Kind | None, now: datetime) -> tuple[Reason, ...]:
    """Every reason against it; none = it may. What nobody ever said of it speaks against it."""
    if instrument.retired is not None:
        return (Reason("instrument_retired", {"serial": instrument.serial}),)
    if kind is None or not kind.gas:
        return (Reason("instrument_no_gas", {"serial": instrument.serial}),)
    found = []
    until, bumped = instrument.calibrated_until, instrument.bumped_at
    if until is None or until <= now:
        found.append(Reason("instrument_calibration_due", {"serial": instrument.serial, "at": _told(until)}))
    if instrument.bump_passed is False:
        found.append(Reason("instrument_bump_failed", {"serial": instrument.serial, "at": _told(bumped)}))
    elif kind.bump is not None and (bumped is None or bumped + kind.bump <= now):
        due = bumped + kind.bump if bumped else None
        found.append(Reason("instrument_bump_due", {"serial": instrument.serial, "at": _told(due)}))
    return tuple(found)


def _told(at: datetime | None) -> str:
    return iso(at) if at else "—"

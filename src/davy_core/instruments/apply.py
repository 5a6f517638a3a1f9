"""The instrument after an event. Nothing is judged here; what was decided is folded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from davy_core.instants import instant
from davy_core.instruments.state import Binding, Instrument
from davy_core.outcome import RECORDED_WHEN_REFUSED
from davy_core.streams import Mark

Data = Mapping[str, Any]


def apply(instrument: Instrument | None, event_type: str, data: Data) -> Instrument:
    """The instrument after this event. Raises KeyError for an unknown type, ValueError before it was
    enrolled."""
    if event_type == "InstrumentEnrolled":
        return Instrument(
            id=data["instrument"],
            kind=data["kind"],
            serial=data["serial"],
            site=data["site"],
            enrolled=_mark(data),
            gateway=data["gateway"],
            ex=data["ex"],
            firmware=data["firmware"],
        )
    if instrument is None:
        raise ValueError(f"{event_type} before the instrument was enrolled")
    if event_type in RECORDED_WHEN_REFUSED:
        return instrument
    return STEPS[event_type](instrument, data)


def _mark(data: Data) -> Mark:
    return Mark(instant(data["at"]), str(data["by"]))


def _bound(instrument: Instrument, data: Data) -> Instrument:
    binding = Binding(data["binding"], _mark(data), data.get("permit"), data.get("point"), data.get("person"))
    return replace(instrument, binding=binding)


def _calibrated(instrument: Instrument, data: Data) -> Instrument:
    on, until = instant(data["on"]), instant(data["until"])
    return replace(instrument, calibrated_at=on, calibrated_until=until)


STEPS: Mapping[str, Callable[[Instrument, Data], Instrument]] = {
    "InstrumentPlaced": lambda instrument, data: replace(instrument, gateway=data["gateway"]),
    "InstrumentCalibrated": _calibrated,
    "InstrumentBumpTested": lambda instrument, data: replace(
        instrument, bumped_at=instant(data["at"]), bump_passed=data["passed"]
    ),
    "InstrumentBound": _bound,
    "InstrumentReleased": lambda instrument, _: replace(instrument, binding=None),
    "InstrumentRetired": lambda instrument, data: replace(instrument, retired=_mark(data), binding=None),
}

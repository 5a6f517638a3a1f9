"""Where a gas reading that the server took from an instrument comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Provenance:
    """The instrument by its id and serial number, the reading by its `boot` and number, when the server had
    it (`received_at`; the instrument's own time is the reading's `sampled_at`), and to when the calibration
    and the bump test counted. `sensor`: what spoke against it then (ok, flat, uncalibrated, over_range,
    fault), so that a round that goes on is judged with the same doubt (S4)."""

    instrument: str
    serial: str
    boot: str
    seq: int
    received_at: datetime
    sensor: str = "ok"
    calibrated_until: datetime | None = None
    bumped_at: datetime | None = None

    def is_same(self, other: Provenance | None) -> bool:
        """Whether both are one message of one instrument."""
        return other is not None and (self.instrument, self.boot, self.seq) == (
            other.instrument,
            other.boot,
            other.seq,
        )

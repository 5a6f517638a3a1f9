"""One message of one instrument, as the reader hands it over. Instants are milliseconds since 1970 (UTC)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType

AHEAD = 60_000
"""How far ahead of the server a synchronised clock may be (as for a gas round)."""
TRUSTED = frozenset({"server", "device_synced"})
Number = tuple[Decimal, str]
"""A value and its unit."""
NO_DOUBTS: Mapping[str, str] = MappingProxyType({})
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the instrument says it is, in ten-millionths of a degree (WGS-84), and the radius in millimetres
    within which it believes itself to be; None: it does not say."""

    lat: int
    lon: int
    accuracy: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """`seq` counts the messages of one `boot`; `at` is when it was taken by the clock of quality `clock`
    (server, device_synced, device_free), `heard` when the server took it. `doubts` tell by channel what
    speaks against its sensor: fault, uncalibrated, flat, over_range, unit."""

    instrument: str
    boot: str
    seq: int
    at: int
    heard: int
    values: Mapping[str, Number]
    clock: str = "server"
    doubts: Mapping[str, str] = field(default_factory=lambda: NO_DOUBTS)
    spot: Spot | None = None


def millis(at: datetime) -> int:
    """The instant in milliseconds since 1970 (UTC). Raises TypeError for one without a time zone."""
    return (at - EPOCH) // timedelta(milliseconds=1)


def moment(at: int) -> datetime:
    """The instant of these milliseconds since 1970 (UTC)."""
    return EPOCH + timedelta(milliseconds=at)

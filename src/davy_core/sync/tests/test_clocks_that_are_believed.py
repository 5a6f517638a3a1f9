"""What a phone's clock is worth: one that runs ahead, or was set back, is a free one (S4)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from davy_core.sync.clocks import TOLERANCE, believed

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
TICK = timedelta(milliseconds=1)


@pytest.mark.parametrize(
    ("at", "before", "worth"),
    [
        (NOW - timedelta(hours=3), None, "device_synced"),
        (NOW + TOLERANCE, None, "device_synced"),
        (NOW + TOLERANCE + TICK, None, "device_free"),
        (NOW - timedelta(hours=1), NOW - timedelta(hours=2), "device_synced"),
        (NOW - timedelta(hours=1), NOW - timedelta(hours=1) + TOLERANCE, "device_synced"),
        (NOW - timedelta(hours=1), NOW - timedelta(hours=1) + TOLERANCE + TICK, "device_free"),
    ],
)
def test_a_synchronised_clock(at: datetime, before: datetime | None, worth: str) -> None:
    assert believed("device_synced", at, NOW, before) == worth


def test_a_free_clock_stays_one_and_no_clock_leaves_it_to_the_server() -> None:
    assert believed("device_free", NOW, NOW, None) == "device_free"
    assert believed(None, NOW - timedelta(days=1), NOW, None) is None

"""The photo of a point is held to the Ex mark of what took it, like every photo (S26); that a point does not
hold is asked nothing (S15)."""

from __future__ import annotations

from typing import Any

import pytest

from davy_core.explosion.marks import UNKNOWN, Zone
from davy_core.explosion.terminal import STRANGER, Terminal
from davy_core.isolations.tests.station import Station

PLAIN = Terminal(known=True)


def _applied(station: Station, **over: Any) -> list[str]:
    body = {"point": "p2", "tag": "T9", "photo": station.photo(), "lock": "SO-9"}
    return station.refused("wu", "apply_point", body, **over)


@pytest.mark.parametrize(("terminal", "code"), [(PLAIN, "terminal_not_ex"), (STRANGER, "terminal_unknown")])
def test_an_unmarked_terminal_proves_no_point(terminal: Terminal, code: str) -> None:
    assert _applied(Station().plan(), terminal=terminal) == [code]


def test_an_area_that_nobody_classed_counts_as_classed() -> None:
    assert _applied(Station().plan(), terminal=PLAIN, zone=UNKNOWN) == ["terminal_zone_unknown"]


@pytest.mark.parametrize("over", [{"zone": Zone("none")}, {"outside": True}])
def test_where_nothing_can_be_lit_any_will_do(over: dict[str, Any]) -> None:
    station = Station().plan()
    body = {"point": "p2", "tag": "T9", "photo": station.photo(), "lock": "SO-9"}
    station.must("wu", "apply_point", body, terminal=STRANGER, **over)


def test_that_a_point_does_not_hold_is_asked_nothing() -> None:
    station = Station().plan().isolate()
    body = {"point": "p2", "reason": "锁掉了", "photo": station.photo()}
    station.must("sun", "doubt_point", body, terminal=STRANGER)

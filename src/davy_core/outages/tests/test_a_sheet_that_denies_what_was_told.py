"""What stands on a sheet against what was told of it: it rings, and the place is not clear any more."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from davy_core.instants import iso
from davy_core.outages.tests.site import Site, kinds


def _cleared() -> Site:
    site = Site().printed().declared().later(hours=1).ended()
    site.register()
    site.must("ding", "close_sheet", site.clear())
    return site.later(minutes=30)


def _going(site: Site, outcome: str) -> dict[str, Any]:
    body = site.filled(outcome=outcome) | {"from": iso(site.now - timedelta(hours=1, minutes=20))}
    if outcome == "going_on":
        del body["to"]
        return body
    return {**body, "to": iso(site.now - timedelta(minutes=40))}


@pytest.mark.parametrize("outcome", ["going_on", "stopped"])
def test_work_that_was_not_finished_brings_a_cleared_sheet_back_to_life(outcome: str) -> None:
    site = _cleared()
    assert kinds(site.must("sun", "fill_in_sheet", _going(site, outcome))) == ["sheet_contradicts"]
    assert site.state() == "live"
    assert site.block is not None
    assert site.block.sheets[0].used is not None
    assert site.block.sheets[0].used.closed is None
    site.must("ding", "close_sheet", site.clear())
    assert site.state() == "closed"


def test_work_that_ended_after_the_place_was_cleared_does_so_too() -> None:
    site = _cleared()
    late = {**_going(site, "finished"), "to": iso(site.now)}
    assert "sheet_contradicts" in kinds(site.must("sun", "fill_in_sheet", late))
    assert site.state() == "live"


def test_work_that_was_finished_before_leaves_it_cleared() -> None:
    site = _cleared()
    assert kinds(site.must("sun", "fill_in_sheet", _going(site, "finished"))) == []
    assert site.state() == "closed"


@pytest.mark.parametrize(
    ("substance", "value", "unit", "rings"),
    [
        ("methane", "0.5", "%vol", False),
        ("methane", "0.51", "%vol", True),
        ("combustible", "60", "%LEL", True),
        ("oxygen", "19.5", "%vol", False),
        ("oxygen", "19.4", "%vol", True),
        ("methane", "OL", "%LEL", True),
    ],
)
def test_gas_over_a_limit_on_a_sheet_rings(substance: str, value: str, unit: str, rings: bool) -> None:
    site = Site().printed().declared().later(hours=1)
    site.register()
    row = {
        "point": "middle",
        "substance": substance,
        "value": {"value": value, "unit": unit},
        "at": iso(site.now - timedelta(minutes=30)),
    }
    assert kinds(site.must("sun", "fill_in_sheet", site.filled(readings=[row]))) == ["gas_limit"] * rings

"""What nobody told of by its deadline rings, and goes on ringing until it is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from davy import clock
from davy.alarms import queries as alarms
from davy.building.papering import Papering
from davy.building.plant import small_plant
from davy.db import rows, tenant
from davy.outages.chasing import chase

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def _open(paper: Papering) -> list[tuple[str, int]]:
    with tenant.company(paper.plant.company):
        return [(a["kind"], a["count"]) for a in alarms.all_open(paper.plant.company)]


def test_a_gap_rings_eight_hours_after_the_end_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def at(**since: float) -> None:
        monkeypatch.setattr(clock, "now", lambda: MORNING + timedelta(**since))

    at()
    paper = Papering(small_plant()).printed()
    at(hours=1)
    paper.declared()
    at(hours=2)
    paper.ended()
    company = paper.plant.company
    at(hours=10)
    assert chase(company) == []
    at(hours=10, seconds=1)
    assert chase(company) == ["BlockChased", "AlarmRaised"]
    assert chase(company) == []
    assert _open(paper) == [("sheets_unaccounted", 1)]
    at(hours=14, seconds=1)
    assert chase(company) == ["BlockChased", "AlarmRaised"]
    assert _open(paper) == [("sheets_unaccounted", 2)]
    for n in range(3):
        paper.must("li", "account_unused", {"serials": [paper.serial(n)]})
    at(hours=30)
    assert chase(company) == []


def test_a_block_in_which_nothing_is_due_goes_through_no_door(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MORNING)
    paper = Papering(small_plant()).printed(count=1)
    paper.declared()
    paper.register()
    for n in range(3):
        monkeypatch.setattr(clock, "now", lambda n=n: MORNING + timedelta(minutes=n + 1))
        assert chase(paper.plant.company) == []
    with tenant.company(paper.plant.company):
        assert rows.many("SELECT id FROM door_command WHERE kind = 'chase_block'", []) == []


def test_an_outage_past_its_expected_end_rings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MORNING)
    paper = Papering(small_plant()).declared()
    monkeypatch.setattr(clock, "now", lambda: MORNING + timedelta(hours=5))
    assert chase(paper.plant.company) == ["OutageChased", "AlarmRaised"]
    assert _open(paper) == [("outage_overdue", 1)]

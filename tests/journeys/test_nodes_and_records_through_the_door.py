"""Leak sealing, maintenance and a confined space of general industry through the door: nodes in their order,
values and checks beside gas, the stricter of two clauses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import photo, small_plant
from davy.db import tenant
from davy.evidence.queries import Verified, verify_stream
from davy.rulebook import law

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai
LEAK: Mapping[str, Any] = {
    "line_name": "PL-1203", "medium": "蒸汽", "leak": "flange", "pressure_most": "1.2", "wall_least": "4",
    "extreme_toxic": False, "brittle": False, "flammable": False, "hot": True,
}  # fmt: skip
PUMP: Mapping[str, Any] = {
    "equipment_name": "P-201A", "energy": ["electric"], "isolation_needed": False, "medium_inside": False,
    "rotating": True, "needs_trial": True, "vibration_most": "4.5", "temperature_most": "75",
}  # fmt: skip
PIT: Mapping[str, Any] = {
    "space_name": "集水井", "ledger_no": "YX-07", "former_medium": "污水", "shape": "vertical", "depth": "4",
    "sudden_hazard": True, "flammable": True, "moving_parts": False, "ventilation": "forced",
}  # fmt: skip


def _hands() -> Hands:
    return Hands(small_plant(simulated=True), at=MORNING)


def _record(hands: Hands, record: str, **told: Any) -> None:
    body = {"record": record, "photo": photo(hands.plant.company, record), **told}
    hands.must("wang", "record_value", body)


def _answer(hands: Hands, *measures: str) -> None:
    journeys.measures(hands, law.template(journeys.state(hands).template), list(measures))


def _rest(hands: Hands) -> None:
    """What is left: the other measures, the briefing, every signature."""
    permit = journeys.state(hands)
    template = law.template(permit.template)
    journeys.jsa(hands, [h.row for h in permit.hazards])
    _answer(hands, *(m.id for m in permit.measures if m.applies is None))
    journeys.brief(hands, template)
    journeys.approve(hands)


def _closed(hands: Hands) -> None:
    journeys.accept(hands)
    assert journeys.state(hands).state == "closed"
    with tenant.company(hands.plant.company):
        assert isinstance(verify_stream(hands.plant.company, "permit", hands.permit), Verified)


def test_a_leak_is_sealed_after_its_two_nodes_and_its_pressure_is_watched() -> None:
    hands = _hands()
    journeys.draft(hands, "leak_sealing", LEAK, "法兰带压堵漏", hours=4)
    early = hands.give("wang", "record_value", {"record": "pressure", "value": "0.8"})
    assert [r["code"] for r in early["reasons"]] == ["node_too_early"]
    _answer(hands, "surveyed")
    _record(hands, "wall", value="6.2")
    _answer(hands, "plan")
    _record(hands, "material", passed=True)
    _answer(hands, "clamp_ready")
    _record(hands, "pressure", value="0.8")
    _rest(hands)
    journeys.go_live(hands)
    hands.at = MORNING + timedelta(minutes=10)
    _record(hands, "pressure", value="1.21")
    hands.tick()
    assert journeys.state(hands).state == "paused"


def test_maintenance_is_locked_tried_and_handed_back_with_its_trial_run() -> None:
    hands = _hands()
    journeys.draft(hands, "maintenance", PUMP, "更换机封")
    _answer(hands, "stopped", "isolated", "locked", "tagged")
    _record(hands, "zero_energy", passed=True)
    _rest(hands)
    journeys.go_live(hands)
    hands.must("li", "finish")
    _record(hands, "unlocked", passed=True)
    _record(hands, "trial_run", passed=True)
    _record(hands, "trial_vibration", value="2.8")
    _record(hands, "trial_temperature", value="61")
    _record(hands, "handed_back", passed=True)
    _closed(hands)


def test_a_pit_is_judged_by_both_standards_and_its_record_lapses_after_15_minutes() -> None:
    hands = _hands()
    journeys.draft(hands, "confined", PIT, "清理集水井", hours=4, template="confined_trade")
    journeys.get_to_work(hands)
    assert {r.id for r in journeys.state(hands).stages} == {"area", "leader"}
    assert hands.at is not None
    hands.at += timedelta(minutes=15, seconds=1)
    hands.tick()
    paused = journeys.state(hands)
    assert paused.state == "paused"
    assert "trade.gas.record" in {cause.detail for cause in paused.causes}

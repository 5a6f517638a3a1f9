"""Work that is not tested for gas: an anomaly is closed on site, as nobody could record a round (S7)."""

from datetime import UTC, datetime, timedelta

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant

pytestmark = pytest.mark.django_db

ABSENT = "cause_needs_presence"
CHECKS = ("ventilation", "isolation", "detection", "protection", "communication")
MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai


@pytest.fixture
def hands() -> Hands:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_work(hands, "height")
    journeys.get_to_work(hands)
    return hands


def _later(hands: Hands) -> None:
    assert hands.at is not None
    hands.at += timedelta(minutes=2)


@pytest.mark.parametrize("kind", ["anomaly", "sos"])
def test_what_was_wrong_is_closed_on_site_and_the_work_goes_on(hands: Hands, kind: str) -> None:
    hands.must("qian", *(("sos", {}) if kind == "sos" else ("pause", {"cause": "anomaly"})))
    _later(hands)
    hands.must("wang", "stand_by")
    assert hands.give("li", "resume", {"changed": False})["code"] == "causes_open"
    assert hands.give("feng", "resolve_cause", {"cause": kind}, position=None)["code"] == ABSENT
    hands.must("feng", "resolve_cause", {"cause": kind})
    hands.must("wang", "five_checks", dict.fromkeys(CHECKS, True))
    hands.must("li", "resume", {"changed": False})
    assert journeys.state(hands).state == "active"


def test_gas_where_nobody_planned_a_test_ends_the_permit(hands: Hands) -> None:
    hands.must("qian", "pause", {"cause": "gas"})
    _later(hands)
    hands.must("wang", "stand_by")
    assert hands.give("feng", "resolve_cause", {"cause": "gas"})["code"] == "cause_needs_round"
    hands.must("li", "resume", {"changed": True})
    assert journeys.state(hands).state == "voided"

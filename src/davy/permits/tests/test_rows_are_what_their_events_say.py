"""Every permit row equals the fold of its chain, all the way from draft to closed."""

from datetime import UTC, datetime, timedelta

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import photo, small_plant
from davy.db import tenant
from davy.permits import folding
from davy.watch.tests.lies import lies

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def _agrees(hands: Hands) -> bool:
    with tenant.company(hands.plant.company):
        same = folding.folded(hands.plant.company, hands.permit) == journeys.state(hands)
        return same and lies(hands.plant.company) == []


def test_the_fold_is_the_row_at_every_stop_of_the_way() -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    assert _agrees(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    assert _agrees(hands)
    journeys.go_live(hands)
    hands.must("chu", "stop")
    assert _agrees(hands)
    hands.must("feng", "resolve_cause", {"cause": "stopped"})
    hands.must("wang", "stand_by")
    hands.must("li", "resume", {"changed": False})
    hands.must("li", "finish")
    assert hands.at is not None
    hands.at += timedelta(minutes=31)
    hands.must("wang", "check_residual_fire", {"photo": photo(hands.plant.company, "cold"), "clear": True})
    journeys.accept(hands)
    assert journeys.state(hands).state == "closed"
    assert _agrees(hands)

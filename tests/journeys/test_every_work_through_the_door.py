"""Each special work from request to closed, every step a command through the door on simulated time."""

from datetime import UTC, datetime, timedelta

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import photo, small_plant
from davy.db import tenant
from davy.evidence.queries import Verified, verify_stream
from davy.rulebook import law

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai
LEVELS = {"hot": "first", "height": "second", "lifting": "third"}


@pytest.mark.parametrize("work", sorted(journeys.WORKS))
def test_it_is_asked_for_approved_done_and_accepted(work: str) -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_work(hands, work)
    journeys.get_to_work(hands)
    live = journeys.state(hands)
    assert (live.state, live.level) == ("active", LEVELS.get(work, "none"))
    assert live.number is not None
    assert live.number.startswith(law.template(work)["letters"])
    hands.must("li", "finish")
    if work == "hot":
        hands.at = MORNING + timedelta(minutes=31)
        hands.must(
            "wang", "check_residual_fire", {"photo": photo(hands.plant.company, "cold"), "clear": True}
        )
    journeys.accept(hands)
    assert journeys.state(hands).state == "closed"
    with tenant.company(hands.plant.company):
        assert isinstance(verify_stream(hands.plant.company, "permit", hands.permit), Verified)

"""Only a company born simulated may be told what time it is; every event there says so."""

from datetime import UTC, datetime

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import rows, tenant
from davy.door.execute import SimulatedTimeError
from davy.evidence.queries import events

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def test_a_real_company_takes_no_time_from_anybody() -> None:
    hands = Hands(small_plant(), at=MORNING)
    with pytest.raises(SimulatedTimeError):
        journeys.draft_hot(hands)
    with tenant.company(hands.plant.company):
        assert rows.many("SELECT id FROM door_command WHERE stream_kind = 'permit'") == []
        assert events(hands.plant.company, "permit", hands.permit) == []


def test_the_clock_of_a_real_company_cannot_be_told_either() -> None:
    hands = Hands(small_plant())
    journeys.draft_hot(hands)
    hands.at = MORNING
    with pytest.raises(SimulatedTimeError):
        hands.tick()


def test_a_simulated_company_lives_in_the_time_it_is_told_and_says_so() -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    with tenant.company(hands.plant.company):
        found = events(hands.plant.company, "permit", hands.permit)
    assert {e.recorded_at for e in found} == {MORNING}
    assert all(e.data["simulated"] for e in found)


def test_a_command_remembers_the_program_that_sent_it() -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    with tenant.company(hands.plant.company):
        found = rows.many("SELECT DISTINCT app FROM door_command WHERE stream_kind = 'permit'")
    assert found == [{"app": "building/1"}]

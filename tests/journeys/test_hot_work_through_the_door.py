"""动火 from request to closed, every step a command through the door."""

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant

pytestmark = pytest.mark.django_db


def test_a_hot_work_permit_goes_live() -> None:
    hands = Hands(small_plant())
    journeys.draft_hot(hands)
    assert journeys.state(hands).state == "submitted"
    journeys.prepare(hands)
    journeys.approve(hands)
    assert journeys.state(hands).state == "issued"
    journeys.go_live(hands)
    assert journeys.state(hands).state == "active"

"""A plant at work. Imports nothing of Django before pytest has set it up."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine

if TYPE_CHECKING:
    from davy.verification.tests.house import House

MONDAY = datetime(2026, 11, 16, 0, 30, tzinfo=UTC)  # 08:30 in Shanghai


@pytest.fixture
def time() -> Iterator[time_machine.Traveller]:
    """A Monday morning that stands still until the test moves it."""
    with time_machine.travel(MONDAY, tick=False) as found:
        yield found


@pytest.fixture
def house(db: None, time: time_machine.Traveller) -> "House":
    """Hot work goes on in the tank area; 钱焊工 welds, 王班 guards, 郑安全 and 褚中控 answer for people."""
    from davy.building import journeys
    from davy.building.hands import Hands
    from davy.building.plant import small_plant
    from davy.verification.tests.house import House

    hands = Hands(small_plant())
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    journeys.go_live(hands)
    return House(hands)

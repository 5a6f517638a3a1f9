"""A plant at work with a gate before it. Imports nothing of Django before pytest has set it up."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine

if TYPE_CHECKING:
    from davy.building.hands import Hands
    from davy.gate.tests.house import House
    from davy.simulator.gatehouse import Gatehouse

MONDAY = datetime(2026, 11, 16, 0, 30, tzinfo=UTC)  # 08:30 in Shanghai


@pytest.fixture
def time() -> Iterator[time_machine.Traveller]:
    """A Monday morning that stands still until the test moves it."""
    with time_machine.travel(MONDAY, tick=False) as found:
        yield found


@pytest.fixture
def server() -> "Iterator[Gatehouse]":
    """The controller, a real server."""
    from davy.simulator.gatehouse import Gatehouse

    found = Gatehouse("of-the-gate")
    yield found
    found.close()


@pytest.fixture
def hands(db: None, time: time_machine.Traveller) -> "Hands":
    """李工 and his permit for hot work in the tank area, drafted."""
    from davy.building import journeys
    from davy.building.hands import Hands
    from davy.building.plant import small_plant

    found = Hands(small_plant())
    journeys.draft_hot(found)
    return found


@pytest.fixture
def house(hands: "Hands", server: "Gatehouse") -> "House":
    """The gate before the tank area."""
    from davy.gate.tests.house import House

    return House(hands.plant, server)

"""What the door really writes into the chain has the shapes of the contract, in its data and around it."""

import pytest

from davy.building.hands import Hands
from davy.db import tenant
from davy.door.strict import check, validator
from davy.evidence.queries import events
from tests.adversarial.scenes import reach

pytestmark = pytest.mark.django_db


def _seen(hands: Hands) -> set[str]:
    with tenant.company(hands.plant.company):
        found = events(hands.plant.company, "permit", hands.permit)
    for event in found:
        check(validator("events.json", event.type), event.data)
        assert event.v == 1
    return {event.type for event in found}


def test_every_event_on_the_way_has_its_shape() -> None:
    hands = reach("closed")
    hands.give("chu", "resume", {"changed": False})
    assert len(_seen(hands)) > 15


def test_every_event_of_a_cancelled_permit_has_its_shape() -> None:
    assert {"WorkPaused", "PermitCancelled"} <= _seen(reach("withdrawn"))

"""Each type of work goes the ordinary way from request to closed, in memory, by the shipped law."""

import pytest

from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World


@pytest.mark.parametrize("work_type", ["hot", "confined"])
def test_a_permit_walks_from_request_to_closed(work_type: str) -> None:
    world = walk(World(type=work_type), "closed")
    kinds = [event.type for event in world.history]
    assert kinds[0] == "PermitDrafted"
    assert kinds[-1] == "WorkAccepted"
    assert {"RoundRecorded", "PermitIssued", "TicketVerified", "WorkStarted", "WorkFinished"} <= set(kinds)
    assert "AttemptRefused" not in kinds

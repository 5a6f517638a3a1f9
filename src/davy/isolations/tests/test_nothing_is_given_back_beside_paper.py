"""S18, S24 through the door: while somebody may work by paper in the area, an isolation stays as it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from davy.building.isolating import Isolating
from davy.building.papering import Papering
from davy.building.plant import small_plant

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def test_the_group_locks_wait_for_every_sheet() -> None:
    plant = small_plant(simulated=True)
    isolating = Isolating(plant, at=MORNING).plan().isolate_all()
    lock = next(k.number for k in isolating.state.locks if k.kind == "group")
    paper = Papering(plant, at=MORNING).printed(2).declared()

    def refused() -> set[str]:
        answer = isolating.give("wu", "take_lock_off", {"number": lock})
        return {reason["code"] for reason in answer.get("reasons", ())}

    assert refused() == {"isolation_outage_open"}
    paper.at = isolating.at = MORNING + timedelta(hours=1)
    paper.register()
    assert refused() == {"isolation_outage_open", "isolation_sheets_live"}
    paper.at = isolating.at = MORNING + timedelta(hours=2)
    paper.ended()
    assert refused() == {"isolation_sheets_live", "isolation_sheets_untold"}
    paper.clear()
    assert refused() == {"isolation_sheets_untold"}
    paper.must("li", "account_unused", {"serials": [paper.serial(1)]})
    isolating.must("wu", "take_lock_off", {"number": lock})

"""An alarm, a notice and the authority's row follow a change of a permit in its own transaction."""

from datetime import UTC, datetime

import pytest

from davy.alarms import queries as alarms
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import rows, tenant

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def live() -> Hands:
    """A live hot-work permit."""
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def _outbox(hands: Hands, kind: str) -> list[str]:
    with tenant.company(hands.plant.company):
        found = rows.many(
            "SELECT body->>'TICKET_STATUS' AS status FROM outbox_message WHERE company_id = %s AND kind = %s"
            " ORDER BY created_at, key",
            (hands.plant.company, kind),
        )
    return [row["status"] for row in found]


def test_gas_over_the_limit_raises_one_alarm_that_counts(live: Hands) -> None:
    for _ in range(2):
        journeys.gas_round(live, [("representative", "methanol", "0.6", "%vol")], who="wang")
    with tenant.company(live.plant.company):
        found = [a for a in alarms.open_for(live.plant.company, live.permit) if a["kind"] == "gas_limit"]
    assert [a["count"] for a in found] == [2]


def test_every_state_has_its_row_for_the_authority(live: Hands) -> None:
    live.must("li", "pause", {"cause": "break"})
    assert {"0", "1", "2", "6"} <= set(_outbox(live, "aq3064.ticket"))


def test_the_next_approver_is_told_by_a_job_in_the_same_transaction(live: Hands) -> None:
    found = rows.one(
        "SELECT count(*) AS n FROM procrastinate_jobs WHERE task_name = 'notify.deliver'"
        " AND args->>'permit' = %s",
        (str(live.permit),),
    )
    assert found is not None
    assert found["n"] >= 3

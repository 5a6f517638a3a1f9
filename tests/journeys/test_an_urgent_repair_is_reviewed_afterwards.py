"""抢修: the green channel shortens deadlines only (S20). Every signature is given, and afterwards somebody
who did not sign must look at it; who does not, hears of it."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from davy.building import journeys
from davy.building.hands import Hands, RefusedError
from davy.building.plant import photo, small_plant
from davy.db import rows, tenant
from davy.evidence.queries import Verified, events, verify_stream
from davy.permits import agenda
from tests.adversarial.scenes import later

pytestmark = pytest.mark.django_db

EVENING = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)  # Monday, 17:30 in Shanghai
URGENT = {"urgent": True, "urgent_reason": "泵密封泄漏，压不住"}
FOUND = {"finding": "justified", "note": "泄漏属实，措施到位"}


def _codes(answer: Mapping[str, Any]) -> list[str]:
    return [r["code"] for r in answer.get("reasons", ())]


def _tasks(hands: Hands, who: str) -> list[str]:
    assert hands.at is not None
    with tenant.company(hands.plant.company):
        found = agenda.of(hands.plant.company, UUID(hands.plant.person(who)), hands.at)
    return [t["command"] for t in found]


def _told(hands: Hands, kind: str) -> list[Mapping[str, Any]]:
    with tenant.company(hands.plant.company):
        return [e.data for e in events(hands.plant.company, "permit", hands.permit) if e.type == kind]


def _told_of(hands: Hands, ref: str) -> list[str]:
    """The people to whom the notices of this name go out."""
    with tenant.company(hands.plant.company):
        jobs = rows.many("SELECT args FROM procrastinate_jobs WHERE task_name = 'notify.deliver'", [])
    letters = [json.loads(r["args"]) if isinstance(r["args"], str) else r["args"] for r in jobs]
    return [to for one in letters for n in one["notices"] if ref in n["ref"] for to in n["to"]]


@pytest.fixture
def hands() -> Hands:
    """An urgent repair that was submitted: 一级动火, so that area and safety department sign."""
    hands = Hands(small_plant(simulated=True), at=EVENING)
    journeys.draft_hot(hands, hours=4, **URGENT)
    return hands


def _repaired(hands: Hands) -> None:
    journeys.get_to_work(hands)
    hands.must("li", "finish")
    later(hands, minutes=31)
    shot = photo(hands.plant.company, "cold")
    hands.must("wang", "check_residual_fire", {"photo": shot, "clear": True})
    journeys.accept(hands)
    assert journeys.state(hands).state == "closed"


def test_haste_asks_for_its_reason_and_spares_no_signature(hands: Hands) -> None:
    with pytest.raises(RefusedError, match="urgent_reason_missing"):
        journeys.draft_hot(Hands(hands.plant, at=EVENING), urgent=True)
    plain = Hands(hands.plant, at=EVENING)
    journeys.draft_hot(plain, hours=4)
    hasty = journeys.state(hands)
    assert [s.posts for s in hasty.stages] == [s.posts for s in journeys.state(plain).stages]
    assert sum(s.deadline_s for s in hasty.stages) < sum(s.deadline_s for s in journeys.state(plain).stages)
    with pytest.raises(AssertionError, match="requirement"):
        journeys.approve(hands)  # nothing of what comes before a signature is spared either
    later(hands, hours=3)
    hands.tick()
    assert (journeys.state(hands).state, journeys.state(hands).signatures) == ("submitted", ())


def test_closed_is_not_done_until_somebody_who_did_not_sign_has_reviewed_it(hands: Hands) -> None:
    _repaired(hands)
    issued = journeys.state(hands).issued_at
    assert issued is not None
    for who in ("li", "wang", "zhao", "zheng"):
        assert _codes(hands.give(who, "review_urgent", FOUND)) == ["not_your_duty"], who
        assert "review_urgent" not in _tasks(hands, who)
    assert "review_urgent" in _tasks(hands, "chen"), "the safety department signed: the next above looks"
    hands.at = issued + timedelta(hours=20)
    hands.tick()
    assert hands.plant.person("chen") in _told_of(hands, "review_due"), "whom it waits for is told"
    assert [e["reminder"] for e in _told(hands, "ReminderSent")][-1:] == ["review_due"]
    assert "review_overdue" not in [e["kind"] for e in _told(hands, "AlarmRaised")]
    hands.at = issued + timedelta(hours=24)
    hands.tick()
    assert [e["kind"] for e in _told(hands, "AlarmRaised")][-1:] == ["review_overdue"]
    hands.must("chen", "review_urgent", FOUND)
    review = journeys.state(hands).review
    assert review is not None
    assert (review.finding, review.by) == ("justified", hands.plant.person("chen"))
    assert "review_urgent" not in _tasks(hands, "chen")
    assert _codes(hands.give("chen", "review_urgent", FOUND)) == ["not_your_duty"], "once"
    with tenant.company(hands.plant.company):
        assert isinstance(verify_stream(hands.plant.company, "permit", hands.permit), Verified)


def test_the_clock_looks_again_at_a_closed_permit_while_it_owes_its_review(hands: Hands) -> None:
    _repaired(hands)
    issued = journeys.state(hands).issued_at
    assert issued is not None
    assert _due(hands) == issued + timedelta(hours=20)
    hands.must("chen", "review_urgent", FOUND)
    assert _due(hands) is None


def _due(hands: Hands) -> Any:
    with tenant.company(hands.plant.company):
        found = rows.one("SELECT next_check_at FROM permits_permit WHERE id = %s", [hands.permit])
    assert found is not None
    return found["next_check_at"]

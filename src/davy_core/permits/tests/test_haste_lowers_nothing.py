"""抢修: shorter deadlines, every signature, and a review within 24 hours by somebody who did not sign."""

from datetime import timedelta
from typing import Any

import pytest

from davy_core.permits.deadlines import next_check
from davy_core.permits.facts import Post
from davy_core.permits.tests.signing import codes, ready, sign
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World

URGENT: dict[str, Any] = {"urgent": True, "urgent_reason": "泵密封泄漏"}
FOUND = {"finding": "justified", "note": "泄漏属实"}


def _urgent(work_type: str = "confined") -> World:
    world = World(type=work_type)
    world.must("li", "draft", world.request(**URGENT))
    return walk(world, "issued")


def test_haste_wants_its_reason() -> None:
    world = World()
    assert codes(world.give("li", "draft", world.request(urgent=True))) == {"urgent_reason_missing"}
    assert codes(world.give("li", "draft", world.request(urgent=True, urgent_reason=" "))) == {
        "urgent_reason_missing"
    }


def test_the_same_people_sign_within_two_hours_in_all() -> None:
    plain, hasty = ready(), ready(**URGENT)
    assert plain.permit is not None
    assert hasty.permit is not None
    assert [(s.id, s.posts, s.mode, s.on_site, s.radius_m) for s in plain.permit.stages] == [
        (s.id, s.posts, s.mode, s.on_site, s.radius_m) for s in hasty.permit.stages
    ]
    assert sum(s.deadline_s for s in hasty.permit.stages) <= 7200
    assert sum(s.deadline_s for s in plain.permit.stages) > 7200


def test_a_missed_deadline_signs_nothing() -> None:
    world = ready(**URGENT)
    world.later(hours=3)
    events = world.must(None, "tick")
    assert {e.type for e in events} == {"ReminderSent", "AlarmRaised"}
    assert world.permit is not None
    assert (world.permit.state, world.permit.signatures) == ("submitted", ())


def test_an_ordinary_permit_owes_no_review() -> None:
    world = walk(World(type="confined"), "issued")
    assert codes(world.give("zheng", "review_urgent", FOUND)) == {"not_your_duty"}


@pytest.mark.parametrize("finding", ["justified", "unjustified", "irregular"])
def test_the_safety_department_reviews_once(finding: str) -> None:
    world = _urgent()
    world.must("zheng", "review_urgent", {**FOUND, "finding": finding})
    assert world.permit is not None
    assert world.permit.review is not None
    assert world.permit.review.finding == finding
    assert codes(world.give("zheng", "review_urgent", FOUND)) == {"not_your_duty"}


def test_who_signed_does_not_review_himself() -> None:
    world = World(type="hot")
    world.posts["safety_dept"] = Post("zheng", superior="leader")
    world.must("li", "draft", world.request(**URGENT))
    walk(world, "issued")
    assert world.permit is not None
    assert "zheng" in {s.person for s in world.permit.signatures}
    assert codes(world.give("zheng", "review_urgent", FOUND)) == {"not_your_duty"}
    world.must("chen", "review_urgent", FOUND)


def test_the_review_is_called_for_before_it_is_late_and_rings_when_it_is() -> None:
    world = _urgent()
    walk(world, "closed")
    issued = world.permit.issued_at if world.permit else None
    assert issued is not None
    assert world.permit is not None
    assert next_check(world.permit, world.facts(), ()) == issued + timedelta(hours=20)
    world.now = issued + timedelta(hours=20)
    assert [e.data["reminder"] for e in world.must(None, "tick")] == ["review_due"]
    world.now = issued + timedelta(hours=24)
    assert [e.data.get("kind") for e in world.must(None, "tick")] == [None, "review_overdue"]
    world.must("zheng", "review_urgent", FOUND)
    assert next_check(world.permit, world.facts(), ()) is None


def test_a_permit_that_was_never_issued_owes_no_review() -> None:
    world = ready(**URGENT)
    world.must("li", "withdraw", {"reason": "不修了"})
    assert world.permit is not None
    assert next_check(world.permit, world.facts(), ()) is None


def test_haste_can_be_taken_back_while_it_is_a_draft() -> None:
    world = World()
    world.must("li", "draft", world.request(**URGENT))
    world.must("li", "amend", {"urgent": False})
    assert world.permit is not None
    assert not world.permit.urgent
    assert codes(sign(walk(world, "submitted"), "zhao")) != set()

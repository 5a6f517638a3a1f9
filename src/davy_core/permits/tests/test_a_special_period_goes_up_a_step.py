"""S22: in a special period the level of hot work goes up or its approver, as the site decided."""

from datetime import timedelta

import pytest

from davy_core.outcome import Refused
from davy_core.permits.facts import Special, Step
from davy_core.permits.tests.world import World

KINDS = {"holiday", "major_event", "night", "rest_day"}


def _world(level: str, step: Step | None) -> World:
    """Work of this level whose window meets a rest day."""
    world = World(step=step)
    outside = {"area_class": "other"} if level == "second" else {}
    world.ground = world.ground.__class__(**{**vars(world.ground), **outside})
    world.specials = (Special("rest_day", world.now + timedelta(hours=3), world.now + timedelta(hours=9)),)
    work = dict(world.request()["work"], in_operation=level == "special")
    world.must("li", "draft", world.request(work=work))
    return world


def _submitted(level: str, step: Step | None) -> tuple[str, list[str], set[str]]:
    """The level it got, the posts that sign in order, and what the signatures cover."""
    world = _world(level, step)
    world.must("li", "submit")
    assert world.permit is not None
    covers = {kind for stage in world.permit.stages for kind in stage.covers}
    return world.permit.level, [post for s in world.permit.stages for post in s.posts], covers


def test_the_approver_goes_up_and_the_level_stays() -> None:
    assert _submitted("second", "approver") == ("second", ["area_head", "safety_dept"], KINDS)
    assert _submitted("first", "approver") == ("first", ["area_head", "safety_dept", "leader"], KINDS)


def test_the_level_goes_up_and_its_own_approver_signs() -> None:
    assert _submitted("second", "level") == ("first", ["area_head", "safety_dept"], KINDS)
    assert _submitted("first", "level") == ("special", ["area_head", "safety_dept", "leader"], KINDS)


@pytest.mark.parametrize("step", ["level", "approver"])
def test_the_highest_level_keeps_its_level_with_the_higher_approver(step: Step) -> None:
    level, posts, covers = _submitted("special", step)
    assert (level, posts[-2:], covers) == ("special", ["production_head", "leader"], KINDS)


def test_an_applicant_may_not_ask_for_less_than_the_raised_level() -> None:
    world = _world("second", "level")
    world.must("li", "amend", {"level": "second"})
    refused = world.give("li", "submit")
    assert isinstance(refused, Refused)
    assert (refused.reasons[0].code, refused.reasons[0].values["minimum"]) == ("level_below_minimum", "first")


def test_a_site_that_has_not_decided_gets_no_hot_work() -> None:
    refused = _world("second", None).give("li", "submit")
    assert isinstance(refused, Refused)
    assert [(r.missing or {}).get("requirement") for r in refused.reasons] == ["hot.calendar.step"]


def test_what_a_submission_raised_is_in_its_event() -> None:
    for step in ("level", "approver"):
        world = _world("second", step)
        (event,) = world.must("li", "submit")
        assert (event.data["escalation"], event.data["escalated_by"]) == (["rest_day"], step)


def test_only_hot_work_goes_up() -> None:
    world = World(type="confined", step="level")
    world.specials = (Special("night", world.now, world.now + timedelta(hours=2)),)
    world.must("li", "draft", world.request())
    (event,) = world.must("li", "submit")
    assert (event.data["level"], "escalated_by" in event.data) == ("none", False)

"""What a site has switched off is not asked for anew, nor is work that would need it; what runs goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from davy_core.outcome import Refused
from davy_core.permits.offer import Offer
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import WORK, World

OFF = Offer(off=frozenset({"hot"}), types_off=frozenset({"hot"}))
WITHOUT_HEIGHT = Offer(off=frozenset({"height"}), types_off=frozenset({"height"}))


def _codes(outcome: object) -> list[str]:
    assert isinstance(outcome, Refused)
    return [reason.code for reason in outcome.reasons]


def test_a_new_request_of_work_that_is_off_is_refused() -> None:
    world = World()
    assert _codes(world.give("li", "draft", world.request(), offer=OFF)) == ["template_off"]


def test_a_draft_from_before_is_not_sent_either() -> None:
    world = World()
    world.must("li", "draft", world.request())
    assert "template_off" in _codes(world.give("li", "submit", offer=OFF))


def test_what_was_sent_before_goes_on() -> None:
    world = walk(World(), "submitted")
    row = world.permit.hazards[0].row if world.permit else ""
    world.must("li", "confirm_hazard", {"row": row, "applies": False, "controls": []}, offer=OFF)


@pytest.mark.parametrize(
    "told", [{"over_height": True}, {"also_types": ["height"]}], ids=["follows", "named"]
)
def test_work_that_needs_another_which_is_off_is_refused(told: dict[str, object]) -> None:
    world = World()
    world.must("li", "draft", world.request(work={**WORK["hot"], **told}), offer=WITHOUT_HEIGHT)
    outcome = world.give("li", "submit", offer=WITHOUT_HEIGHT)
    assert "companion_off" in _codes(outcome)
    assert isinstance(outcome, Refused)
    named = [dict(r.values) for r in outcome.reasons if r.code == "companion_off"]
    assert named == [{"type": "height", "zh": "高处", "en": "Work at height"}]


def test_work_that_needs_nothing_of_what_is_off_is_sent() -> None:
    world = World()
    world.must("li", "draft", world.request(), offer=WITHOUT_HEIGHT)
    world.must("li", "submit", offer=replace(WITHOUT_HEIGHT, levels="four"))

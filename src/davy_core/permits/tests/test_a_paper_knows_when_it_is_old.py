"""A sheet of paper is held against the permit as it is: present, old, or worthless, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from davy_core.permits.outdated import Standing, standing
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World


class Paper:
    """A sheet in somebody's hand, printed of this world's permit just now."""

    def __init__(self, world: World) -> None:
        world.must("qian", "print_sheet", {"purpose": "form"})
        assert world.permit is not None
        self.world, self.printed, self.since = world, world.permit, len(world.history)
        self.sheet = world.permit.sheets[-1]

    def stands(self) -> Standing:
        permit = self.world.permit
        assert permit is not None
        happened = [event.type for event in self.world.history[self.since :]]
        return standing(self.sheet, self.printed, permit, happened, self.world.now)


@pytest.fixture
def world() -> World:
    return walk(World(type="hot"), "active")


def test_nothing_happened_and_it_is_the_present_one(world: World) -> None:
    assert Paper(world).stands() == Standing("present")


def test_what_is_not_on_the_form_does_not_make_it_old(world: World) -> None:
    paper = Paper(world)
    world.later(minutes=5)
    world.must("wang", "guard_round")
    assert paper.stands().verdict == "present"


def test_a_later_round_of_gas_makes_it_old(world: World) -> None:
    paper = Paper(world)
    world.later(minutes=5)
    world.must("zhou", "record_round", {"readings": world.readings()})
    assert paper.stands() == Standing("old", ("gas",))


def test_a_new_briefing_or_a_link_makes_it_old() -> None:
    world = walk(World(type="hot"), "issued")
    paper = Paper(world)
    world.later(minutes=5)
    items = world.facts().rulebook.template["briefing"]["items"]
    world.must("wu", "give_briefing", {"items": [item["id"] for item in items]})
    assert paper.stands() == Standing("old", ("briefing",))
    paper = Paper(world)
    assert world.permit is not None
    world.permit = replace(world.permit, links=("01a1ffd7-0000-7000-8000-000000000009",))
    assert paper.stands() == Standing("old", ("links",))


@pytest.mark.parametrize(
    ("changed", "over"),
    [
        ("work", {"work": {"mode": "gas_cutting"}}),
        ("work", {"contractor": "01a1ffd7-0000-7000-8000-00000000000a"}),
        ("measures", {"risk_grade": "orange"}),
    ],
)
def test_other_work_than_was_printed_makes_it_worthless(
    world: World, changed: str, over: dict[str, Any]
) -> None:
    paper = Paper(world)
    assert world.permit is not None
    world.permit = replace(world.permit, **over)
    assert paper.stands() == Standing("worthless", (changed,))


def test_a_request_that_was_returned_and_written_anew_leaves_worthless_paper() -> None:
    world = walk(World(type="hot"), "submitted")
    paper = Paper(world)
    world.must("zhao", "return_to_draft", {"reason": "内容不清楚"})
    world.must("li", "amend", {"content": "更换另一个法兰"})
    walk(world, "issued")
    found = paper.stands()
    assert (found.verdict, found.changed[0]) == ("worthless", "amended")


def test_a_pause_makes_it_worthless_and_going_on_does_not_heal_it(world: World) -> None:
    paper = Paper(world)
    world.must("li", "pause", {"cause": "break"})
    assert paper.stands() == Standing("worthless", ("paused", "state"))
    world.later(minutes=5)
    world.must("li", "confirm_stopped")
    walk(world, "active")
    found = paper.stands()
    assert (found.verdict, found.changed[0]) == ("worthless", "was_paused")


def test_a_reprint_replaces_the_one_before(world: World) -> None:
    first, second = Paper(world), Paper(world)
    assert (first.stands().verdict, first.stands().replaced_by) == ("worthless", 2)
    assert second.stands() == Standing("present")


def test_the_end_of_validity_makes_it_worthless_to_the_second(world: World) -> None:
    paper = Paper(world)
    assert world.permit is not None
    world.now = world.permit.window.end
    assert paper.stands().verdict == "present"
    world.now += timedelta(seconds=1)
    assert paper.stands() == Standing("worthless", ("expired",))


def test_a_paper_from_before_the_issue_permits_nothing() -> None:
    paper = Paper(walk(World(type="hot"), "submitted"))
    assert paper.stands() == Standing("worthless", ("not_issued",))


def test_an_ended_permit_leaves_worthless_paper(world: World) -> None:
    paper = Paper(world)
    world.must("feng", "void", {"reason": "工艺变化"})
    assert paper.stands().changed[0] == "ended"
    assert paper.stands().verdict == "worthless"


def test_printing_permits_nothing_and_changes_nothing_else(world: World) -> None:
    before = world.permit
    Paper(world)
    assert before is not None
    assert world.permit is not None
    assert (world.permit.state, world.permit.rounds, world.permit.signatures) == (
        before.state,
        before.rounds,
        before.signatures,
    )


def test_a_record_sheet_is_written_on_while_work_is_stopped(world: World) -> None:
    world.must("li", "print_sheet", {"purpose": "fill"})
    assert world.permit is not None
    sheet, printed, since = world.permit.sheets[-1], world.permit, len(world.history)
    world.must("li", "pause", {"cause": "break"})
    happened = [event.type for event in world.history[since:]]
    assert standing(sheet, printed, world.permit, happened, world.now) == Standing("present")
    world.must("li", "print_sheet", {"purpose": "fill"})
    assert standing(sheet, printed, world.permit, happened, world.now) == Standing("worthless", (), 2)

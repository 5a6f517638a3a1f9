"""S11: who goes and who comes both sign; the shift leader does not take over from himself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from davy_core.outcome import Accepted, Refused
from davy_core.permits.tests.walk import SIGNED, walk
from davy_core.permits.tests.world import World
from davy_core.permits.view_shift import shift_view

OUT = {"side": "outgoing", **SIGNED}
IN = {"side": "incoming", **SIGNED}


def _at_the_change(deputy: str | None = "chu") -> World:
    """Work that runs into the end of a shift; the post of shift leader has a holder and maybe a deputy."""
    world = walk(World(), "active")
    world.shift_bounds = (world.now + timedelta(minutes=30),)
    world.later(minutes=20)
    world.posts["shift_leader"] = replace(world.posts["shift_leader"], deputy=deputy)
    return world


@pytest.mark.parametrize(("first", "second"), [(OUT, IN), (IN, OUT)])
def test_the_leader_who_leaves_is_not_the_one_who_comes(
    first: dict[str, str], second: dict[str, str]
) -> None:
    world = _at_the_change()
    world.must("feng", "sign_shift", first)
    refused = world.give("feng", "sign_shift", second)
    assert isinstance(refused, Refused)
    assert [reason.code for reason in refused.reasons] == ["shift_same_leader"]
    world.must("chu", "sign_shift", second)


def test_where_nobody_else_holds_the_post_he_may_stay() -> None:
    world = _at_the_change(deputy=None)
    world.must("feng", "sign_shift", OUT)
    assert isinstance(world.give("feng", "sign_shift", IN), Accepted)


def test_who_came_this_morning_may_leave_tonight() -> None:
    world = _at_the_change()
    world.must("feng", "sign_shift", IN)
    world.later(hours=4)
    assert isinstance(world.give("feng", "sign_shift", OUT), Accepted)


def test_signed_by_all_six_the_change_is_done_and_else_it_is_overdue() -> None:
    world = _at_the_change()
    assert world.permit is not None
    for who in ("li", "wang"):
        world.must(who, "sign_shift", OUT)
        world.must(who, "sign_shift", IN)
    world.must("feng", "sign_shift", OUT)
    world.later(minutes=26)
    assert shift_view(world.permit, world.facts())["overdue"] is True
    world.must("chu", "sign_shift", IN)
    assert shift_view(world.permit, world.facts())["overdue"] is False

"""S15: whoever he is, wherever he stands, whatever his clock says: who stops work is obeyed."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from davy_core.outcome import Accepted
from davy_core.permits.facts import Actor
from davy_core.permits.tests.instrument import told
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World

STOPS: list[tuple[str | None, str, Mapping[str, Any]]] = [
    ("sun", "stop", {}),
    ("sun", "sos", {}),
    ("qian", "pause", {"cause": "anomaly"}),
    ("wang", "take_back", {"cause": "guardian_left"}),
    ("qian", "report_change", {"kind": "environment"}),
    ("li", "request_cancel", {"reason": "r"}),
    (None, "freeze_work", {"area": "area"}),
    ("watch", "heed_episode", told()),
]


def _in(state: str) -> World:
    world = walk(World(), "issued" if state == "issued" else "active")
    if state == "paused":
        world.must("feng", "stop")
    # The worst of all worlds: nothing is known, nobody may work, the rules are gone, the clock stands still.
    for who in world.people:
        world.people[who] = world.people[who].__class__(who, "frozen")
    world.wind, world.contact_age, world.calendar_set, world.clock_ok = None, None, False, False
    return world


@pytest.mark.parametrize("state", ["issued", "active", "paused"])
@pytest.mark.parametrize(("who", "kind", "body"), STOPS)
def test_a_stop_is_never_refused(state: str, who: str | None, kind: str, body: Mapping[str, Any]) -> None:
    world = _in(state)
    then = world.now - timedelta(days=3)
    outcome = world.give(
        who, kind, body, fix=None, clock="device_free", occurred_at=then, ground=None, basis_recalled=True
    )
    assert isinstance(outcome, Accepted)
    assert world.permit is not None
    assert world.permit.state == "paused"


def test_somebody_at_the_public_page_stops_it_too() -> None:
    world = _in("active")
    events = world.must("nobody", "stop", actor=Actor("public"), fix=None)
    assert [event.type for event in events] == ["WorkPaused", "AlarmRaised"]
    assert events[0].data["by"] == "public"


def test_who_comes_out_is_registered_whatever_became_of_the_permit() -> None:
    ends: list[tuple[str | None, str, Mapping[str, Any]]] = [
        ("zhao", "void", {"reason": "r"}),
        ("feng", "stop", {}),
        (None, "tick", {}),
    ]
    for end in ends:
        world = walk(World(type="confined"), "active")
        world.must("wang", "enter_space", {"person": "qian"})
        if end[1] == "tick":
            world.later(hours=9)
        world.must(*end)
        world.must("wang", "leave_space", {"person": "qian"}, fix=None, clock="device_free")
        assert world.permit is not None
        assert world.permit.inside == ()

"""4.17, S7: who closes a reported change says that nothing changed; if something did, the permit ends."""

from __future__ import annotations

from typing import Any

import pytest

from davy_core.outcome import Refused
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World


def _reported() -> tuple[World, str]:
    world = walk(World(), "active")
    world.must("qian", "report_change", {"kind": "environment"})
    world.later(minutes=2)
    assert world.permit is not None
    return world, world.permit.causes[0].id


@pytest.mark.parametrize(
    ("answer", "code"), [({}, "change_unanswered"), ({"changed": True}, "change_stands")]
)
def test_without_a_plain_no_the_change_stands(answer: dict[str, Any], code: str) -> None:
    world, cause = _reported()
    outcome = world.give("feng", "resolve_cause", {"cause": cause, **answer})
    assert isinstance(outcome, Refused)
    assert [reason.code for reason in outcome.reasons] == [code]


def test_who_saw_that_nothing_changed_says_so_in_the_chain() -> None:
    world, cause = _reported()
    events = world.must("feng", "resolve_cause", {"cause": cause, "changed": False})
    assert events[0].data["changed"] is False
    assert world.permit is not None
    assert world.permit.causes == ()


def test_what_did_change_ends_the_permit() -> None:
    world, _ = _reported()
    world.must("feng", "void", {"reason": "管线已改"})
    assert world.permit is not None
    assert world.permit.state == "voided"

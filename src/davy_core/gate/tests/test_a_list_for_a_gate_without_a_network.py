"""A list is judged once; what changes while it is valid is told, once, to people."""

from typing import Any

import pytest

from davy_core.gate.decide import decide
from davy_core.gate.facts import GateCommand, GateFacts
from davy_core.gate.seen import PermitSeen
from davy_core.gate.state import Gate
from davy_core.gate.tests.scene import BOOK, HOUR, NOON, Door, permit
from davy_core.outcome import Refused

BY_FENG: dict[str, Any] = {"person": "feng", "lists": True, "shown": False}


class Listing(Door):
    """A gate by list; people give its commands too."""

    def issue(self, *permits: PermitSeen, hours: int = 8) -> list[str]:
        """冯班长 has a list made."""
        return self.give("issue_list", {"hours": hours}, permits=permits, sender="person", **BY_FENG)


def test_it_names_who_may_go_in_until_when_by_which_permit() -> None:
    door = Listing()
    assert door.issue(permit()) == ["ListIssued"]
    assert door.gate is not None
    assert door.gate.listed is not None
    assert [(row.person, row.end, row.permit) for row in door.gate.listed.rows] == [
        ("li", NOON + 3 * HOUR, "p1"),
        ("wang", NOON + 3 * HOUR, "p1"),
    ]
    assert door.gate.passes == ()
    assert door.judge(permit(), shown=False) == []


@pytest.mark.parametrize("now_is", [permit(state="voided"), permit(frozen=True), None])
def test_what_changes_while_it_is_valid_is_told_once(now_is: PermitSeen | None) -> None:
    door = Listing()
    door.issue(permit())
    after = () if now_is is None else (now_is,)
    assert door.judge(*after, shown=False) == ["ListOutdated", "AlarmRaised"]
    assert door.judge(*after, shown=False) == []
    assert door.issue(*after) == ["ListIssued"]
    assert door.judge(*after, shown=False) == []


def test_a_list_past_its_time_tells_nothing() -> None:
    door = Listing()
    door.issue(permit(), hours=1)
    assert door.judge(permit(state="voided"), now=NOON + HOUR, shown=False) == []


@pytest.mark.parametrize(
    ("hours", "more", "code"),
    [
        (8, {"lists": False}, "gate_list_not_yours"),
        (8, {"open": False}, "gate_out_of_service"),
        (8, {"known": False}, "gate_unknown"),
        (48, {}, "gate_list_too_long"),
    ],
)
def test_it_is_refused(hours: int, more: dict[str, Any], code: str) -> None:
    facts = GateFacts(now=NOON, book=BOOK, sender="person", **{**BY_FENG, **more})
    found = decide(Gate("g"), GateCommand("g", "issue_list", {"hours": hours}), facts)
    assert isinstance(found, Refused)
    assert found.reasons[0].code == code

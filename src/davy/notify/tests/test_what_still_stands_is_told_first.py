"""What was told in red is told first until somebody dealt with it, whether it was read or not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.clockwork.tests.plants import MORNING, active
from davy.notify.tests.inboxes import deliver, give, inbox, open_alarms, standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def hands() -> Iterator[Hands]:
    """Hot work at its place; everybody was told of it."""
    with time_machine.travel(MORNING, tick=False):
        found = active(small_plant())
        deliver()
        yield found


def test_work_that_goes_on_leaves_nothing_to_be_done(hands: Hands) -> None:
    assert standing(hands.plant, "li") == []
    assert standing(hands.plant, "sun") == []


def test_a_stop_stands_until_its_alarm_is_closed(hands: Hands) -> None:
    hands.must("zhou", "stop")
    deliver()
    (told,) = standing(hands.plant, "li")
    assert told["severity"] == "red"
    (alarm,) = (str(row["id"]) for row in open_alarms(hands) if row["severity"] == "red")
    assert str(told["alarm_id"]) == alarm
    for step, note in (("acknowledge_alarm", None), ("handle_alarm", "看过了"), ("close_alarm", "没有危险")):
        assert len(standing(hands.plant, "li")) == 1
        assert give(hands.plant, "feng", alarm, step, note)["verdict"] == "accepted"
    assert standing(hands.plant, "li") == []
    assert any(row["severity"] == "red" for row in inbox(hands.plant, "li"))


def test_a_pause_stands_until_work_goes_on_and_is_told_once(hands: Hands) -> None:
    for _ in range(2):
        hands.must("li", "pause", {"cause": "break"})
        deliver()
        (told,) = standing(hands.plant, "wang")
        assert (told["kind"], told["alarm_id"]) == ("WorkPaused", None)
        hands.must("li", "confirm_stopped")
        hands.must("wang", "stand_by")
        hands.must("li", "resume", {"changed": False})
        deliver()
        assert standing(hands.plant, "wang") == []
    hands.must("li", "pause", {"cause": "break"})
    deliver()
    assert len(standing(hands.plant, "wang")) == 1
    assert len([row for row in inbox(hands.plant, "wang") if row["severity"] == "red"]) == 3

"""A height job out of reach: approved so, its calls heard on the radio, everything the phones wrote down
arrives once, in order, with honest times, and nothing that waited made work live (S16, S17)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.phones import Phone
from davy.building.plant import photo, small_plant
from davy.clock import beat
from davy.db import tenant
from davy.evidence.queries import events
from davy.permits.card import card

pytestmark = pytest.mark.django_db

Step = Callable[[timedelta], None]
WELL = {"well": True}


class Away:
    """王班 and 李工 up on the tower, 中控 at the desk, and the clock that goes on."""

    def __init__(self, step: Step) -> None:
        self._step, self._gone = step, _to_the_morning()
        step(self._gone)
        self.hands = Hands(small_plant())
        journeys.draft_work(self.hands, "height", untethered={"detector": "4-118"})
        journeys.get_to_work(self.hands)
        self.wang, self.li = Phone(self.hands.plant, "wang"), Phone(self.hands.plant, "li")
        for phone in (self.wang, self.li):
            assert phone.enrol()["verdict"] == "accepted"

    def later(self, minutes: float) -> datetime:
        """Time passes, and the watching clock looks at the permit."""
        self._gone += timedelta(minutes=minutes)
        self._step(self._gone)
        beat.strike(jumped=False)
        self.hands.tick()
        return clock.now()

    def call(self) -> None:
        """The control room hears the guardian."""
        person = self.hands.plant.person("wang")
        self.hands.must("chu", "record_call", {"person": person, **WELL})

    def state(self) -> Any:
        return journeys.state(self.hands)

    def told(self, kind: str) -> list[Any]:
        with tenant.company(self.hands.plant.company):
            found = events(self.hands.plant.company, "permit", self.hands.permit)
        return [e for e in found if e.type == kind]


def _to_the_morning() -> timedelta:
    """To 09:30 in Shanghai tomorrow: no shift ends (20:00) while they are up there."""
    now = clock.now()
    return now.replace(hour=1, minute=30) + timedelta(days=1) - now


@pytest.fixture
def away(step_clock: Step) -> Away:
    return Away(step_clock)


def _verdicts(results: list[dict[str, Any]]) -> list[str]:
    return [r["verdict"] for r in results]


def test_an_hour_without_signal_arrives_once_in_order_and_with_honest_times(away: Away) -> None:
    hands, permit = away.hands, away.hands.permit
    rounds = []
    for _ in range(2):
        rounds.append(away.later(12))
        away.wang.give(permit, "guard_round", {"notes": "正常"})
        shot = photo(hands.plant.company, f"tower {len(rounds)}")
        away.wang.give(permit, "add_photo", {"photo": shot, "purpose": "work"})
        away.call()
    assert away.state().state == "active"
    stopped = away.later(10)
    away.wang.give(permit, "pause", {"cause": "break"})
    away.later(4)
    away.li.give(permit, "ask_for", {"what": "resume"})
    away.li.give(permit, "resume", {"changed": False})
    away.call()
    away.later(6)

    first = away.wang.send()
    assert _verdicts(first) == ["accepted"] * 5
    assert away.state().state == "paused"
    assert _verdicts(away.li.send()) == ["accepted", "refused"]
    assert away.state().state == "paused"
    assert (away.wang.queue, away.li.queue) == ([], [])

    done = away.told("GuardRoundDone")
    assert [abs(e.occurred_at - at) < timedelta(seconds=5) for e, at in zip(done, rounds, strict=True)] == [
        True
    ] * 2
    assert all(e.recorded_at - e.occurred_at > timedelta(minutes=10) for e in done)
    (pause,) = away.told("WorkPaused")
    assert abs(pause.occurred_at - stopped) < timedelta(seconds=5)
    assert len(away.told("PhotoAdded")) == 2

    with tenant.company(hands.plant.company):
        shown = card(hands.plant.company, permit, hands.plant.people["li"].person, clock.now())
    assert shown is not None
    assert [(a["what"], a["name"]) for a in shown["asked"]] == [("resume", "李工")]
    assert shown["untethered"]["detector"] == "4-118"


def test_when_nobody_is_heard_the_work_is_paused_and_the_stop_that_arrives_late_makes_the_break_longer(
    away: Away,
) -> None:
    away.later(14)
    assert away.state().state == "active"
    away.wang.give(away.hands.permit, "pause", {"cause": "anomaly"})
    began = clock.now()
    away.later(3)
    assert [c.kind for c in away.state().causes] == ["call_missed"]
    assert _verdicts(away.wang.send()) == ["accepted"]
    permit = away.state()
    assert {c.kind for c in permit.causes} == {"call_missed", "anomaly"}
    assert abs(permit.pause.began_at - began) < timedelta(seconds=5)

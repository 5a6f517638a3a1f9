"""After a stop every live permit is judged for the time in which nobody watched, before the clock beats
again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine

from davy.alarms import queries as alarms
from davy.building.plant import Plant, small_plant
from davy.clock import beat
from davy.clockwork import recover
from davy.clockwork.loop import Clockwork
from davy.clockwork.tests.plants import MORNING, active, events, row, submitted, ticks
from davy.clockwork.ticking import tick
from davy.db import tenant

pytestmark = pytest.mark.django_db

Step = Callable[[timedelta], None]


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with time_machine.travel(MORNING, tick=True):
        yield


@pytest.fixture
def plant(_morning: None) -> Plant:
    return small_plant()


def test_a_short_stop_ticks_only_what_is_due(plant: Plant, step_clock: Step) -> None:
    submitted(plant)
    step_clock(timedelta(seconds=20))
    assert recover.run() == []
    assert ticks(plant) == 0
    assert beat.state().ok


def test_after_a_gap_every_live_permit_is_judged_and_then_the_clock_beats(
    plant: Plant, step_clock: Step
) -> None:
    permits = [submitted(plant), submitted(plant)]
    step_clock(timedelta(minutes=5))
    assert recover.run() == []
    assert [ticks(plant, hands.permit) for hands in permits] == [1, 1]
    assert beat.state().ok
    assert [i["kind"] for i in beat.incidents(MORNING)] == ["gap"]


def test_what_ran_past_its_validity_is_void_as_of_then(plant: Plant, step_clock: Step) -> None:
    hands = active(plant)
    step_clock(timedelta(hours=20))
    recover.run()
    found = row(hands)
    assert (found["state"], found["clearance"]) == ("voided", "open")
    assert found["ended_at"].startswith("2026-11-23T08:30")


def test_the_decision_sees_how_long_nobody_watched(
    plant: Plant, step_clock: Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    submitted(plant)
    seen: list[float | None] = []

    def look(company_id: UUID, permit_id: UUID, **how: Any) -> bool | None:
        seen.append(beat.state().gap_s)
        return tick(company_id, permit_id, **how)

    monkeypatch.setattr(recover, "tick", look)
    step_clock(timedelta(minutes=5))
    recover.run()
    assert seen == [pytest.approx(300, abs=20)]
    assert beat.state().gap_s is None


def test_killed_in_the_middle_it_starts_anew_with_the_whole_gap(
    plant: Plant, step_clock: Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = submitted(plant), submitted(plant)
    step_clock(timedelta(minutes=5))
    done: list[UUID] = []

    def die_after_the_first(company_id: UUID, permit_id: UUID, **how: Any) -> bool | None:
        if done:
            raise SystemExit
        done.append(permit_id)
        return tick(company_id, permit_id, **how)

    with monkeypatch.context() as patch:
        patch.setattr(recover, "tick", die_after_the_first)
        with pytest.raises(SystemExit):
            recover.run()
    assert not beat.state().ok
    assert beat.state().gap_s == pytest.approx(300, abs=20)
    recover.run()
    assert sorted([ticks(plant, first.permit), ticks(plant, second.permit)]) == [1, 2]
    assert beat.state().ok


def test_a_permit_that_cannot_be_judged_leaves_the_gap_open_and_nothing_may_go_live(
    plant: Plant, step_clock: Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, sound = submitted(plant), submitted(plant)
    step_clock(timedelta(minutes=5))

    def fail_for_one(company_id: UUID, permit_id: UUID, **how: Any) -> bool | None:
        if permit_id == broken.permit:
            raise ValueError("a row that no version of ours wrote")
        return tick(company_id, permit_id, **how)

    work = Clockwork()
    with monkeypatch.context() as patch:
        patch.setattr(recover, "tick", fail_for_one)
        work.turn()
        assert ticks(plant, sound.permit) == 1
        assert not beat.state().ok
    assert recover.run() == []
    assert beat.state().ok


def test_one_that_somebody_works_on_is_tried_again(
    plant: Plant, step_clock: Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    submitted(plant)
    step_clock(timedelta(minutes=5))
    answers: list[bool | None] = [None, None, True]
    monkeypatch.setattr(recover, "tick", lambda *_, **__: answers.pop(0))
    assert recover.run() == []
    assert answers == []


def test_one_that_stays_locked_is_told(
    plant: Plant, step_clock: Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = submitted(plant)
    step_clock(timedelta(minutes=5))
    monkeypatch.setattr(recover, "tick", lambda *_, **__: None)
    monkeypatch.setattr(recover, "_PATIENCE", 0.2)
    assert recover.run() == [hands.permit]
    assert not beat.state().ok


@pytest.mark.parametrize(("seconds", "state"), [(100, "active"), (400, "paused")])
def test_work_that_nobody_watched_for_too_long_is_paused(
    plant: Plant, step_clock: Step, seconds: int, state: str
) -> None:
    hands = active(plant)
    step_clock(timedelta(seconds=seconds))
    recover.run()
    found = row(hands)
    assert found["state"] == state
    assert ("watch_gap" in found["causes"]) == (state == "paused")
    with tenant.company(plant.company):
        raised = [a["kind"] for a in alarms.open_for(plant.company, hands.permit)]
    assert ("watch_gap" in raised) == (state == "paused")


def test_a_gap_that_is_judged_twice_pauses_once(plant: Plant, step_clock: Step) -> None:
    hands = active(plant)
    step_clock(timedelta(minutes=10))
    beat.open_gap()
    tick(plant.company, hands.permit, only_if_due=False)
    recover.run()
    assert row(hands)["causes"].count("watch_gap") == 1
    with tenant.company(plant.company):
        counts = [
            a["count"] for a in alarms.open_for(plant.company, hands.permit) if a["kind"] == "watch_gap"
        ]
    assert counts == [1]


def test_nothing_resumes_by_itself(plant: Plant, step_clock: Step) -> None:
    hands = active(plant)
    hands.must("li", "pause", {"cause": "break"})
    step_clock(timedelta(minutes=5))
    recover.run()
    assert row(hands)["state"] == "paused"
    assert "WorkResumed" not in events(hands)


def noted(recovered: list[float], at: float) -> list[UUID]:
    """A recovery that finds nothing wrong."""
    recovered.append(at)
    return []


def test_a_loop_that_stood_still_makes_up_for_it(
    plant: Plant, step_clock: Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    steady, recovered = [1000.0], list[float]()
    monkeypatch.setattr("davy.clockwork.loop.time.monotonic", lambda: steady[0])
    monkeypatch.setattr(recover, "run", lambda: noted(recovered, steady[0]))
    work = Clockwork()
    for passed in (1.0, 1.0, 29.0, 31.0, 1.0):
        steady[0] += passed
        work.turn()
    assert recovered == [1001.0, 1062.0]


def test_a_machine_that_slept_makes_up_for_it_and_distrusts_its_clock_for_a_minute(
    plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    from davy.clock.pulse import Pulse

    wall, recovered = [1_000_000.0], list[float]()
    monkeypatch.setattr(recover, "run", lambda: noted(recovered, wall[0]))
    work = Clockwork(Pulse(lambda: wall[0], lambda: 50.0))
    work.turn()
    assert beat.state().ok
    wall[0] += 3600.0
    work.turn()
    assert recovered == [1_000_000.0, 1_003_600.0]
    assert not beat.state().ok
    assert [(i["kind"], i["seconds"]) for i in beat.incidents(MORNING)] == [("jump", 3600.0)]

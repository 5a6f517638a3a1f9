"""The clock looks at every permit when something falls due, and never earlier."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine

from davy import clock
from davy.building.plant import Plant, small_plant
from davy.clock import beat
from davy.clockwork import loop
from davy.clockwork.loop import Clockwork
from davy.clockwork.tests.plants import MORNING, active, events, row, submitted, ticks
from davy.clockwork.ticking import TickRefusedError
from davy.door.execute import execute_in
from davy.permits import watching
from davy_core.instants import iso

pytestmark = pytest.mark.django_db

Step = Callable[[timedelta], None]


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with time_machine.travel(MORNING, tick=True):
        yield


@pytest.fixture
def plant(_morning: None) -> Plant:
    return small_plant()


@pytest.fixture
def work() -> Clockwork:
    return Clockwork()


def test_before_anything_is_due_it_only_beats(plant: Plant, work: Clockwork) -> None:
    submitted(plant)
    work.turn()
    assert ticks(plant) == 0
    assert beat.state().ok


def test_at_the_end_of_validity_the_permit_is_void_as_of_then_and_waits_to_be_cleared(
    plant: Plant, work: Clockwork, step_clock: Step
) -> None:
    hands = active(plant)
    end = MORNING + timedelta(hours=8)
    work.turn()
    step_clock(timedelta(hours=8, minutes=1))
    for _ in range(3):
        work.turn()
    found = row(hands)
    assert (found["state"], found["clearance"]) == ("voided", "open")
    assert abs((clock.now() - timedelta(minutes=1)) - end) < timedelta(minutes=1)
    assert found["ended_at"][:16] == iso(end)[:16]


def test_reminders_are_sent_once(plant: Plant, work: Clockwork, step_clock: Step) -> None:
    hands = active(plant)
    work.turn()
    step_clock(timedelta(hours=7, minutes=31))
    for _ in range(3):
        work.turn()
    assert events(hands).count("ReminderSent") == 1


def test_a_look_that_changes_nothing_is_not_repeated_at_once(
    plant: Plant, work: Clockwork, step_clock: Step
) -> None:
    hands = submitted(plant)
    work.turn()
    due_now(hands.permit, plant)
    before = row(hands)["version"]
    for _ in range(4):
        work.turn()
    assert ticks(plant, hands.permit) == 1
    found = row(hands)
    assert found["version"] == before
    assert found["next_check_at"] > clock.now()


def due_now(permit: UUID, plant: Plant) -> None:
    """Make the clock look at the permit although nothing will come of it."""
    from davy.db import rows, tenant

    with tenant.company(plant.company):
        rows.run("UPDATE permits_permit SET next_check_at = %s WHERE id = %s", (clock.now(), permit))


def test_it_sleeps_until_the_next_instant_but_a_second_at_most(
    plant: Plant, work: Clockwork, step_clock: Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = submitted(plant)
    assert work.turn() == loop.BEAT_EVERY
    due = row(hands)["next_check_at"]
    monkeypatch.setattr(clock, "now", lambda: due - timedelta(milliseconds=300))
    assert work.turn() == pytest.approx(0.3)


def test_one_that_cannot_be_ticked_keeps_no_other_from_it(
    plant: Plant, work: Clockwork, step_clock: Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, sound = submitted(plant), submitted(plant)
    work.turn()
    step_clock(timedelta(hours=9))

    def fail_for_one(envelopes: Any, sender: Any) -> Any:
        if envelopes[0].stream_id == broken.permit:
            raise ValueError("a row that no version of ours wrote")
        return execute_in(envelopes, sender)

    monkeypatch.setattr("davy.clockwork.ticking.execute_in", fail_for_one)
    work.turn()
    assert (row(broken)["state"], row(sound)["state"]) == ("submitted", "voided")


def test_while_a_permit_is_not_watched_for_thirty_seconds_the_clock_is_not_running(
    plant: Plant, work: Clockwork, step_clock: Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = submitted(plant)
    work.turn()
    step_clock(timedelta(hours=9))
    steady = [1000.0]
    monkeypatch.setattr("davy.clockwork.loop.time.monotonic", lambda: steady[0])
    fresh = Clockwork()
    fresh.turn()
    due_now(hands.permit, plant)
    monkeypatch.setattr("davy.clockwork.loop.tick", _refuse)
    monkeypatch.setattr("davy.permits.queries.due", lambda *_: [(plant.company, hands.permit)])
    beats = []
    monkeypatch.setattr(beat, "strike", lambda **_: beats.append(steady[0]))
    for _ in range(60):
        steady[0] += 1.0
        fresh.turn()
    assert beats
    assert max(beats) <= 1000.0 + 1 + 30 + 1


def _refuse(*_: Any, **__: Any) -> bool:
    raise TickRefusedError("wrong_state")


def test_what_a_tick_refuses_is_loud_and_changes_nothing(
    plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    from davy.clockwork.ticking import tick

    hands = submitted(plant)
    before = row(hands)
    monkeypatch.setattr(
        "davy.clockwork.ticking.execute_in", lambda *_: [{"verdict": "refused", "code": "wrong_state"}]
    )
    with pytest.raises(TickRefusedError, match="wrong_state"):
        tick(plant.company, hands.permit, only_if_due=False)
    assert row(hands) == before


def test_live_is_everything_that_time_still_means_something_for(plant: Plant) -> None:
    waiting, running = submitted(plant), active(plant)
    assert {permit for _, permit in watching.live()} == {waiting.permit, running.permit}

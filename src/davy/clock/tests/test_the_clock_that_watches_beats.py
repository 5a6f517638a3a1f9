"""The heartbeat says whether permits are watched; a silence, a jump and a gap each say no."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction

from davy.clock import beat

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 21, 8, tzinfo=UTC)
Step = Callable[[timedelta], None]


@pytest.fixture
def now() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def after(now: time_machine.Traveller, **delta: float) -> beat.BeatState:
    now.move_to(START + timedelta(**delta))
    return beat.state()


def test_before_the_first_beat_nobody_watches() -> None:
    assert beat.state() == beat.BeatState(None, ok=False)


def test_a_beat_counts_for_thirty_seconds(now: time_machine.Traveller) -> None:
    beat.strike(jumped=False)
    assert after(now) == beat.BeatState(START, ok=True, age_s=0.0)
    assert after(now, seconds=30).ok
    late = after(now, seconds=31)
    assert (late.ok, late.age_s) == (False, 31.0)


def test_the_next_beat_makes_it_good_again(now: time_machine.Traveller) -> None:
    beat.strike(jumped=False)
    now.move_to(START + timedelta(minutes=5))
    beat.strike(jumped=False)
    assert beat.state().ok


def test_a_beat_from_the_future_is_no_beat(now: time_machine.Traveller) -> None:
    beat.strike(jumped=False)
    assert not after(now, seconds=-40).ok


def test_after_a_jump_a_clean_minute_is_waited_for(now: time_machine.Traveller) -> None:
    beat.strike(jumped=False)
    beat.strike(jumped=True, seconds=3600.0)
    for second in range(1, 60):
        now.move_to(START + timedelta(seconds=second))
        beat.strike(jumped=False)
        assert not beat.state().ok, second
    now.move_to(START + timedelta(seconds=60))
    beat.strike(jumped=False)
    assert beat.state().ok
    assert [(i["kind"], i["seconds"]) for i in beat.incidents(START)] == [("jump", 3600.0)]


def test_a_second_jump_begins_the_minute_anew(now: time_machine.Traveller) -> None:
    beat.strike(jumped=True)
    now.move_to(START + timedelta(seconds=50))
    beat.strike(jumped=True)
    now.move_to(START + timedelta(seconds=70))
    beat.strike(jumped=False)
    assert not beat.state().ok


def test_a_short_stop_is_no_gap(now: time_machine.Traveller) -> None:
    beat.strike(jumped=False)
    now.move_to(START + timedelta(seconds=30))
    assert beat.open_gap() is None
    assert beat.state().gap_s is None


def test_a_gap_is_told_until_it_is_closed_and_recorded_for_ever(now: time_machine.Traveller) -> None:
    beat.strike(jumped=False)
    now.move_to(START + timedelta(minutes=10))
    assert beat.open_gap() == 600.0
    assert (beat.state().gap_s, beat.state().ok) == (600.0, False)
    beat.close_gap()
    assert beat.state() == beat.BeatState(START + timedelta(minutes=10), ok=True, age_s=0.0)
    assert [(i["kind"], i["seconds"]) for i in beat.incidents(START)] == [("gap", 600.0)]


def test_a_gap_that_was_not_closed_counts_from_its_beginning(now: time_machine.Traveller) -> None:
    beat.strike(jumped=False)
    now.move_to(START + timedelta(minutes=10))
    beat.open_gap()
    now.move_to(START + timedelta(minutes=10, seconds=20))
    assert beat.open_gap() == 620.0


def test_an_open_gap_says_no_even_while_the_clock_beats(now: time_machine.Traveller) -> None:
    beat.strike(jumped=False)
    now.move_to(START + timedelta(minutes=10))
    beat.open_gap()
    beat.strike(jumped=False)
    assert not beat.state().ok


def test_where_nobody_ever_watched_the_gap_is_longer_than_any_limit(now: time_machine.Traveller) -> None:
    gap = beat.open_gap()
    assert gap is not None
    assert gap > timedelta(days=10_000).total_seconds()
    assert beat.state().at is None
    beat.close_gap()
    assert beat.state().ok
    assert beat.incidents(beat.NEVER) == []


def test_a_clock_set_back_is_a_gap_too(now: time_machine.Traveller) -> None:
    beat.strike(jumped=False)
    now.move_to(START - timedelta(minutes=10))
    assert beat.open_gap() == 600.0


def test_a_test_that_steps_the_clock_makes_the_beat_old(step_clock: Step) -> None:
    beat.strike(jumped=False)
    step_clock(timedelta(minutes=1))
    assert not beat.state().ok
    beat.strike(jumped=False)
    assert beat.state().ok


def test_what_went_wrong_cannot_be_changed() -> None:
    beat.strike(jumped=True, seconds=9.0)
    for statement in ("UPDATE clock_incident SET seconds = 0", "DELETE FROM clock_incident"):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(statement)

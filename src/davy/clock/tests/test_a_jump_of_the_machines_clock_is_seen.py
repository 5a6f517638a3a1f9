"""Wall and monotonic clock are compared at every look; a test that steps Davy's clock is no jump."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from davy.clock.pulse import Passed, Pulse


class Clocks:
    """Two clocks that a test moves by hand, in seconds."""

    def __init__(self) -> None:
        self.wall, self.steady = 1_000_000.0, 50.0
        self.pulse = Pulse(lambda: self.wall, lambda: self.steady)

    def pass_by(self, wall: float, steady: float) -> Passed:
        self.wall += wall
        self.steady += steady
        return self.pulse.look()


def test_as_long_as_both_agree_nothing_is_wrong() -> None:
    clocks = Clocks()
    assert clocks.pass_by(1.0, 1.0) == Passed(1.0, 0.0)
    assert not clocks.pass_by(3600.0, 3600.0).jumped


@pytest.mark.parametrize(("wall", "jumped"), [(6.0, False), (6.1, True), (-4.0, False), (-4.1, True)])
def test_more_than_five_seconds_apart_is_a_jump(wall: float, jumped: bool) -> None:
    assert Clocks().pass_by(wall, 1.0).jumped is jumped


def test_each_look_counts_from_the_last_one() -> None:
    clocks = Clocks()
    assert clocks.pass_by(3601.0, 1.0).jumped
    assert not clocks.pass_by(1.0, 1.0).jumped
    assert not clocks.pass_by(4.0, 1.0).jumped
    assert not clocks.pass_by(4.0, 1.0).jumped


def test_a_machine_that_slept_watched_nothing() -> None:
    assert Clocks().pass_by(32.0, 1.0).slept
    assert not Clocks().pass_by(20.0, 1.0).slept
    assert not Clocks().pass_by(-100.0, 1.0).slept


def test_stepping_davys_clock_is_no_jump_of_the_machine(step_clock: Callable[[timedelta], None]) -> None:
    pulse = Pulse()
    step_clock(timedelta(hours=8))
    assert not pulse.look().jumped

"""Work that stands still is not paused anew: a pause told meanwhile is a reason more, or a reading worse."""

from typing import Any

from davy_core.permits.retold import retold

GAS: tuple[str, dict[str, Any]] = ("WorkPaused", {"cause": "gas"})
OWN: tuple[str, dict[str, Any]] = ("WorkPaused", {"cause": "own_break"})
OPENED: tuple[str, dict[str, Any]] = ("EpisodeOpened", {})
WORSE: tuple[str, dict[str, Any]] = ("EpisodeWorsened", {})
RESOLVED: tuple[str, dict[str, Any]] = ("CauseResolved", {"cause": "gas"})
RESUMED: tuple[str, dict[str, Any]] = ("WorkResumed", {})


def test_the_first_is_a_pause() -> None:
    assert list(retold([OPENED, GAS])) == [None, None]


def test_each_worsening_of_one_episode_is_a_worse_reading() -> None:
    assert list(retold([OPENED, GAS, WORSE, GAS, WORSE, GAS])) == [None, None, None, "worse", None, "worse"]


def test_another_cause_is_another_reason() -> None:
    assert list(retold([OPENED, GAS, OWN])) == [None, None, "another"]


def test_the_same_cause_of_something_else_is_told_again() -> None:
    assert list(retold([OPENED, GAS, OPENED, GAS])) == [None, None, None, "again"]


def test_a_cause_that_was_resolved_comes_as_another_reason() -> None:
    assert list(retold([GAS, OWN, RESOLVED, GAS])) == [None, "another", None, "another"]


def test_after_resuming_it_is_a_pause_anew() -> None:
    assert list(retold([OPENED, GAS, RESUMED, GAS])) == [None, None, None, None]

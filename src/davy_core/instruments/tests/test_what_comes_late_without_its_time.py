"""A message that tells no time and comes behind a later one is of some time before that one, never of now."""

from datetime import UTC, datetime, timedelta

from davy_core.instruments.clocks import dated, undated
from davy_core.instruments.order import Order, Step, follow

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)


def steps(*told: tuple[str | None, int]) -> list[Step]:
    order, found = Order(), []
    for boot, seq in told:
        order, step = follow(order, boot, seq, f"{boot} {seq}")
        found.append(step)
    return found


def test_what_is_filled_in_is_behind() -> None:
    assert [s.behind for s in steps(("a", 6), ("a", 8), ("a", 7), ("a", 9))] == [False, False, True, False]
    assert [s.behind for s in steps(("a", 8), ("a", 7))] == [False, True]
    assert [s.behind for s in steps((None, 6), (None, 8), (None, 7))] == [False, False, True]


def test_what_an_earlier_boot_still_tells_is_behind() -> None:
    assert [s.behind for s in steps(("a", 6), ("b", 1), ("a", 7), ("b", 2))] == [False, False, True, False]


def test_a_count_that_goes_back_without_a_name_may_be_behind() -> None:
    assert [s.behind for s in steps((None, 8), (None, 1), (None, 2))] == [False, True, False]


def test_its_time_is_before_the_newest_and_proves_nothing() -> None:
    when = dated(None, NOW, None)
    assert not isinstance(when, str)
    late = undated(when, NOW - timedelta(seconds=3))
    assert late.taken_at < NOW - timedelta(seconds=3)
    assert late.quality == "device_free"
    assert undated(when, NOW + timedelta(seconds=9)).taken_at == NOW

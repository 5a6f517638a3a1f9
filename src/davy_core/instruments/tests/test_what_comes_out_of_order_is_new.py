"""A message whose number was never told is new, however late it comes and wherever the counting began."""

from hypothesis import given
from hypothesis import strategies as st

from davy_core.instruments.order import GAPS, Order, follow


def taken(numbers: list[int], boot: str = "a") -> tuple[list[str], Order]:
    order = Order()
    found: list[str] = []
    for n in numbers:
        order, step = follow(order, boot, n, str(n))
        found.append(step.kind)
    return found, order


def test_what_comes_before_the_first_is_late_and_not_told_again() -> None:
    found, order = taken([8, 9, 1, 2, 3, 4, 5, 6, 7, 10, 3, 8])
    assert found == ["new", "new", *["late"] * 7, "new", "repeated", "repeated"]
    assert order.boots[0].gaps == ()


def test_what_is_missing_below_the_first_is_a_gap_only_when_something_came_below_it() -> None:
    _, order = taken([50_000, 50_001])
    assert order.boots[0].gaps == ()
    _, order = taken([8, 9, 3])
    assert order.boots[0].gaps == ((4, 7),)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=80))
def test_any_order_of_any_numbers_loses_none_and_takes_none_twice(told: list[int]) -> None:
    found, order = taken(told)
    assert sum(kind != "repeated" for kind in found) == len(set(told))
    assert Order.of(order.plain()) == order


def test_more_gaps_than_are_remembered_lose_nothing() -> None:
    numbers = list(range(0, 8 * GAPS, 2))
    late = [n + 1 for n in numbers[:-1]]
    found, _ = taken([*numbers, *late])
    assert "repeated" not in found


def test_an_order_kept_by_an_older_release_is_read() -> None:
    [plain] = taken([8])[1].plain()
    del plain["below"]
    order, step = follow(Order.of([plain]), "a", 9, "x")
    assert step.kind == "new"
    assert order.boots[0].below == 0

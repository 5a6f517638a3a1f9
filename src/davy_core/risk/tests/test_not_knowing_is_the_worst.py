import pytest

from davy_core.risk.grades import worst


def test_the_worst_row_decides() -> None:
    assert worst(["blue", "orange", "yellow"]) == "orange"


@pytest.mark.parametrize("grades", [[], [None], ["blue", None]])
def test_what_nobody_graded_is_red(grades: list[str | None]) -> None:
    assert worst(grades) == "red"


def test_a_colour_that_is_none_of_the_four_is_no_grade() -> None:
    with pytest.raises(ValueError, match="not in"):
        worst(["green"])

"""Pieces of text become the lines that a person reads, on a page that lies askew too."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davy_core.scans.pieces import Piece, lines


def _page(lean: float) -> list[Piece]:
    """Three lines of a long and a short piece, turned by so many radian."""
    found = []
    for row in range(3):
        for text, left in ((f"long line number {row}", 100.0), (f"end {row}", 700.0)):
            down = 100.0 * row + math.tan(lean) * left
            right = left + 25.0 * len(text)
            sunk = math.tan(lean) * (right - left)
            found.append(Piece(text, (left, down, right, down + 40 + sunk), 0.9, lean))
    return found


@given(st.floats(0, 0.08), st.randoms(use_true_random=False))
def test_pieces_side_by_side_are_one_line_in_any_order(lean: float, dice: "object") -> None:
    page = _page(lean)
    dice.shuffle(page)  # type: ignore[attr-defined]  # a random.Random of hypothesis
    assert [line.text for line in lines(page)] == [f"long line number {row} end {row}" for row in range(3)]


def test_blank_pieces_are_nothing() -> None:
    assert lines([Piece("  ", (0, 0, 10, 10), 1.0)]) == ()


def test_a_part_of_a_line_has_its_own_box_and_its_least_sure_piece() -> None:
    pieces = [Piece("姓名", (0, 0, 40, 20), 0.9), Piece("李秀英", (60, 2, 120, 22), 0.7)]
    (line,) = lines(pieces)
    assert line.under(3, 5) == ((60, 2, 100, 22), 0.7)
    assert line.under(0, 6) == ((0, 0, 120, 22), 0.7)
    with pytest.raises(ValueError, match="no characters"):
        line.under(2, 3)

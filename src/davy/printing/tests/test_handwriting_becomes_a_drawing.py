"""Strokes as they are kept become a picture; what is no drawing becomes none, and never an error."""

import pytest

from davy.printing.strokes import MOST, svg


@pytest.mark.parametrize(
    "text",
    [
        '[{"points":[{"x":10,"y":20},{"x":60,"y":45}]}]',
        "[[[10,20],[60,45]]]",
        '[{"points":[[10,20,1],[60,45,1]]}]',
    ],
)
def test_both_spellings_give_the_same_line(text: str) -> None:
    drawn = svg(text)
    assert drawn is not None
    assert "M1.4 1.4L51.4 26.4" in drawn or "M0.7 0.7L50.7 25.7" in drawn


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        "{}",
        "[[]]",
        "[[[1,2]]]",
        '[{"points":"<script>"}]',
        '[[["a","b"],["c","d"]]]',
        "[[[NaN,1],[NaN,2]]]",
        "[[[1e300,1],[1e300,2]]]",
        str([[[x, x] for x in range(MOST + 1)]]),
    ],
)
def test_what_is_no_drawing_is_none(text: str) -> None:
    assert svg(text) is None

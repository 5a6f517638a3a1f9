"""Pieces of text on a picture, put into the lines in which a person reads them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

__all__ = ["Box", "Line", "Piece", "lines"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels of the turned picture."""


@dataclass(frozen=True)
class Piece:
    """Text that stands together. `box`: around it, pixels; `slope`: of its upper edge, radian; `sure`: 0 to
    1, what the engine thinks of itself."""

    text: str
    box: Box
    sure: float
    slope: float = 0.0

    @property
    def height(self) -> float:
        """In pixels."""
        return self.box[3] - self.box[1]


@dataclass(frozen=True)
class Line:
    """Pieces side by side, from left to right."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All of it, one blank between two pieces."""
        return " ".join(piece.text for piece in self.pieces)

    def under(self, start: int, end: int) -> tuple[Box, float]:
        """The box around characters start to end of `text`, and how sure the least sure of their pieces is.
        The share of a piece is cut by the number of its characters. Raises ValueError for no characters."""
        found: list[Box] = []
        sure = 1.0
        at = 0
        for piece in self.pieces:
            first, last = max(start - at, 0), min(end - at, len(piece.text))
            if first < last:
                left, top, right, bottom = piece.box
                wide = (right - left) / len(piece.text)
                found.append((left + wide * first, top, left + wide * last, bottom))
                sure = min(sure, piece.sure)
            at += len(piece.text) + 1
        if not found:
            raise ValueError("no characters")
        lefts, tops, rights, bottoms = zip(*found, strict=True)
        return (min(lefts), min(tops), max(rights), max(bottoms)), sure


def lines(pieces: Sequence[Piece]) -> tuple[Line, ...]:
    """The lines from the top down. Skew is taken from the longest third of the pieces only: short ones in the
    cells of a table lean as they like."""
    told = [piece for piece in pieces if piece.text.strip()]
    lean = math.tan(_skew(told)) if told else 0.0
    rows: list[list[Piece]] = []
    for piece in sorted(told, key=lambda one: _middle(one, lean)):
        same = rows[-1] if rows else []
        if same and _middle(piece, lean) - _level(same, lean) < 0.6 * median(one.height for one in same):
            same.append(piece)
        else:
            rows.append([piece])
    return tuple(Line(tuple(sorted(row, key=lambda one: one.box[0]))) for row in rows)


def _skew(pieces: Sequence[Piece]) -> float:
    longest = sorted(pieces, key=lambda one: one.box[0] - one.box[2])[: max(1, len(pieces) // 3)]
    return median(piece.slope for piece in longest)


def _middle(piece: Piece, lean: float) -> float:
    left, top, right, bottom = piece.box
    return (top + bottom) / 2 - lean * (left + right) / 2


def _level(row: Sequence[Piece], lean: float) -> float:
    return sum(_middle(piece, lean) for piece in row) / len(row)

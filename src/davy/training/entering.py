"""Questions as people write them: one a line, text|option|option|answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from davy.problems.response import Problem

__all__ = ["check", "read"]

MOST = 8


def read(course: str, lines: str) -> Iterator[dict[str, Any]]:
    """The questions of these lines; empty lines are passed over. Raises Problem with the line that is
    wrong."""
    for number, line in enumerate(lines.splitlines(), 1):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.replace("\t", "|").replace("｜", "|").split("|")]
        if len(cells) < 4:
            raise Problem("question_malformed", line=number, wrong="格 | cells")
        text, *options, answer = cells
        right = [ord(letter) - ord("A") for letter in answer.upper()]
        yield check({"course": course, "text": text, "options": options, "right": right}, number)


def check(told: dict[str, Any], number: int = 1) -> dict[str, Any]:
    """The question with its right options in order. Raises Problem ``question_malformed``."""
    right, options = sorted(set(told["right"])), told["options"]
    wrong = (
        "题干 | text"
        if not 2 <= len(told["text"]) <= 500
        else "选项 | options"
        if not 2 <= len(options) <= MOST
        or len(set(options)) < len(options)
        or not all(0 < len(one) <= 200 for one in options)
        else "答案 | answer"
        if not right or not all(0 <= one < len(options) for one in right)
        else None
    )
    if wrong is not None:
        raise Problem("question_malformed", line=number, wrong=wrong)
    return {**told, "right": right}

"""What changed between two writings of a section, in stretches that a screen can draw."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise

__all__ = ["stretches"]

LONGEST = 4000
WORD = re.compile(r"\s+|[A-Za-z0-9]+|.", re.DOTALL)
"""A Chinese character stands for itself, a Latin word or number is one piece."""


def stretches(before: str, after: str) -> list[dict[str, str]]:
    """[{op: same | add | drop, text}] that turns `before` into `after`. Long texts go by sentence."""
    cut = WORD.findall if len(before) + len(after) <= LONGEST else _lines
    old, new = cut(before), cut(after)
    found: list[dict[str, str]] = []
    for op, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op == "equal":
            found.append({"op": "same", "text": "".join(new[c:d])})
            continue
        if a < b:
            found.append({"op": "drop", "text": "".join(old[a:b])})
        if c < d:
            found.append({"op": "add", "text": "".join(new[c:d])})
    return found


def _lines(text: str) -> list[str]:
    ends = [0, *(m.end() for m in re.finditer(r"[\n。;；]", text)), len(text)]
    return [text[a:b] for a, b in pairwise(ends) if a < b]

"""Where on the lines of a document the value behind each label stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from davy_core.scans.documents import Document, Field
from davy_core.scans.pieces import Box, Line

__all__ = ["Told", "told"]

_GOES_ON = ("至", "到", "-", "—", "~")


@dataclass(frozen=True)
class Told:
    """The letters behind a label, the box around them in pixels, and how sure their engine is."""

    text: str
    box: Box
    sure: float


def told(document: Document, lines: Sequence[Line]) -> dict[str, Told]:
    """By the name of the field; what stands nowhere is left out. The first place that has letters counts."""
    found: dict[str, Told] = {}
    for at, line in enumerate(lines):
        for field, label, start, end in _spans(document, line.text):
            below = lines[at + 1] if at + 1 < len(lines) else None
            bare = None if below is None or any(True for _ in _spans(document, below.text)) else below
            value = _value(line, bare, label, (start, end))
            if value is not None and field.name not in found:
                found[field.name] = value
    return found


def _spans(document: Document, text: str) -> Iterator[tuple[Field, int, int, int]]:
    """Field, where its label begins, where its value begins and ends. A label inside a longer one is none."""
    taken: list[tuple[int, int, Field | None]] = []
    labels: list[tuple[str, Field | None]] = []
    labels += [(label, field) for field in document.fields for label in field.labels]
    labels += [(stop, None) for stop in document.stops]
    for label, field in sorted(labels, key=lambda one: -len(one[0])):
        for one in re.finditer(r"\s*".join(map(re.escape, label)) + r"[\s:：]*", text):
            if all(one.end() <= start or end <= one.start() for start, end, _ in taken):
                taken.append((one.start(), one.end(), field))
    taken.sort(key=lambda one: one[0])
    for at, (label_at, start, found) in enumerate(taken):
        if found is None:
            continue
        yield found, label_at, start, taken[at + 1][0] if at + 1 < len(taken) else len(text)


def _value(line: Line, below: Line | None, label: int, span: tuple[int, int]) -> Told | None:
    """`below`: the next line, where no label stands on it; `span`: first and last character behind the
    label."""
    text = line.text[slice(*span)].strip()
    here = Told(text, *line.under(*span)) if text else None
    if here is not None and not text.endswith(_GOES_ON):
        return here
    if below is None:
        return here
    more = _beneath(line, below, label)
    if here is None or more is None:
        return here or more
    (left, top, right, bottom), (other_left, other_top, other_right, other_bottom) = here.box, more.box
    around = (min(left, other_left), min(top, other_top), max(right, other_right), max(bottom, other_bottom))
    return Told(here.text + more.text, around, min(here.sure, more.sure))


def _beneath(line: Line, below: Line, label: int) -> Told | None:
    """What stands on the next line not left of the label, unless it is far away."""
    (left, top, _, bottom), _ = line.under(label, len(line.text))
    near = [p for p in below.pieces if p.box[2] > left and p.box[1] - bottom < 1.5 * (bottom - top)]
    if not near:
        return None
    part = Line(tuple(near))
    return Told(part.text, *part.under(0, len(part.text)))

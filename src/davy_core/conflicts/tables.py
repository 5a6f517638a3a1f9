"""Read a conflict matrix from parsed data, collecting every fault."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import cast

from davy_core.conflicts.matrix import (
    Crossing,
    Effect,
    Matrix,
    Reach,
    Row,
    Same,
    Sharing,
    Where,
    Within,
    Work,
)
from davy_core.fields import Fields

EFFECTS = ("block", "coordinator", "warn")
SHARED = ("point", "equipment", "area", "bund", "answer")
_ID = re.compile(r"[a-z][a-z0-9_.]*", re.ASCII)


class MatrixError(ValueError):
    """A matrix that may not be used; `faults` lists everything wrong with it."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep the faults and say them all."""
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


def load_matrix(mapping: Mapping[str, object]) -> Matrix:
    """A matrix from parsed data (shape: schemas/conflicts.json). Raises MatrixError with all faults."""
    faults: list[str] = []
    fields = Fields(mapping, "conflicts", faults)
    rows = tuple(_row(s, faults) for s in fields.items("rows"))
    ids = [row.id for row in rows]
    faults.extend(f"rows: {name} stands twice" for name in sorted({n for n in ids if ids.count(n) > 1}))
    found = Matrix(
        id=fields.text("id"),
        version=fields.text("version"),
        rows=rows,
        reach=MappingProxyType({k: _reach(s, k, faults) for k, s in fields.entries("reach").items()}),
        analysis=tuple(_words(s, "analysis", faults, ("id", "zh", "en")) for s in fields.items("analysis")),
    )
    fields.finish()
    if not rows:
        faults.append("rows: a matrix without rows lets everything pass")
    if not found.analysis:
        faults.append("analysis: a coordinator must have something to go through")
    if faults:
        raise MatrixError(faults)
    return found


def _row(source: object, faults: list[str]) -> Row:
    fields = Fields(source, "row", faults)
    name = fields.text("id")
    fields.place = f"row {name}"
    if not _ID.fullmatch(name):
        fields.fault("id is not one of small letters, digits, dots and strokes")
    sides = [_side(s, fields) for s in fields.items("between")]
    if len(sides) != 2 or not all(sides):
        fields.fault("between needs two kinds of work")
        sides = [(), ()]
    where = tuple(found for s in fields.items("where") if (found := _where(s, fields)) is not None)
    if not where:
        fields.fault("where says no relation")
    effect = fields.choice("effect", EFFECTS)
    if effect is None:
        fields.fault("effect is missing")
    row = Row(
        id=name,
        clause=fields.text("clause"),
        first=sides[0],
        second=sides[1],
        where=where,
        effect=cast("Effect", effect or "block"),
        says=_words(fields.raw("says"), fields.place, faults),
        then=_words(fields.raw("then"), fields.place, faults),
        other_crew=fields.flag("other_crew"),
        marks=fields.words("marks"),
    )
    fields.finish()
    return row


def _side(source: object, row: Fields) -> tuple[Work, ...]:
    """One kind of work, or a list of kinds any of which will do."""
    given = source if isinstance(source, list | tuple) else [source]
    return tuple(_work(one, row) for one in given)


def _work(source: object, row: Fields) -> Work:
    fields = Fields(source, row.place, row.faults)
    types = fields.words("types")
    if not types:
        fields.fault("a kind of work names no type")
    asks: dict[str, tuple[object, ...]] = {}
    for name, answers in fields.entries("asks").items():
        if not isinstance(answers, list | tuple) or not answers:
            fields.fault(f"asks: {name} offers no answer")
            continue
        asks[name] = tuple(answers)
    fields.finish()
    return Work(frozenset(types), MappingProxyType(asks))


def _where(source: object, row: Fields) -> Where | None:
    fields = Fields(source, row.place, row.faults)
    found: Where | None = None
    if fields.has("within_m"):
        found = Within(_metres(fields, "within_m"))
    elif fields.has("same"):
        shared = cast("Same", fields.choice("same", SHARED) or "point")
        answer = fields.text("answer") if shared == "answer" else ""
        found = Sharing(shared, answer, _metres(fields, "near_m") if fields.has("near_m") else 0.0)
    elif fields.has("crossing_m"):
        found = Crossing(_metres(fields, "crossing_m"), _metres(fields, "over_m"))
    else:
        fields.fault("where is no known relation")
    fields.finish()
    return found


def _reach(source: object, name: str, faults: list[str]) -> Reach:
    fields = Fields(source, f"reach {name}", faults)
    found = Reach(fields.text("field"), _metres(fields, "most_m"))
    fields.finish()
    return found


def _metres(fields: Fields, key: str) -> float:
    found = fields.raw(key)
    if isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= 10_000:
        return float(found)
    fields.fault(f"{key} is no whole number of metres")
    return 0.0


def _words(
    source: object, place: str, faults: list[str], keys: tuple[str, ...] = ("zh", "en")
) -> Mapping[str, str]:
    fields = Fields(source, place, faults)
    found = {key: fields.text(key) for key in keys}
    fields.finish()
    return MappingProxyType(found)

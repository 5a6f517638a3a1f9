"""What is read from drawn documents: right, doubted, and wrong without a doubt, the one that matters.

`python -m bench.scans [seeds]`. Drawn documents are kinder than real ones: no hologram, no embossing, no
dirt. `with register` compares names and numbers with those of the person chosen, as the form does.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from statistics import median

from bench.drawn import ITEMS, KINDS, SPOILS, Drawn, draw, jpeg
from davy.scans import engine, reading
from davy.scans.documents import documents
from davy_core.scans import values
from davy_core.scans.propose import Holder, Proposal

TODAY = date(2026, 11, 23)
QUALITY = (30, 55, 80, 92)
OUTCOMES = ("right", "doubted", "asked again", "silent", "with register")


def main(seeds: int) -> None:
    """Print a row a kind and a row a spoil."""
    rows: dict[str, Counter[str]] = {}
    spent = []
    for kind, spoil, number in _cases(seeds):
        drawn = draw(kind, number)
        content = jpeg(SPOILS[spoil](drawn.picture), QUALITY[number % len(QUALITY)])
        begin = time.monotonic()
        found = reading.look(content, kind, ITEMS, TODAY, _holder(drawn))
        spent.append(time.monotonic() - begin)
        told = {one.name: one for one in found.fields}
        for name, truth in drawn.truth.items():
            outcomes = _outcomes(told.get(name), truth, asked_again=bool(found.advice))
            for row in (kind, spoil, "all"):
                rows.setdefault(row, Counter()).update(outcomes)
    print(f"{'fields':18}" + "".join(f"{one:>15}" for one in OUTCOMES))
    for name, counted in rows.items():
        print(f"{name:18}" + "".join(f"{counted[one]:15}" for one in OUTCOMES))
    print(f"{len(spent)} pictures, {median(spent):.2f} s the middle one, {max(spent):.2f} s the slowest")


def _cases(seeds: int) -> Iterator[tuple[str, str, int]]:
    number = 0
    for kind in KINDS:
        for spoil in SPOILS:
            for _ in range(seeds):
                yield kind, spoil, number
                number += 1


def _holder(drawn: Drawn) -> Holder:
    name = drawn.truth.get("holder_name", drawn.truth.get("name", ""))
    number = drawn.truth.get("number", drawn.truth.get("id_number", ""))[-18:]
    return Holder(name, (lambda told: told == number) if number else None)


def _outcomes(one: Proposal | None, truth: str, *, asked_again: bool) -> list[str]:
    """One word, and `with register` for what only the comparison with the register found."""
    if one is None or one.value is None:
        return ["doubted"]
    if values.plain(one.value) == values.plain(truth):
        return ["right"]
    if set(one.doubts) - {"other_person", "other_number"}:
        return ["doubted"]
    if asked_again:
        return ["asked again"]
    return ["with register"] if one.doubts else ["silent"]


if __name__ == "__main__":
    engine.PATIENCE = 120.0
    documents()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)

"""What is read from drawn documents: right, doubted, and wrong without a doubt, the one that matters.

`python -m bench.scans [seeds]`. Drawn documents are kinder than real ones: no hologram, no embossing, no
dirt."""

from __future__ import annotations

import sys
import time
from collections import Counter
from datetime import date

from bench.drawn import ITEMS, KINDS, SPOILS, draw, jpeg
from davy.scans import engine, reading
from davy.scans.documents import documents

TODAY = date(2026, 11, 23)
QUALITY = (30, 55, 80, 92)


def main(seeds: int) -> None:
    """Print a row a kind and a row a spoil."""
    rows: dict[str, Counter[str]] = {}
    spent = []
    for number, (kind, spoil, seed) in enumerate(
        (kind, spoil, seed) for kind in KINDS for spoil in SPOILS for seed in range(seeds)
    ):
        drawn = draw(kind, number)
        content = jpeg(SPOILS[spoil](drawn.picture), QUALITY[number % len(QUALITY)])
        begin = time.monotonic()
        found = reading.look(content, kind, ITEMS, TODAY, None)
        spent.append(time.monotonic() - begin)
        told = {one.name: one for one in found.fields}
        for name, truth in drawn.truth.items():
            one = told.get(name)
            value = one.value if one else None
            outcome = (
                "right"
                if value == truth
                else "doubted"
                if one is None or value is None or one.doubts
                else "silent"
            )
            if found.advice and outcome == "silent":
                outcome = "asked again"
            if outcome == "right" and one is not None and one.doubts:
                outcome = "right, doubted"
            rows.setdefault(kind, Counter())[outcome] += 1
            rows.setdefault(spoil, Counter())[outcome] += 1
            rows.setdefault("all", Counter())[outcome] += 1
            if outcome == "silent":
                print(f"  silent: {kind} {spoil} {seed}: {name} {truth!r} read as {value!r}")
    outcomes = ("right", "right, doubted", "doubted", "asked again", "silent")
    print(f"{'':18}" + "".join(f"{one:>16}" for one in outcomes))
    for name, row in rows.items():
        print(f"{name:18}" + "".join(f"{row[one]:16}" for one in outcomes))
    spent.sort()
    print(
        f"{len(spent)} pictures, {spent[len(spent) // 2]:.2f} s the middle one, {spent[-1]:.2f} s the slowest"
    )


if __name__ == "__main__":
    engine.PATIENCE = 120.0
    documents()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)

"""Steps of davy_core.watch per CPU second, beside the least that any judge must do: take each value of each
reading and hold it to its two bounds. `PYTHONPATH=src:. python -m bench.watch [readings]`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from davy_core.watch.preparing import prepare
from davy_core.watch.reading import Reading
from davy_core.watch.rulebook import WatchBook
from davy_core.watch.setting import Profile, Setting
from davy_core.watch.step import step
from davy_core.watch.tests.rig import DAY, book, bound
from davy_core.watch.tick import began

READINGS = 100_000
Run = Callable[[Sequence[Reading], Setting], None]
PLAIN = frozenset({"threshold", "permit_limit", "silence", "doubt"})
CALM = {"co": (Decimal(3), "ppm"), "h2s": (Decimal("1.2"), "ppm"), "o2": (Decimal("20.7"), "%vol")}
FOUR = {**CALM, "lel": (Decimal("0.4"), "%LEL")}


def main(count: int) -> int:
    """Measure and print; the reference runs beside each case in the same process."""
    rules = book()
    plain = WatchBook(
        rules.id, rules.version, rules.channels, {k: r for k, r in rules.rules.items() if r.kind in PLAIN}
    )
    cases = {
        "one gas, thresholds": (plain, {"co": CALM["co"]}),
        "three gases, thresholds": (plain, CALM),
        "four gases, every rule": (rules, FOUR),
    }
    print(f"{count:,} readings each, one process")
    print(f"{'case':>26}  {'checks':>6}  {'steps/CPU s':>11}  {'reference':>11}  {'ratio':>5}")
    for name, (known, values) in cases.items():
        setting = _setting(known, tuple(values))
        stream = [
            Reading("i1", "b", n, DAY + n * 1000, DAY + n * 1000 + 10, _noisy(values, n))
            for n in range(count)
        ]
        ours, theirs = _cpu(_steps, stream, setting), _cpu(_bare, stream, setting)
        figures = f"{count / ours:11,.0f}  {count / theirs:11,.0f}  {ours / theirs:5.1f}"
        print(f"{name:>26}  {len(setting.checks):6}  {figures}", flush=True)
    return 0


def _reading(values: dict[str, tuple[Decimal, str]], n: int) -> Reading:
    at = DAY + n * 1000
    return Reading("i1", "b", n, at, at + 10, _noisy(values, n))


def _noisy(values: dict[str, tuple[Decimal, str]], n: int) -> dict[str, tuple[Decimal, str]]:
    """The last digit moves, as that of a sensor does."""
    return {c: (v + Decimal(n % 3) / 10, unit) for c, (v, unit) in values.items()}


def _setting(known: WatchBook, channels: Sequence[str]) -> Setting:
    units = {c: known.channels[c].unit for c in channels}
    permit = replace(bound("confined", ["methane"]), permit="p1")
    return prepare(Profile("i1", units, 1000, DAY), known, [permit])


def _cpu(run: Run, stream: Sequence[Reading], known: Setting) -> float:
    begin = time.process_time()
    run(stream, known)
    return time.process_time() - begin


def _steps(stream: Sequence[Reading], setting: Setting) -> None:
    state = began(setting)
    for reading in stream:
        state, _ = step(state, reading, setting)


def _bare(stream: Sequence[Reading], setting: Setting) -> None:
    """The comparisons alone: no order, no state, no silence, no doubt."""
    breaches = 0
    for reading in stream:
        for channel, (value, unit) in reading.values.items():
            for check in setting.limits[channel]:
                bounds = check.bounds.get(unit)
                if bounds is not None and bounds.side(value) is not None:
                    breaches += 1
    if breaches:
        raise SystemExit("the calm air of the bench is over a limit")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else READINGS))

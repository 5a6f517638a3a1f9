"""Filters group what a noisy sensor says and never delay the stop: two seeded hours, with the
figures."""

import itertools
import random  # noqa: TID251 - a seeded set, the same at every run
from collections import Counter
from decimal import Decimal

from davy_core.watch.happening import Happening
from davy_core.watch.reading import Reading
from davy_core.watch.tests.rig import DAY, run, setting
from davy_core.watch.tick import began

HOURS = 2


def _noise(seed: int) -> list[tuple[str, str]]:
    """Carbon monoxide about its limit of 25.7 ppm: three quarters of an hour of chatter, then calm air."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    found = []
    for second in range(HOURS * 3600):
        level = 25.5 + dice.gauss(0, 0.6) if second < 2700 else 4 + dice.gauss(0, 1)
        found.append((f"{max(level, 0):.1f}", "1" if dice.random() < 0.3 else "0"))
    return found


def _told(seed: int) -> tuple[list[Happening], list[tuple[str, str]]]:
    known = setting({"channels": {"co": "ppm", "fall": "flag"}, "permit": {"work": "confined"}, "worn": {}})
    noise = _noise(seed)
    stream = [
        Reading(
            "i1", "b", n, DAY + n * 1000, DAY + n * 1000,
            {"co": (Decimal(co), "ppm"), "fall": (Decimal(fall), "flag")},
        )
        for n, (co, fall) in enumerate(noise, start=1)
    ]  # fmt: skip
    return run(began(known), stream, known)[1], noise


def test_the_filters_group_and_do_not_delay() -> None:
    told, noise = _told(20261122)
    counted = Counter((h.rule, h.kind) for h in told)
    over = [n for n, (co, _) in enumerate(noise, start=1) if Decimal(co) > Decimal("25.75")]
    rises = sum(1 for n in over if n - 1 not in set(over))
    episodes = counted["permit_limit.co", "opened"]
    assert rises > 500  # what would ring without a filter
    assert episodes <= 3  # what rings
    first = next(h for h in told if h.rule == "permit_limit.co")
    assert first.at == first.since == DAY + over[0] * 1000  # and the stop waited for nothing
    stumbles = sum(1 for a, b in itertools.pairwise(noise) if a[1] == "0" and b[1] == "1")
    assert stumbles > 1000
    assert counted["fallen", "opened"] == 0
    assert {h.rule for h in told} == {"permit_limit.co"}

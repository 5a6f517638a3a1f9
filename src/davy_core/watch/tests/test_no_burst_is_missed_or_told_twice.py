"""Bursts of bad air by seed, told twice, in another order and with some lost, over restarts: each opens one
episode, in its own time, and no other is opened. 10,000 of them in the long run."""

import json
import os
import random  # noqa: TID251 - a seeded set, the same at every run
from collections.abc import Iterator
from decimal import Decimal

from davy_core.watch.happening import Happening
from davy_core.watch.reading import Reading
from davy_core.watch.state import restored
from davy_core.watch.tests.rig import DAY, run, setting
from davy_core.watch.tick import began

BURSTS = int(os.environ.get("DAVY_DEPTH", "100"))
CALM_S = (45, 90)  # more than the time after which an episode counts as over
BAD_S = (1, 20)
KNOWN = setting({"channels": {"co": "ppm"}, "permit": {"work": "confined"}, "worn": {}})


def _reading(seq: int, second: int, co: str) -> Reading:
    at = DAY + second * 1000
    return Reading("i1", "b", seq, at, at, {"co": (Decimal(co), "ppm")})


def _burst(dice: random.Random, seq: int, second: int) -> list[Reading]:
    """Calm air, then bad air; the first reading of the bad air is never lost."""
    calm, bad = dice.randint(*CALM_S), dice.randint(*BAD_S)
    told = [_reading(seq + n, second + n, f"{dice.uniform(0, 20):.1f}") for n in range(calm)]
    told.append(_reading(seq + calm, second + calm, f"{dice.uniform(27, 400):.1f}"))
    rest = range(calm + 1, calm + bad)
    more = [_reading(seq + n, second + n, f"{dice.uniform(27, 400):.1f}") for n in rest]
    return told + [r for r in more if dice.random() > 0.1]


def _disturbed(dice: random.Random, told: list[Reading]) -> Iterator[Reading]:
    """Some twice, some behind the next one."""
    for n, reading in enumerate(told):
        if n and dice.random() < 0.05:
            yield told[n - 1]
        if n + 1 < len(told) and dice.random() < 0.05:
            told[n + 1], reading = reading, told[n + 1]  # noqa: PLW2901 - they change places
        yield reading


def _played(seed: int) -> tuple[list[Happening], list[tuple[int, int]]]:
    """What was told, and from when to when the air was bad in each burst."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    state, told, bad, seq, second = began(KNOWN), list[Happening](), list[tuple[int, int]](), 1, 0
    for _ in range(BURSTS):
        burst = _burst(dice, seq, second)
        over = [r.at for r in burst if r.values["co"][0] > 26]
        bad.append((over[0], over[-1]))
        seq, second = burst[-1].seq + 1, (burst[-1].at - DAY) // 1000 + 1
        state, happened = run(state, list(_disturbed(dice, burst)), KNOWN)
        told += happened
        if dice.random() < 0.2:
            state = restored(json.loads(json.dumps(state.plain())))
    return told, bad


def test_each_burst_is_one_episode() -> None:
    told, bad = _played(20261123)
    opened = [h.since for h in told if (h.rule, h.kind) == ("permit_limit.co", "opened")]
    assert len(bad) == BURSTS
    missed = [span for span in bad if not any(span[0] <= since <= span[1] for since in opened)]
    assert missed == []
    assert len(opened) == BURSTS

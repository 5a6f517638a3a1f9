"""The word of several partners on one person: the worst counts, and silence is never a yes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from davy_core.park.standing import FRESH, Told, standing

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
OLD = NOW - FRESH - timedelta(seconds=1)


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ([], "none"),
        ([Told(True, False, NOW)], "clear"),
        ([Told(True, False, NOW - FRESH)], "clear"),
        ([Told(True, False, OLD)], "unanswered"),
        ([Told(True, False, None)], "unanswered"),
        ([Told(True, False, NOW + timedelta(seconds=1))], "unanswered"),
        ([Told(False, False, NOW)], "unmasked"),
        ([Told(True, True, OLD)], "held"),
        ([Told(True, False, NOW), Told(True, True, NOW)], "held"),
        ([Told(True, False, NOW), Told(True, False, OLD)], "unanswered"),
        ([Told(False, False, NOW), Told(True, False, OLD)], "unmasked"),
    ],
)
def test_the_worst_word_counts(told: list[Told], word: str) -> None:
    assert standing(told, NOW) == word


def test_a_further_partner_never_makes_it_better() -> None:
    order = ["none", "clear", "unanswered", "unmasked", "held"]
    kinds = [Told(*one) for one in product((True, False), (True, False), (NOW, OLD, None))]
    for first, second in product(kinds, kinds):
        alone, both = standing([first], NOW), standing([first, second], NOW)
        assert order.index(both) >= order.index(alone)

"""Rows only add up to more: the strictest that fits counts, and what is not known fits."""

from __future__ import annotations

from itertools import combinations

import pytest

from davy_core.signatures.demand import Demand, demanded, load, twice

ROWS = (
    Demand("a", "c", frozenset({"sign_stage"}), 2, ("special", "first"), last=True),
    Demand("b", "c", frozenset({"sign_stage", "accept"}), 3, ("special",)),
    Demand("c", "c", frozenset({"verify_ticket"}), 2),
)


@pytest.mark.parametrize(
    ("command", "level", "last", "least"),
    [
        ("sign_stage", "second", True, 1),
        ("sign_stage", "first", False, 1),
        ("sign_stage", "first", True, 2),
        ("sign_stage", "special", False, 3),
        ("sign_stage", None, True, 3),
        ("accept", "first", False, 1),
        ("verify_ticket", "none", False, 2),
        ("sign_shift", None, True, 1),
    ],
)
def test_what_is_asked(command: str, level: str | None, last: bool, least: int) -> None:
    assert demanded(ROWS, command, level=level, last=last) == least


def test_a_further_row_never_asks_for_less() -> None:
    for command in ("sign_stage", "accept", "verify_ticket"):
        for level in ("special", "first", "second", None):
            for rows in (few for size in range(3) for few in combinations(ROWS, size)):
                before = demanded(rows, command, level=level, last=True)
                assert all(
                    demanded((*rows, more), command, level=level, last=True) >= before for more in ROWS
                )


def test_a_row_is_read_whole_or_with_every_fault() -> None:
    faults: list[str] = []
    row = {"id": "hot.final", "clause": "Davy (j)", "at": ["sign_stage"], "least": 2, "levels": ["first"]}
    assert load(row, "here", faults) == Demand(
        "hot.final", "Davy (j)", frozenset({"sign_stage"}), 2, ("first",)
    )
    assert not faults
    load({"id": "x", "clause": "c", "at": ["stop"], "least": 4, "lest": 1}, "here", faults)
    assert [f.partition(":")[0] for f in faults] == ["here"] * 3
    load({"id": "x", "clause": "c", "at": [], "least": True}, "here", faults)
    assert len(faults) == 5


def test_a_row_that_stands_twice_is_seen() -> None:
    assert twice((*ROWS, ROWS[1])) == ["b"]
    assert twice(ROWS) == []

"""A list counts when it answers the question that was asked, after the last one, and says nothing unknown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from davy_core.instants import iso
from davy_core.park.exchange import APART, LEAST, WrongError, asked, listed, masked

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
NONCE = "ab" * 16
ONE = {"masked": "0" * 64, "state": "frozen", "kind": "decided", "since": None, "until": None}


def _list(**over: Any) -> dict[str, Any]:
    told = {"pair": "p", "nonce": NONCE, "at": iso(NOW), "seq": 2, "company": "东港", "ended": False}
    return {**told, "entries": [ONE], **over}


def test_it_is_believed() -> None:
    found = listed(_list(), "p", NONCE, 1, NOW)
    assert (found.seq, found.company, found.entries[0].masked) == (2, "东港", "0" * 64)


@pytest.mark.parametrize(
    ("over", "code"),
    [
        ({"pair": "q"}, "pair"),
        ({"nonce": "cd" * 16}, "nonce"),
        ({"at": iso(NOW - APART - timedelta(seconds=1))}, "clock"),
        ({"at": "now"}, "form"),
        ({"seq": 1}, "order"),
        ({"seq": True}, "form"),
        ({"ended": True}, "form"),
        ({"entries": [ONE, ONE]}, "form"),
        ({"entries": [{**ONE, "name": "钱某"}]}, "form"),
        ({"entries": [{**ONE, "kind": "medical"}]}, "form"),
        ({"entries": [{**ONE, "kind": "firm"}]}, "form"),
        ({"entries": [{**ONE, "masked": "X" * 64}]}, "form"),
        ({"entries": [{**ONE, "since": "yesterday"}]}, "form"),
        ({"entries": [{**ONE, "until": 1}]}, "form"),
        ({"entries": None}, "form"),
    ],
)
def test_it_is_not(over: dict[str, Any], code: str) -> None:
    with pytest.raises(WrongError) as error:
        listed(_list(**over), "p", NONCE, 1, NOW)
    assert error.value.code == code


@pytest.mark.parametrize(
    ("over", "last", "code"),
    [
        ({"nonce": ""}, None, "form"),
        ({"pair": "q"}, None, "pair"),
        ({"at": iso(NOW + APART + timedelta(seconds=1))}, None, "clock"),
        ({}, NOW, "again"),
        ({}, NOW - LEAST / 2, "often"),
    ],
)
def test_a_question_is_refused(over: dict[str, Any], last: datetime | None, code: str) -> None:
    body = {"pair": "p", "nonce": NONCE, "at": iso(NOW), **over}
    with pytest.raises(WrongError) as error:
        asked(body, "p", last, NOW)
    assert error.value.code == code


def test_a_question_is_taken() -> None:
    body = {"pair": "p", "nonce": NONCE, "at": iso(NOW)}
    assert asked(body, "p", NOW - LEAST, NOW) == asked(body, "p", None, NOW) == NOW


def test_a_mask_is_of_one_key_and_one_number() -> None:
    first = masked(b"1" * 32, "11010519491231002X")
    assert len({first, masked(b"2" * 32, "11010519491231002X"), masked(b"1" * 32, "110105194912310038")}) == 3
    assert first == masked(b"1" * 32, "11010519491231002X")

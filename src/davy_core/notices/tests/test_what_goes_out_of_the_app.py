"""Which notices leave the app, how far apart, and what one message says of many."""

from __future__ import annotations

import copy
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from davy_core.notices.outward import Outward, OutwardBook, Waiting, folded, next_at, try_again_at

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
OTHERS = "（另有 {count} 条）"


@cache
def _parsed() -> dict[str, Any]:
    file = resources.files("davy_law").joinpath("contracts", "messengers.yaml")
    found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def test_a_stop_goes_out_at_once_and_an_overdue_approval_by_sms_as_well() -> None:
    book = OutwardBook.load(_parsed())
    stop = book.outward("alarm.gas_limit", "red")
    assert stop is not None
    assert (stop.floor, "sms" in stop.by, "mail" in stop.by) == (timedelta(0), True, False)
    late = book.outward("alarm.approval_overdue", "task")
    assert late is not None
    assert set(late.by) == {"sms", "wecom", "dingtalk", "mail"}
    other = book.outward("PermitIssued", "task")
    assert other is not None
    assert "sms" not in other.by


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda d: d["rows"][0].update(floor_s=60), "what is red goes out at once"),
        (lambda d: d["rows"][0].update(by=["pigeon"]), "by names no messenger"),
        (lambda d: d["rows"][0].update(until_s="soon"), "until_s is not a number"),
        (lambda d: d["rows"][0].update(severity="orange"), "severity is 'orange'"),
        (lambda d: d["messengers"]["sms"].update(most=5), "most is not a number"),
        (lambda d: d.update(pauses_s=[]), "pauses_s names no pause"),
        (lambda d: d.update(pauses_s=[0]), "pauses_s names no pause"),
    ],
)
def test_a_faulty_contract_is_refused_with_its_place(change: Any, fault: str) -> None:
    document = copy.deepcopy(_parsed())
    change(document)
    with pytest.raises(ValueError, match=fault):
        OutwardBook.load(document)


def test_a_floor_keeps_two_messages_apart_and_holds_nothing_back_longer() -> None:
    outward = Outward(("sms",), timedelta(minutes=10), timedelta(hours=1))
    assert next_at(NOW, outward, None) == NOW
    assert next_at(NOW, outward, NOW - timedelta(minutes=4)) == NOW + timedelta(minutes=6)
    assert next_at(NOW, outward, NOW - timedelta(hours=3)) == NOW


def test_pauses_grow_and_the_last_one_stays() -> None:
    book = OutwardBook.load(_parsed())
    waits = [(try_again_at(NOW, tries, book) - NOW).total_seconds() for tries in range(8)]
    assert waits == sorted(waits)
    assert waits[-1] == waits[-2] == book.pauses[-1].total_seconds()


_waiting = st.builds(
    Waiting,
    st.integers(0, 600).map(lambda s: NOW + timedelta(seconds=s)),
    st.booleans(),
    st.text("停工DH-1", min_size=1, max_size=300),
)


@given(st.lists(_waiting, min_size=1, max_size=9), st.integers(60, 200))
def test_one_message_says_the_gravest_and_counts_the_rest(waiting: list[Waiting], most: int) -> None:
    said = folded(waiting, most, OTHERS)
    first = max(waiting, key=lambda each: (each.red, each.at))
    assert len(said) <= most
    assert first.red == any(each.red for each in waiting)
    assert said.startswith(first.title[:20])
    assert said.endswith(OTHERS.format(count=len(waiting) - 1)) == (len(waiting) > 1)

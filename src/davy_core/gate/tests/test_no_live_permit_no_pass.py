"""Nobody has a pass without a live permit that lets him in; what is not known lets nobody in; nothing
flaps."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davy_core.gate.due import due_passes, listed
from davy_core.gate.seen import PermitSeen, PersonSeen
from davy_core.gate.tests.scene import BOOK, FIT, HOUR, NOON, Door, permit, permits

FOUR = st.lists(permits(), max_size=4, unique_by=lambda one: one.id)


@given(FOUR)
def test_each_pass_has_a_permit_that_lets_in(found: list[PermitSeen]) -> None:
    for who, due in due_passes(found, NOON, BOOK).items():
        assert due.permits
        assert due.start <= NOON < due.end
        for one in (p for p in found if p.id in due.permits):
            assert one.state in {"issued", "active", "paused", "finished"}
            assert set(one.causes) <= {"break"}
            assert not one.frozen
            assert one.people[who].status == "active"


@given(FOUR, st.data())
def test_forgetting_any_fact_lets_nobody_in(found: list[PermitSeen], data: st.DataObject) -> None:
    """S1: deleting any fact never turns no into yes."""
    if not found:
        return
    before = set(due_passes(found, NOON, BOOK))
    number = data.draw(st.integers(0, len(found) - 1))
    one = found[number]
    fewer = data.draw(
        st.sampled_from(
            [
                [p for p in found if p is not one],
                [*found[:number], replace(one, people={}), *found[number + 1 :]],
                [*found[:number], replace(one, duties={}), *found[number + 1 :]],
                [
                    *found[:number],
                    replace(one, people={w: PersonSeen(p.status) for w, p in one.people.items()}),
                    *found[number + 1 :],
                ],
            ]
        )
    )
    assert set(due_passes(fewer, NOON, BOOK)) <= before


@given(st.lists(FOUR, min_size=1, max_size=5))
def test_a_gate_follows_whatever_comes(history: list[list[PermitSeen]]) -> None:
    """After each look exactly those have a live pass who are due one; a second look changes nothing."""
    door = Door()
    for minutes, found in enumerate(history):
        now = NOON + timedelta(minutes=10 * minutes)
        door.judge(*found, now=now)
        due = due_passes(found, now, BOOK)
        assert door.gate is None or {p.person for p in door.gate.live()} == set(due)
        assert set(door.judge(*found, now=now)) <= {"PassTimedOut", "AlarmRaised"}


@given(FOUR)
def test_nothing_flaps_while_permits_stand(found: list[PermitSeen]) -> None:
    """As time runs on and nothing else changes, a person is let in as often as his windows have gaps, no
    more."""
    door = Door()
    for step in range(25):
        door.judge(*found, now=NOON + timedelta(minutes=30 * step))
    granted = [e.data["person"] for e in door.told if e.type == "PassGranted"]
    assert all(granted.count(who) <= len(found) for who in granted)


@pytest.mark.parametrize(
    ("ending", "why"),
    [
        ({"state": "paused", "causes": ("gas",)}, "paused"),
        ({"state": "paused", "causes": ("break", "stopped")}, "paused"),
        ({"frozen": True}, "frozen"),
        ({"state": "voided"}, "ended"),
        ({"state": "withdrawn"}, "ended"),
        ({"state": "closed"}, "ended"),
        ({"people": {"li": PersonSeen("frozen", FIT.certificates), "wang": FIT}}, "person"),
        ({"people": {"li": PersonSeen("active", {"worker": "expired"}), "wang": FIT}}, "certificate"),
        ({"people": {"wang": FIT}}, "person"),
        ({"people": {"li": replace(FIT, barred=True), "wang": FIT}}, "barred"),
        ({"duties": {"wang": frozenset({"guardian"})}}, "off_permit"),
    ],
)
def test_each_ending_takes_the_pass_back_and_says_why(ending: dict[str, Any], why: str) -> None:
    door = Door()
    assert door.judge(permit()) == ["PassGranted", "PassGranted"]
    door.judge(permit(**ending))
    [told] = [e.data for e in door.told if e.type == "PassRevoked" and e.data["person"] == "li"]
    assert (told["why"], told["permits"]) == (why, ["p1"])


def test_its_own_break_leaves_the_way_in_open() -> None:
    door = Door()
    door.judge(permit())
    assert door.judge(permit(state="paused", causes=("break",))) == []


def test_who_shows_the_finished_place_may_come_back() -> None:
    door = Door()
    door.judge(permit())
    assert door.judge(permit(state="finished")) == ["PassRevoked"]
    assert door.gate is not None
    assert [p.person for p in door.gate.live()] == ["wang"]


def test_the_window_opens_by_its_lead_and_ends_by_itself() -> None:
    door, one = Door(), permit(state="issued")
    assert door.judge(one, now=one.start - BOOK.lead - timedelta(seconds=1)) == []
    assert door.judge(one, now=one.start - BOOK.lead) == ["PassGranted", "PassGranted"]
    assert door.judge(one, now=one.end) == ["PassRevoked", "PassRevoked"]
    assert {e.data["why"] for e in door.told if e.type == "PassRevoked"} == {"ended"}


def test_two_permits_are_one_pass_and_one_of_them_is_enough() -> None:
    later = permit("p2", start=NOON + HOUR / 2, end=NOON + 6 * HOUR)
    door = Door()
    door.judge(permit(), later)
    assert door.gate is not None
    held = door.gate.of("li")
    assert held is not None
    assert (held.permits, held.end) == (("p1", "p2"), later.end)
    assert door.judge(permit(state="voided"), later) == ["PassChanged", "PassChanged"]
    assert door.judge(permit(state="voided"), replace(later, frozen=True)) == ["PassRevoked", "PassRevoked"]


def test_a_list_on_paper_has_each_window_by_itself() -> None:
    tomorrow = permit("p2", state="issued", start=NOON + 10 * HOUR, end=NOON + 20 * HOUR)
    rows = listed([permit(), tomorrow], NOON, NOON + 12 * HOUR, BOOK)
    assert [(who, due.permits) for who, due in rows] == [
        ("li", ("p1",)),
        ("wang", ("p1",)),
        ("li", ("p2",)),
        ("wang", ("p2",)),
    ]
    assert max(due.end for _, due in rows) == NOON + 12 * HOUR
    assert listed([permit(frozen=True)], NOON, NOON + HOUR, BOOK) == ()

"""B3: whatever days the program was down, each step that is due is over with once, and never told twice."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from davy_core.papers.reminding import BOOKED, ENDED, ReminderBook, Tell, tell, wrong

ENDS = date(2027, 3, 1)
LONG_AGO = date(2020, 1, 1)
CONTRACT = Path(__file__).parents[3] / "davy_law" / "contracts" / "reminders.yaml"
steps = st.sets(st.integers(0, 120), min_size=1, max_size=6)
days_up = st.sets(st.integers(-20, 130), max_size=60).map(lambda left: sorted(left, reverse=True))


def day(left: int) -> date:
    return ENDS - timedelta(days=left)


@given(steps, days_up)
def test_any_days_of_being_down_double_and_drop_none(these: set[int], up: list[int]) -> None:
    told: list[int] = []
    over: set[int] = set()
    for left in up:
        for _ in range(2):  # and looking twice on one day tells nothing more
            due = tell(ENDS, day(left), these, over, known=LONG_AGO)
            if due is not None:
                assert not {due.step, *due.passed} & over
                told.append(due.step)
                over |= {due.step, *due.passed}
        reached = {step for step in these if left <= step} | ({ENDED} if left < 0 else set())
        assert over == reached | over
        assert reached <= over  # none is dropped: told, or passed by a later one
        if reached:
            assert min(reached) in told  # the newest one of each day we were up
    assert len(told) == len(set(told))
    assert told == sorted(told, reverse=True)


@given(steps, days_up, st.integers(-10, 100))
def test_an_appointment_quiets_and_never_hides_that_the_paper_has_ended(
    these: set[int], up: list[int], booked_left: int
) -> None:
    booked, over = day(booked_left), set[int]()
    for left in up:
        due = tell(ENDS, day(left), these, over, known=LONG_AGO, booked=booked)
        if due is None:
            continue
        assert not {due.step, *due.passed} & over
        over |= {due.step, *due.passed}
        if day(left) <= booked:
            assert due.step in {BOOKED, ENDED}
            assert due.step == ENDED or day(left) >= booked - timedelta(days=1)
    if any(left < 0 for left in up):
        assert ENDED in over


@pytest.mark.parametrize(
    ("left", "told", "known", "expected"),
    [
        (91, (), LONG_AGO, None),
        (90, (), LONG_AGO, Tell(90)),
        (60, (90,), LONG_AGO, Tell(60)),
        (25, (90,), LONG_AGO, Tell(30, (60,), (60,))),
        (25, (), day(40), Tell(30, (60, 90), ())),  # entered when those steps were over: nobody missed them
        (0, (90, 60, 30, 7), LONG_AGO, None),
        (-1, (90, 60, 30, 7), LONG_AGO, Tell(ENDED)),
        (-400, (90, 60, 30, 7, ENDED), LONG_AGO, None),
    ],
)
def test_the_newest_step_is_told_and_says_which_did_not_come(
    left: int, told: tuple[int, ...], known: date, expected: Tell | None
) -> None:
    assert tell(ENDS, day(left), (90, 60, 30, 7), told, known=known) == expected


def test_the_contract_reads_and_a_faulty_one_names_its_faults() -> None:
    found = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))
    book = ReminderBook.load(found)
    assert book.papers["certificate"].days == (90, 60, 30, 7)
    found["papers"]["review"]["days"] = [7]
    found["papers"]["checkup"]["bring"][0]["form"] = "none"
    with pytest.raises(ValueError, match=r"no form none.*review: days too_late"):
        ReminderBook.load(found)


@pytest.mark.parametrize(
    ("days", "why"),
    [
        ((60, 30, 7), None),
        ((30,), None),
        ((29, 7), "too_late"),
        ((30, 30), "range"),
        ((400,), "range"),
        ((), "too_many"),
        ((90, 80, 70, 60, 50, 40, 30), "too_many"),
    ],
)
def test_steps_of_a_company_leave_time_for_renewing(days: tuple[int, ...], why: str | None) -> None:
    assert wrong(days, 6, 30) == why

"""Each event of a permit reaches those who must act on it, once, and not the one who did it."""

from __future__ import annotations

import copy
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from davy_core.alarms.tests.site import (
    BOSS,
    CHEN,
    CONTROL,
    HE,
    LI,
    SHIFT,
    WANG,
    ZHAO,
    at,
    book,
    holders,
    live_permit,
    parsed,
)
from davy_core.notices.book import NoticeBook
from davy_core.notices.from_permit import notices
from davy_core.notices.holding import holding
from davy_core.outcome import Event
from davy_core.permits.apply import STEPS
from davy_core.permits.parts import Cause, Signature, Stage
from davy_core.permits.state import Permit

AT = "2026-11-21T00:31:00.000Z"
TWO = (Stage("first", ("area_head",), superior="leader"), Stage("last", ("leader",)))


@cache
def contract() -> NoticeBook:
    return NoticeBook.load(parsed("notices.yaml"))


def event(name: str, by: str = "clock", **data: Any) -> Event:
    return Event(name, {"at": AT, "by": by, **data})


def told(*events: Event, before: Permit | None = None, after: Permit | None = None) -> dict[str, list[str]]:
    start = before or live_permit()
    found = notices(events, start, after or start, holders, contract())
    return {n["ref"]: n["to"] for n in found}


def test_a_submitted_permit_asks_the_next_approver_and_those_who_prepare() -> None:
    submitted = live_permit(state="submitted", stages=TWO)
    found = told(event("PermitSubmitted", LI), before=live_permit(state="draft"), after=submitted)
    assert found["PermitSubmitted.0"] == [HE]
    assert found["PermitSubmitted.3"] == [ZHAO]


def test_a_signature_asks_the_next_stage() -> None:
    before = live_permit(state="submitted", stages=TWO)
    after = replace(before, signatures=(Signature("first", ZHAO, "area_head", at(1)),))
    assert told(event("StageSigned", ZHAO), before=before, after=after) == {"StageSigned.0": [BOSS]}


def test_a_signature_that_leaves_the_stage_waiting_asks_nobody_again() -> None:
    both = (Stage("first", ("area_head", "leader"), mode="all"),)
    before = live_permit(state="submitted", stages=both)
    after = replace(before, signatures=(Signature("first", ZHAO, "area_head", at(1)),))
    changed = told(event("StageSigned", ZHAO), before=before, after=after)
    assert changed == {}
    assert holding(after, "approver", holders) == (BOSS,)


def test_the_last_signature_is_told_as_issued_and_not_as_waiting() -> None:
    issued = live_permit(state="issued")
    found = told(
        event("StageSigned", ZHAO),
        event("PermitIssued", ZHAO),
        before=live_permit(state="submitted"),
        after=issued,
    )
    assert found == {"PermitIssued.0": [LI, WANG, CHEN, HE], "PermitIssued.1": [SHIFT]}


def test_a_pause_is_told_to_the_crew_the_shift_leader_and_the_control_room() -> None:
    found = told(event("WorkPaused", LI, kind="gas", cause="gas"))
    assert found == {"WorkPaused.0": [WANG, CHEN, HE, SHIFT, CONTROL]}


def test_a_pause_tells_its_cause_and_belongs_to_the_group_stop() -> None:
    found = notices(
        [event("WorkPaused", LI, kind="gas", cause="gas")], live_permit(), live_permit(), holders, contract()
    )
    assert (found[0]["cause"], found[0]["group"], found[0]["at"]) == ("gas", "stop", AT)


def test_a_pause_for_a_cause_that_is_open_already_is_no_news() -> None:
    paused = live_permit(state="paused", causes=(Cause("gas", "gas", at(1), LI),))
    assert told(event("WorkPaused", LI, kind="gas", cause="gas"), before=paused) == {}
    assert told(event("WorkPaused", LI, kind="anomaly", cause="anomaly"), before=paused) != {}


def test_a_requested_cancellation_also_reaches_the_issuing_side() -> None:
    found = told(event("WorkPaused", LI, kind="cancel_requested", cause="cancel_requested"))
    assert ZHAO in found["WorkPaused.0"]


def test_an_offered_duty_reaches_the_one_it_is_offered_to() -> None:
    assert told(event("DutyOffered", WANG, duty="guardian", to=HE)) == {"DutyOffered.0": [HE]}


def test_finished_work_is_told_to_the_area_head_where_nobody_else_accepts() -> None:
    assert told(event("WorkFinished", LI))["WorkFinished.1"] == [ZHAO]


def test_reminders_are_known_by_the_first_word_of_their_key() -> None:
    submitted = live_permit(state="submitted")
    found = told(event("ReminderSent", reminder="approval_copy:area_head", due=AT), before=submitted)
    assert found == {"reminder.approval_copy": [BOSS]}


def test_a_reminder_that_raises_its_alarm_is_told_by_the_alarm() -> None:
    assert told(event("ReminderSent", reminder="approval_overdue:area_head", due=AT)) == {}
    assert "approval_overdue" in book().kinds


def test_whoever_did_it_is_not_told() -> None:
    assert LI not in told(event("PermitVoided", LI, reason="issuer"))["PermitVoided.0"]


def test_nothing_is_told_of_what_does_not_exist() -> None:
    assert notices([event("AlarmRaised")], None, None, holders, contract()) == []


def test_a_resumption_back_to_issued_starts_no_work_and_is_not_told() -> None:
    assert told(event("WorkResumed", LI), after=live_permit(state="issued")) == {}


@pytest.mark.parametrize("kind", sorted(contract().events))
def test_every_event_of_the_contract_is_one_a_permit_knows(kind: str) -> None:
    assert kind in {"PermitDrafted", *STEPS}  # the first one makes the permit


def test_every_reminder_of_the_clock_is_told_by_a_notice_or_an_alarm() -> None:
    keys = {"approval_overdue", "approval_copy", "before_start", "before_end", "clearance_open"}
    assert keys <= contract().reminders.keys() | book().kinds.keys()


def test_a_sent_notice_finds_its_words_again() -> None:
    for row in [r for rows in contract().events.values() for r in rows] + list(contract().reminders.values()):
        assert contract().find(row.ref) is row
    assert contract().find("PermitIssued.9") is contract().events["PermitIssued"][0]


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (lambda d: d["events"]["WorkPaused"][0].pop("to"), "either duties or a field"),
        (lambda d: d["events"]["WorkPaused"][0].update(to=["king"]), "unknown duty"),
        (lambda d: d["reminders"]["before_end"].pop("en"), "reminder.before_end: en is missing"),
        (lambda d: d["causes"].update(violation=["king"]), "causes.violation"),
        (lambda d: d.update(more={}), "unknown key 'more'"),
    ],
)
def test_a_slip_in_the_contract_is_told_with_its_place(change: Any, wrong: str) -> None:
    document = copy.deepcopy(parsed("notices.yaml"))
    change(document)
    with pytest.raises(ValueError, match=wrong):
        NoticeBook.load(document)


def test_nobody_holds_an_unknown_duty() -> None:
    with pytest.raises(ValueError, match="king"):
        holding(live_permit(), "king", holders)

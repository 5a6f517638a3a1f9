"""Which alarms a permit's events bring about, how grave they are, and who is told."""

from __future__ import annotations

from typing import Any

import pytest

from davy_core.alarms.from_permit import raised
from davy_core.alarms.tests.site import (
    BOSS,
    CHEN,
    CONTROL,
    HE,
    LI,
    PERMIT,
    SHIFT,
    WANG,
    ZHAO,
    book,
    holders,
    live_permit,
    parsed,
)
from davy_core.notices.holding import DUTIES
from davy_core.outcome import Event

AT = "2026-11-21T00:31:00.000Z"
LIFECYCLE = parsed("lifecycle", "commands.yaml")


def alarm(kind: str, subject: str = "s", by: str = "clock", **data: Any) -> Event:
    return Event("AlarmRaised", {"at": AT, "by": by, "kind": kind, "subject": subject, **data})


def bodies(*events: Event, permit: Any = None) -> list[dict[str, Any]]:
    return raised(events, permit or live_permit(), holders, book())


def test_a_body_names_permit_kind_code_subject_and_time() -> None:
    found = bodies(alarm("expired", PERMIT, code="10"))
    assert len(found) == 1
    told = found[0].pop("tell")
    assert found[0] == {
        "permit": PERMIT,
        "number": "20261121-0001",
        "kind": "expired",
        "code": "10",
        "subject": PERMIT,
        "at": AT,
        "by": "clock",
    }
    assert told == [LI, WANG, CHEN, HE, SHIFT, CONTROL]


def test_other_events_raise_nothing() -> None:
    assert bodies(Event("WorkPaused", {"at": AT, "by": LI, "kind": "break"})) == []


def test_a_change_without_a_permit_raises_nothing() -> None:
    assert raised([alarm("sos")], None, holders, book()) == []


def test_a_requirement_that_lapsed_is_grave_and_one_that_refused_a_step_is_a_task() -> None:
    lapsed = Event("WatchLapsed", {"at": AT, "by": "clock", "requirement": "confined.gas.record"})
    watch, gate = bodies(
        lapsed,
        alarm("requirement", "confined.gas.record", code="05"),
        alarm("requirement", "hot.jsa", code="80"),
    )
    assert (watch["kind"], watch["code"], book().kind(watch["kind"]).severity) == ("watch", "05", "red")
    assert (gate["kind"], gate["code"], book().kind(gate["kind"]).severity) == ("gate", "80", "task")


def test_an_unknown_watch_is_as_grave_as_a_lapsed_one() -> None:
    unknown = Event("WatchUnknown", {"at": AT, "by": "clock", "requirement": "guardian.contact"})
    assert bodies(unknown, alarm("requirement", "guardian.contact"))[0]["kind"] == "watch"


def test_the_code_of_the_kind_stands_in_when_the_event_has_none() -> None:
    assert bodies(alarm("guardian_away"))[0]["code"] == "31"


def test_the_same_alarm_twice_in_one_command_is_one() -> None:
    assert len(bodies(alarm("sos", LI), alarm("sos", LI), alarm("sos", WANG))) == 2


def test_whoever_caused_it_is_not_told_of_it() -> None:
    assert LI not in bodies(alarm("gas_limit", by=LI))[0]["tell"]
    assert WANG in bodies(alarm("gas_limit", by=LI))[0]["tell"]


def test_a_person_with_two_duties_is_told_once() -> None:
    told = bodies(alarm("expired"))[0]["tell"]
    assert len(told) == len(set(told))


def test_an_overdue_approval_is_told_to_those_who_have_not_signed() -> None:
    assert bodies(alarm("approval_overdue"), permit=live_permit(state="submitted"))[0]["tell"] == [ZHAO]
    assert BOSS not in bodies(alarm("approval_overdue"))[0]["tell"]


@pytest.mark.parametrize("kind", sorted(book().kinds))
def test_every_kind_is_owned_and_told_by_duties_that_exist(kind: str) -> None:
    row = book().kinds[kind]
    assert {row.owner, *row.tell} <= DUTIES
    assert row.owner in row.tell or kind == "gate"


def test_every_duty_of_the_lifecycle_can_be_told_but_the_nameless_and_whoever_only_wrote_a_draft() -> None:
    named = {duty for row in LIFECYCLE.values() for duty in row["duties"]}
    assert named - DUTIES == {"bystander", "public", "clock", "watch", "filer"}


@pytest.mark.parametrize("kind", sorted(k for k, row in book().kinds.items() if row.severity == "red"))
def test_every_grave_alarm_reaches_somebody_on_a_manned_permit(kind: str) -> None:
    assert bodies(alarm(kind))[0]["tell"]

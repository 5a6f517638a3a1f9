"""A notice reaches each person once, in both languages, however often it is delivered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from procrastinate.contrib.django import app

from davy.db import rows, tenant
from davy.ids import uuid7
from davy.notify import queries, store

pytestmark = pytest.mark.django_db

COMPANY, LI, WANG = uuid7(), uuid7(), uuid7()
NUMBER = "DH-20261121-0001"
AT = "2026-11-21T08:00:00.000Z"


def notice(ref: str = "PermitIssued.0", group: str | None = None, **more: Any) -> dict[str, Any]:
    return {"ref": ref, "group": group or ref, "to": [str(LI)], "at": AT, "cause": None, **more}


def deliver(*notices: dict[str, Any], source: UUID | None = None, number: str | None = NUMBER) -> int:
    return store.deliver(
        COMPANY, permit_id=uuid7(), number=number, source=source or uuid7(), notices=list(notices)
    )


def inbox(person: UUID) -> list[dict[str, Any]]:
    with tenant.company(COMPANY):
        return queries.inbox(COMPANY, person)


def test_it_says_what_happened_in_both_languages() -> None:
    assert deliver(notice()) == 1
    (row,) = inbox(LI)
    assert row["title_zh"] == "作业票 DH-20261121-0001 已签发：到场签到后验票开工"
    assert row["title_en"] == "Permit DH-20261121-0001 is issued: check in, have it verified, start"
    assert (row["kind"], row["severity"], row["read_at"]) == ("PermitIssued", "task", None)


def test_a_pause_names_its_cause_and_is_grave() -> None:
    deliver(notice("WorkPaused.0", "stop", cause="gas"))
    (row,) = inbox(LI)
    assert row["title_zh"] == "作业票 DH-20261121-0001 已暂停：气体超限"
    assert row["title_en"] == "Permit DH-20261121-0001 is paused: gas out of limits"
    assert row["severity"] == "red"


def test_a_reminder_has_its_own_kind() -> None:
    deliver(notice("reminder.before_end"))
    assert inbox(LI)[0]["kind"] == "reminder.before_end"


def test_an_alarm_speaks_with_the_words_of_its_code() -> None:
    alarm = uuid7()
    deliver(notice("alarm", "stop", alarm=str(alarm), kind="watch", code="05"))
    (row,) = inbox(LI)
    assert (row["title_zh"], row["kind"]) == ("作业票 DH-20261121-0001：受限空间检测记录超时", "alarm.watch")
    assert row["alarm_id"] == alarm


def test_an_alarm_about_the_plant_names_no_permit() -> None:
    deliver(notice("alarm", "stop", alarm=str(uuid7()), kind="sos", code=None), number=None)
    assert inbox(LI)[0]["title_zh"] == "现场求救"


def test_delivered_twice_it_arrives_once() -> None:
    source = uuid7()
    assert [deliver(notice(), source=source), deliver(notice(), source=source)] == [1, 0]
    assert len(inbox(LI)) == 1


def test_one_stop_is_told_once_whatever_it_raised() -> None:
    source = uuid7()
    deliver(notice("alarm", "stop", alarm=str(uuid7()), kind="gas_limit", code=None), source=source)
    deliver(notice("WorkPaused.0", "stop", cause="gas"), notice("reminder.before_end"), source=source)
    assert [r["kind"] for r in inbox(LI)] == ["reminder.before_end", "alarm.gas_limit"]


def test_another_command_is_another_notice() -> None:
    deliver(notice())
    deliver(notice())
    assert len(inbox(LI)) == 2


def test_everybody_named_gets_his_own_and_nobody_else() -> None:
    deliver(notice(to=[str(LI), str(WANG)]))
    assert (len(inbox(LI)), len(inbox(WANG)), len(inbox(uuid7()))) == (1, 1, 0)


def test_the_neighbour_gets_nothing() -> None:
    deliver(notice())
    with tenant.company(uuid7()):
        assert rows.many("SELECT id FROM notify_inbox") == []


def test_an_open_app_is_told_to_look() -> None:
    told: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "_tell", lambda _company, person: told.append(person))
        source = uuid7()
        deliver(notice(to=[str(LI), str(WANG)]), source=source)
        deliver(notice(to=[str(LI), str(WANG)]), source=source)
    assert told == [str(LI), str(WANG)]


def test_a_notice_no_contract_knows_fails_loudly_and_leaves_nothing() -> None:
    with pytest.raises(KeyError):
        deliver(notice(), notice("NeverHeardOf.0"))
    assert inbox(LI) == []


def test_the_job_is_known_by_its_name_and_delivers() -> None:
    app.perform_import_paths()  # type: ignore[no-untyped-call]  # the library's own way to find tasks
    task = app.tasks["notify.deliver"]
    task.func(
        company=str(COMPANY), permit=str(uuid7()), number=NUMBER, source=str(uuid7()), notices=[notice()]
    )
    assert len(inbox(LI)) == 1
    assert "notify.sweep" in app.tasks


def test_reading_marks_my_own_rows_only() -> None:
    deliver(notice(to=[str(LI), str(WANG)]), notice("TicketVerified.0"))
    newest, oldest = inbox(LI)
    with tenant.company(COMPANY):
        assert queries.unread(COMPANY, LI) == {"unread": 2, "red": 0}
        read = store.read(COMPANY, LI, [oldest["id"], inbox(WANG)[0]["id"]])
        assert queries.unread(COMPANY, LI) == {"unread": 1, "red": 0}
        assert queries.unread(COMPANY, WANG) == {"unread": 1, "red": 0}
        assert [r["id"] for r in queries.inbox(COMPANY, LI, only_unread=True)] == [newest["id"]]
        assert read is not None
        assert store.put_back(COMPANY, LI, read) == 1
        everything = store.read(COMPANY, LI, None)
        assert everything is not None
        assert store.read(COMPANY, LI, None) is None
        assert store.put_back(COMPANY, LI, everything) == 2


def test_what_is_old_goes_and_the_rest_stays() -> None:
    deliver(notice(at="2026-08-01T00:00:00.000Z"), notice("TicketVerified.0"))
    from davy_core.instants import instant

    assert store.sweep(COMPANY, instant("2026-11-01T00:00:00.000Z")) == 1
    assert [r["kind"] for r in inbox(LI)] == ["TicketVerified"]

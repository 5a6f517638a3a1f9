"""An alarm is a stream like any other: commands with verdicts, a chain, a row that is its fold, rows for
outside."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from davy.alarms import queries
from davy.alarms.tests.bells import FENG, LI, WANG, give, raise_alarm, row
from davy.db import rows, tenant
from davy.evidence import queries as evidence
from davy.evidence.queries import Verified
from davy.ids import uuid7
from davy_core.alarms.state import Alarm, apply

pytestmark = pytest.mark.django_db

COMPANY = uuid7()
BEGIN = datetime(2026, 11, 21, 8, tzinfo=UTC)


def walk(alarm: Any) -> None:
    give(COMPANY, alarm, "acknowledge_alarm", LI)
    give(COMPANY, alarm, "handle_alarm", LI, "关阀置换")
    give(COMPANY, alarm, "close_alarm", FENG, "复测合格")


def test_acknowledged_handled_and_closed_with_times_and_people() -> None:
    with time_machine.travel(BEGIN, tick=False) as now:
        alarm = raise_alarm(COMPANY, uuid7())
        now.shift(timedelta(minutes=1))
        give(COMPANY, alarm, "acknowledge_alarm", LI)
        now.shift(timedelta(minutes=4))
        give(COMPANY, alarm, "handle_alarm", LI, "关阀置换")
        now.shift(timedelta(minutes=10))
        give(COMPANY, alarm, "close_alarm", FENG, "复测合格")
    found = row(COMPANY, alarm)
    assert found["state"] == "closed"
    assert (found["acknowledged_at"], found["acknowledged_by"]) == (BEGIN + timedelta(minutes=1), str(LI))
    assert (found["handled_at"], found["handled_by"]) == (BEGIN + timedelta(minutes=5), str(LI))
    assert (found["closed_at"], found["closed_by"]) == (BEGIN + timedelta(minutes=15), str(FENG))


def test_the_row_is_the_fold_of_the_chain_and_the_chain_holds() -> None:
    alarm = raise_alarm(COMPANY, uuid7(), code="05")
    raise_alarm(COMPANY, uuid7())
    walk(alarm)
    with tenant.company(COMPANY):
        state: Alarm | None = None
        for event in evidence.events(COMPANY, "alarm", alarm):
            state = apply(state, event.type, event.data)
        assert queries.load(COMPANY, alarm) == state
        assert isinstance(evidence.verify_stream(COMPANY, "alarm", alarm), Verified)


def test_whoever_has_no_duty_for_it_is_refused_with_sentences() -> None:
    alarm = raise_alarm(COMPANY, uuid7())
    answer = give(COMPANY, alarm, "handle_alarm", WANG, "已看过")
    assert (answer["verdict"], answer["code"]) == ("refused", "alarm_not_yours")
    assert answer["reasons"][0]["says"]["zh"]
    assert answer["reasons"][0]["remedy"]["en"]
    assert row(COMPANY, alarm)["state"] == "raised"


def test_nobody_enters_an_alarm_by_hand() -> None:
    from davy.alarms.tests.bells import body, cause
    from davy.door.execute import execute
    from davy.door.known import alarm_commands
    from davy.door.streams import Sender

    permit = uuid7()
    with tenant.company(COMPANY):
        command = alarm_commands(cause(COMPANY, permit), [body(permit)])[0]
    answer = execute(command, Sender("person", LI, uuid7()))
    assert answer["code"] == "alarm_not_by_hand"
    with tenant.company(COMPANY):
        assert queries.row_of(COMPANY, command.stream_id) is None


def test_the_order_of_steps_is_kept() -> None:
    alarm = raise_alarm(COMPANY, uuid7())
    answer = give(COMPANY, alarm, "close_alarm", FENG, "复测合格")
    assert (answer["code"], answer["reasons"][0]["values"]) == ("alarm_wrong_state", {"state": "raised"})


def test_what_was_written_is_beside_the_chain_and_not_in_it() -> None:
    alarm = raise_alarm(COMPANY, uuid7())
    walk(alarm)
    with tenant.company(COMPANY):
        events = evidence.events(COMPANY, "alarm", alarm)
        assert not any("关阀" in event.body.decode() for event in events)
        kept = evidence.private(COMPANY, [e.id for e in events])
    assert sorted(text.decode() for text in kept.values()) == ["关阀置换", "复测合格"]


def rows_for_outside() -> list[dict[str, Any]]:
    with tenant.company(COMPANY):
        found = rows.many("SELECT key, body FROM outbox_message WHERE kind = 'aq3064.alarm' ORDER BY id")
    return [{"key": r["key"], **json.loads(r["body"])} for r in found]


def test_every_step_puts_a_row_of_table_a3_into_the_outbox() -> None:
    permit = uuid7()
    alarm = raise_alarm(COMPANY, permit, code="05", kind="watch")
    raise_alarm(COMPANY, permit, code="05", kind="watch")
    walk(alarm)
    told = rows_for_outside()
    assert [r["key"] for r in told] == [f"{alarm}:{n}" for n in range(1, 6)]
    assert {(r["ID"], r["TICKET_ID"], r["ALARM_TYPE"]) for r in told} == {(str(alarm), str(permit), "05")}
    assert [r["ALARM_RESULT"] for r in told] == [None, None, None, "关阀置换", "关阀置换；复测合格"]
    assert [r["ALARM_END_TIME"] is None for r in told] == [True] * 4 + [False]
    assert [r["UPDATE_BY"] for r in told] == ["driver", "driver", str(LI), str(LI), str(FENG)]


def test_an_erased_note_is_not_told_outside_again() -> None:
    alarm = raise_alarm(COMPANY, uuid7())
    give(COMPANY, alarm, "handle_alarm", LI, "李工关阀")
    from davy.evidence import store

    with tenant.company(COMPANY):
        handled = [e.id for e in evidence.events(COMPANY, "alarm", alarm) if e.type == "AlarmHandled"]
        assert store.erase(COMPANY, handled) == 1
    give(COMPANY, alarm, "close_alarm", FENG, "复测合格")
    assert rows_for_outside()[-1]["ALARM_RESULT"] == "复测合格"


def jobs() -> list[dict[str, Any]]:
    found = rows.many("SELECT args FROM procrastinate_jobs WHERE task_name = 'notify.deliver' ORDER BY id")
    return [json.loads(r["args"]) if isinstance(r["args"], str) else r["args"] for r in found]


def test_it_is_told_when_it_opens_and_when_it_opens_again_but_not_each_time() -> None:
    permit = uuid7()
    alarm = raise_alarm(COMPANY, permit)
    assert len(jobs()) == 1
    raise_alarm(COMPANY, permit)
    give(COMPANY, alarm, "acknowledge_alarm", LI)
    assert len(jobs()) == 1
    give(COMPANY, alarm, "handle_alarm", LI, "关阀")
    raise_alarm(COMPANY, permit, tell=[str(FENG)])
    notices = [job["notices"][0] for job in jobs()]
    assert [n["to"] for n in notices] == [[str(WANG), str(FENG)], [str(FENG)]]
    assert {(n["group"], n["kind"], n["alarm"]) for n in notices} == {("stop", "gas_limit", str(alarm))}


def test_an_alarm_that_tells_nobody_defers_no_job() -> None:
    raise_alarm(COMPANY, uuid7(), tell=[])
    assert jobs() == []


def test_the_neighbour_sees_no_alarm() -> None:
    alarm = raise_alarm(COMPANY, uuid7())
    with tenant.company(uuid7()):
        assert rows.one("SELECT 1 AS x FROM alarms_alarm WHERE id = %s", (alarm,)) is None


def test_nobody_has_a_duty_until_somebody_can_tell() -> None:
    from davy.alarms import duties

    duties._asked.clear()
    alarm = raise_alarm(COMPANY, uuid7())
    assert give(COMPANY, alarm, "acknowledge_alarm", LI)["code"] == "alarm_not_yours"

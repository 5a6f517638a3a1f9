"""One cause rings once: raised again it counts on, also when several raise it at the same instant."""

from __future__ import annotations

import threading
from uuid import UUID

import pytest
from django.db import IntegrityError, connection

from davy.alarms import queries
from davy.alarms.tests.bells import FENG, LI, body, cause, give, raise_alarm, row
from davy.db import rows, tenant
from davy.door.execute import DoorBusyError, execute
from davy.door.known import alarm_commands
from davy.door.streams import Sender
from davy.ids import uuid7

COMPANY = uuid7()
COLUMNS = """version, permit_id, number, kind, code, subject, severity, owner, state, count, raised_at,
  last_at, told"""


def open_alarms(permit: UUID) -> list[dict[str, object]]:
    with tenant.company(COMPANY):
        return queries.open_for(COMPANY, permit)


@pytest.mark.django_db
def test_raised_again_it_is_the_same_alarm() -> None:
    permit = uuid7()
    first, second = raise_alarm(COMPANY, permit), raise_alarm(COMPANY, permit)
    assert first == second
    assert row(COMPANY, first)["count"] == 2
    assert len(open_alarms(permit)) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("other", [{"subject": "lower"}, {"kind": "sos"}, {"code": "05"}])
def test_another_subject_kind_or_code_is_another_alarm(other: dict[str, str]) -> None:
    permit = uuid7()
    assert raise_alarm(COMPANY, permit) != raise_alarm(COMPANY, permit, **other)
    assert len(open_alarms(permit)) == 2


@pytest.mark.django_db
def test_each_permit_and_each_company_has_its_own() -> None:
    permit, other = uuid7(), uuid7()
    ids = {raise_alarm(COMPANY, permit), raise_alarm(COMPANY, uuid7()), raise_alarm(other, permit)}
    assert len(ids) == 3


@pytest.mark.django_db
def test_after_it_was_closed_the_next_one_is_a_new_episode() -> None:
    permit = uuid7()
    first = raise_alarm(COMPANY, permit)
    give(COMPANY, first, "handle_alarm", LI, "关阀")
    give(COMPANY, first, "close_alarm", FENG, "复测合格")
    second = raise_alarm(COMPANY, permit)
    assert second != first
    assert (row(COMPANY, second)["episode"], row(COMPANY, second)["count"]) == (2, 1)
    assert row(COMPANY, first)["state"] == "closed"


@pytest.mark.django_db
def test_the_database_itself_refuses_a_second_open_one() -> None:
    permit = uuid7()
    alarm = raise_alarm(COMPANY, permit)
    again = f"""
      INSERT INTO alarms_alarm (company_id, id, episode, {COLUMNS})
      SELECT company_id, %s, 2, {COLUMNS} FROM alarms_alarm WHERE id = %s
    """  # noqa: S608 - constants
    with pytest.raises(IntegrityError, match="alarms_one_open"), tenant.company(COMPANY):
        rows.run(again, (uuid7(), alarm))


def ring(permit: UUID, gate: threading.Barrier, wrong: list[str]) -> None:
    """Raise it once, however busy the door is."""
    gate.wait(10)
    for _ in range(50):
        try:
            raise_alarm(COMPANY, permit)
        except DoorBusyError:
            continue
        break
    else:
        wrong.append("the door was never free")
    connection.close()


def ring_from_threads(permits: list[UUID]) -> list[str]:
    """One thread a permit, all at the same instant; gives what went wrong."""
    gate, wrong = threading.Barrier(len(permits)), list[str]()
    threads = [threading.Thread(target=ring, args=(permit, gate, wrong)) for permit in permits]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return wrong


def test_raised_by_many_at_the_same_instant_it_is_one_and_counts_all(committed_db: str) -> None:
    permit = uuid7()
    assert ring_from_threads([permit] * 8) == []
    found = open_alarms(permit)
    assert [(a["count"], a["episode"]) for a in found] == [(8, 1)]
    with tenant.company(COMPANY):
        chain = rows.many("SELECT type FROM evidence_event WHERE kind = 'alarm' ORDER BY seq")
    assert [e["type"] for e in chain] == ["AlarmOpened"] + ["AlarmRecurred"] * 7


def test_closed_while_it_is_raised_it_opens_again_rather_than_being_lost(committed_db: str) -> None:
    permit = uuid7()
    alarm = raise_alarm(COMPANY, permit)
    give(COMPANY, alarm, "handle_alarm", LI, "关阀")
    with tenant.company(COMPANY):
        place = queries.place_of(COMPANY, str(permit), "gas_limit", None, "middle")
    give(COMPANY, alarm, "close_alarm", FENG, "复测合格")
    assert place.id == alarm  # the raising side looked before the closing side committed
    with pytest.MonkeyPatch.context() as patch, tenant.company(COMPANY):
        patch.setattr(queries, "place_of", lambda *_: place)
        command = alarm_commands(cause(COMPANY, permit), [body(permit)])[0]
    execute(command, Sender("driver"))
    assert (row(COMPANY, alarm)["state"], row(COMPANY, alarm)["count"]) == ("raised", 2)

"""A log that is broken, a record that was rewritten, a clock that jumped: people are called by name, and
again only after hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest

from davy.accounts.models import Account
from davy.clock import beat
from davy.db import rows, tenant
from davy.evidence.tasks import integrate_all
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from davy.watch import tasks
from davy.watch.jumps import ring_for_jumps
from davy.watch.ring import AGAIN, ring
from tests.plant import STAFF, STRANGERS, Plant, build
from tests.postgres import TestServer


def _alarms(plant: Plant) -> list[dict[str, Any]]:
    with tenant.company(plant.company.id):
        return rows.many(
            "SELECT kind, subject, count, told FROM alarms_alarm WHERE company_id = %s"
            " ORDER BY kind, raised_at",
            [plant.company.id],
        )


@pytest.fixture
def officer(plant: Plant) -> str:
    """何工 looks after safety."""
    Account.objects.filter(id=plant.accounts["he"].id).update(roles=["safety_officer"])
    return str(plant.people["he"].id)


@pytest.mark.django_db
def test_the_same_trouble_rings_again_after_hours_only(
    plant: Plant, officer: str, step_clock: Callable[[timedelta], None]
) -> None:
    company = plant.company.id
    assert ring(company, "log_broken", "log")
    assert not ring(company, "log_broken", "log")
    step_clock(AGAIN + timedelta(minutes=1))
    assert ring(company, "log_broken", "log")
    (alarm,) = _alarms(plant)
    assert (alarm["count"], [str(person) for person in alarm["told"]]) == (2, [officer])


@pytest.mark.django_db
def test_each_jump_of_the_clock_rings_once(
    plant: Plant, officer: str, step_clock: Callable[[timedelta], None]
) -> None:
    beat.strike(jumped=True, seconds=-3600.0)
    assert [ring_for_jumps(plant.company.id) for _ in range(2)] == [1, 0]
    step_clock(timedelta(hours=9))
    beat.strike(jumped=True, seconds=7.0)
    assert [ring_for_jumps(plant.company.id) for _ in range(2)] == [1, 0]
    assert [alarm["kind"] for alarm in _alarms(plant)] == ["clock_jumped", "clock_jumped"]


def test_what_was_rewritten_and_a_broken_log_ring(
    committed_db: str, test_server: TestServer, settings: object, tmp_path: Path
) -> None:
    setattr(settings, "DATA", tmp_path)  # noqa: B010 - pytest-django's settings take any name
    plant = build("hh.davy.test", "hh", STAFF)
    stream, company = uuid7(), plant.company.id
    grow(company, stream, 2)
    integrate_all(0)
    with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as superuser:
        superuser.execute("SET session_replication_role = replica")
        superuser.execute("UPDATE evidence_event SET hash = prev WHERE seq = 2")
        grow(company, stream)
        integrate_all(0)
        assert [(a["kind"], a["subject"]) for a in _alarms(plant)] == [
            ("stream_rewritten", f"permit/{stream}")
        ]
        superuser.execute("DELETE FROM evidence_log_checkpoint")
    integrate_all(0)
    assert [alarm["kind"] for alarm in _alarms(plant)] == ["log_broken", "stream_rewritten"]


def test_what_is_wrong_in_one_company_leaves_the_others_signed_and_watched(
    committed_db: str,
    test_server: TestServer,
    settings: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    setattr(settings, "DATA", tmp_path)  # noqa: B010 - as above
    plants = build("hh.davy.test", "hh", STAFF), build("two.davy.test", "two", STRANGERS)
    one, two = (plant.company.id for plant in plants)
    for company in (one, two):
        grow(company, uuid7())
    integrate_all(0)
    with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as superuser:
        superuser.execute("SET session_replication_role = replica")
        superuser.execute("UPDATE evidence_log_checkpoint SET signed_at = 'infinity'")
        superuser.execute("UPDATE evidence_log_checkpoint SET signed_at = now() WHERE company_id = %s", [two])
    grow(two, uuid7())
    integrate_all(0)
    with tenant.company(two):
        assert rows.one("SELECT max(size) AS n FROM evidence_log_checkpoint") == {"n": 2}
    assert [[alarm["kind"] for alarm in _alarms(plant)] for plant in plants] == [["log_broken"], []]
    reached: list[UUID] = []

    def bad(company_id: UUID) -> None:
        reached.append(company_id)
        raise RecursionError

    for job in ("ring_for_jumps", "stamp", "have_witnessed", "ring_for_refused", "_ring_for_late", "look"):
        monkeypatch.setattr(tasks, job, bad)
    for run in (tasks.jumps, tasks.stamp_all, tasks.witness_all, tasks.refused, tasks.late, tasks.night):
        reached.clear()
        run(0)
        assert set(reached) == {one, two}

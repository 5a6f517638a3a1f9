"""Messages that wait for more than ten seconds are shown with their age and call the control room; a short
burst calls nobody."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from davy import clock
from davy.building.plant import small_plant
from davy.db import rows, tenant
from davy.door.execute import execute_in
from davy.ids import uuid7
from davy.sensing import backlog, standing, telling
from davy.sensing import lease as leases
from davy.sensing.access import Access
from davy.sensing.lease import Lease, Waiting, beat, note
from davy.sensing.loop import Watch
from davy.sensing.tests.site import Site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quiet() -> None:
    """What other tests rang counts for nothing here."""
    telling._rung.clear()


def behind(seconds: float) -> None:
    worker, now = uuid7(), clock.now()
    held, _ = beat(worker, [])
    note(held[0], Waiting(700, now - timedelta(seconds=seconds)))
    note(held[1], Waiting())


def rung(site: Site) -> list[str]:
    with tenant.company(site.company):
        asked = "SELECT kind FROM alarms_alarm WHERE company_id = %s AND kind = 'readings_behind'"
        return [row["kind"] for row in rows.many(asked, (site.company,))]


def test_a_burst_that_is_read_in_time_calls_nobody() -> None:
    site = Site()
    rows.run("UPDATE sensing_lease SET holder = NULL, until = NULL")
    behind(4)
    assert backlog.tell(clock.now()) is False
    assert standing.link(clock.now())["behind"] == 700
    assert rung(site) == []


def test_what_waits_longer_is_shown_and_rings_once() -> None:
    site = Site()
    other = small_plant("no", "no.davy.test")
    rows.run("UPDATE sensing_lease SET holder = NULL, until = NULL")
    behind(25)
    assert 25 <= standing.link(clock.now())["lag_s"] <= 40
    assert backlog.tell(clock.now()) is True
    assert backlog.tell(clock.now()) is True
    assert rung(site) == ["readings_behind"]
    with tenant.company(other.company):
        assert rows.many("SELECT 1 FROM alarms_alarm WHERE kind = 'readings_behind'") == []


def test_who_cannot_be_called_keeps_no_partition_from_being_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    def torn(_now: Any) -> bool:
        raise RuntimeError("nobody can be called")

    free, taken = Lease(7, uuid7(), 1, 0), []

    async def take(_watch: Watch, lease: Lease) -> None:
        taken.append(lease)

    async def beaten() -> None:
        nobody = ("", "")
        await Watch(Access((), nobody, nobody, nobody, "00" * 32))._beat()

    monkeypatch.setattr(backlog, "tell", torn)
    monkeypatch.setattr(leases, "beat", lambda *_, **__: ([free], []))
    monkeypatch.setattr(Watch, "_take", take)
    asyncio.run(beaten())
    assert taken == [free]


def test_a_company_that_cannot_be_called_silences_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    site, other, whole = Site(), small_plant("no", "no.davy.test"), execute_in

    def torn(commands: Any, sender: Any) -> Any:
        if commands[0].company == site.company:
            raise RuntimeError("its alarm cannot be raised")
        return whole(commands, sender)

    monkeypatch.setattr(backlog, "_READ", "SELECT 1 WHERE %s::uuid IS NOT NULL")
    monkeypatch.setattr(telling, "execute_in", torn)
    rows.run("UPDATE sensing_lease SET holder = NULL, until = NULL")
    behind(25)
    assert backlog.tell(clock.now()) is True
    with tenant.company(other.company):
        assert rows.many("SELECT 1 AS rung FROM alarms_alarm WHERE kind = 'readings_behind'")
    assert rung(site) == []
    monkeypatch.setattr(telling, "execute_in", whole)
    backlog.tell(clock.now())
    assert rung(site) == ["readings_behind"]

"""Silence of an instrument is unknown, and unknown is not yes: people are told at once, the permit that
relies on it is paused after a minute, and one that lies in its drawer rings nowhere."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import time_machine

from davy.clock import now
from davy.db import rows, tenant
from davy.ids import uuid7
from davy.sensing import silence
from davy.sensing.lease import beat
from davy.sensing.tests.site import Site
from davy.sensing.tests.watching import bind, causes, episodes

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(time: time_machine.Traveller, settings: Any, tmp_path: Path) -> Site:
    settings.DATA = tmp_path
    return Site()


def test_bound_and_never_heard_it_is_silent_from_then_on(site: Site, time: time_machine.Traveller) -> None:
    bind(site.hands, site.meter)
    silence.look_at(site.leases)
    assert episodes(site.hands) == []
    time.shift(timedelta(seconds=20))
    silence.look_at(site.leases)
    assert episodes(site.hands) == ["EpisodeOpened silent"]
    assert "sensor_unknown" in site.rung()
    assert causes(site.hands)[0] == "active"
    time.shift(timedelta(seconds=60))
    silence.look_at(site.leases)
    assert causes(site.hands) == ("paused", ["watch_gap"])


def test_heard_again_it_is_over_and_the_work_stays_paused(site: Site, time: time_machine.Traveller) -> None:
    bind(site.hands, site.meter)
    site.reads()
    time.shift(timedelta(seconds=90))
    silence.look_at(site.leases)
    assert causes(site.hands) == ("paused", ["watch_gap"])
    site.reads()
    assert "EpisodeClosed gap" in episodes(site.hands)
    assert causes(site.hands) == ("paused", ["watch_gap"])


def test_while_it_is_heard_time_tells_nothing(site: Site, time: time_machine.Traveller) -> None:
    bind(site.hands, site.meter)
    for _ in range(30):
        site.reads()
        time.shift(timedelta(seconds=5))
        silence.look_at(site.leases)
    assert episodes(site.hands) == []


def test_one_in_its_drawer_rings_nowhere(site: Site, time: time_machine.Traveller) -> None:
    site.reads()
    time.shift(timedelta(hours=5))
    silence.look_at(site.leases)
    with tenant.company(site.company):
        assert rows.many("SELECT kind FROM alarms_alarm WHERE kind = 'sensor_unknown'") == []


def test_one_that_serves_nobody_and_tells_bad_air_calls_the_control_room(site: Site) -> None:
    site.reads("60")
    with tenant.company(site.company):
        (alarm,) = rows.many("SELECT kind, permit_id, told FROM alarms_alarm WHERE severity = 'red'")
    assert (alarm["kind"], alarm["permit_id"]) == ("gas_level", None)
    assert UUID(str(site.plant.person("feng"))) in alarm["told"]


def test_what_this_release_cannot_judge_pauses_the_work(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    bind(site.hands, site.meter)

    def broken(*_: object, **__: object) -> None:
        raise ValueError("no plan")

    with monkeypatch.context() as patched:
        patched.setattr("davy.sensing.watched.prepare", broken)
        site.reads()
        site.reads()
    assert causes(site.hands) == ("paused", ["watch_gap"])
    assert episodes(site.hands) == ["EpisodeOpened gap"]
    site.reads()
    assert episodes(site.hands) == ["EpisodeOpened gap", "EpisodeClosed gap"]
    assert causes(site.hands) == ("paused", ["watch_gap"])


def test_one_that_was_off_when_it_was_bound_is_silent_all_the_same(
    site: Site, time: time_machine.Traveller
) -> None:
    site.reads()
    time.shift(timedelta(hours=5))
    silence.look_at(site.leases)
    bind(site.hands, site.meter)
    silence.look_at(site.leases)
    time.shift(timedelta(seconds=61))
    silence.look_at(site.leases)
    assert causes(site.hands) == ("paused", ["watch_gap"])


def test_where_nobody_reads_the_work_that_relies_on_it_is_paused_once(
    site: Site, time: time_machine.Traveller
) -> None:
    bind(site.hands, site.meter)
    assert silence.unwatched(now()) == 0
    time.shift(timedelta(seconds=40))
    assert [silence.unwatched(now()), silence.unwatched(now())] == [1, 1]
    assert causes(site.hands) == ("paused", ["watch_gap"])
    assert episodes(site.hands) == ["EpisodeOpened gap"]
    time.shift(timedelta(seconds=20))
    silence.look_at(beat(uuid7(), [])[0])
    assert "EpisodeClosed gap" in episodes(site.hands)
    assert causes(site.hands) == ("paused", ["watch_gap"])

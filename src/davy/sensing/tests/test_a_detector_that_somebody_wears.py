"""A gas detector that somebody wears speaks of the air where he stands: of the space he is in, else of the
work he checked in at; without any it calls him and the control room and stops nothing."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import time_machine

from davy.alarms import queries as alarms
from davy.alarms import shown
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant
from davy.clock import now
from davy.db import rows, tenant
from davy.sensing import silence
from davy.sensing.releasing import release_ended
from davy.sensing.tests.site import Site
from davy.sensing.tests.watching import MORNING, bind, causes, episodes, release, take_off, wear

pytestmark = pytest.mark.django_db
BEYOND = "9"
"""% LEL: beyond the permit limit of methanol, under every other figure."""
NEAR = "5"
"""% LEL: within it, and no quick rise away from it."""


@pytest.fixture
def site(time: time_machine.Traveller, settings: Any, tmp_path: Path) -> Site:
    settings.DATA = tmp_path
    return Site()


def rung(site: Site, hands: Hands, kind: str) -> list[tuple[str, int]]:
    """Whom the open alarms of this kind name, and how often each rang."""
    with tenant.company(site.company):
        found = [a for a in alarms.open_for(site.company, hands.permit) if a["kind"] == kind]
        return [((shown.line(a)["about"] or {}).get("zh", ""), a["count"]) for a in found]


def entered(plant: Plant) -> Hands:
    """Live work in a tank with 钱焊工 inside."""
    hands = Hands(plant, at=MORNING)
    journeys.draft_confined(hands)
    journeys.get_to_work(hands)
    hands.must("wang", "enter_space", {"person": plant.person("qian")})
    return hands


@pytest.fixture
def tank(time: time_machine.Traveller, settings: Any, tmp_path: Path) -> Site:
    """The same with work in a tank."""
    settings.DATA = tmp_path
    return Site(entered)


def test_bad_air_stops_the_work_he_checked_in_at_once_and_names_him(site: Site) -> None:
    wear(site.plant, "qian", site.meter)
    site.reads(NEAR)
    assert causes(site.hands) == ("active", [])
    site.reads(BEYOND)
    assert causes(site.hands) == ("paused", ["gas"])
    site.reads(BEYOND)
    assert episodes(site.hands) == ["EpisodeOpened permit_limit.lel"]
    assert rung(site, site.hands, "gas_limit") == [("钱焊工", 1)]


def test_good_air_ends_the_episode_and_the_work_stays_paused(
    site: Site, time: time_machine.Traveller
) -> None:
    wear(site.plant, "qian", site.meter)
    site.reads(BEYOND)
    for _ in range(5):
        time.shift(timedelta(seconds=10))
        site.reads()
    assert episodes(site.hands) == ["EpisodeOpened permit_limit.lel", "EpisodeClosed permit_limit.lel"]
    assert causes(site.hands) == ("paused", ["gas"])


def test_inside_a_space_it_speaks_of_that_space(tank: Site) -> None:
    wear(tank.plant, "qian", tank.meter)
    tank.reads(NEAR)
    assert causes(tank.hands) == ("active", [])
    tank.reads(BEYOND)
    assert causes(tank.hands) == ("paused", ["gas"])
    assert rung(tank, tank.hands, "gas_limit") == [("钱焊工", 1)]


def test_who_stands_at_no_work_is_called_and_nothing_stops(site: Site) -> None:
    wear(site.plant, "feng", site.meter)
    site.reads("60")
    assert causes(site.hands) == ("active", [])
    with tenant.company(site.company):
        (alarm,) = rows.many("SELECT id, permit_id, told FROM alarms_alarm WHERE severity = 'red'")
        row = alarms.row_of(site.company, alarm["id"])
    assert alarm["permit_id"] is None
    assert row is not None
    assert shown.line(row)["about"] == {"zh": "冯班长", "en": "冯班长"}
    assert UUID(str(site.plant.person("feng"))) in alarm["told"]


def test_a_stranger_to_the_desk_is_told_himself(site: Site) -> None:
    wear(site.plant, "zhou", site.meter)
    site.reads("60")
    with tenant.company(site.company):
        (alarm,) = rows.many("SELECT told FROM alarms_alarm WHERE severity = 'red'")
    assert {UUID(str(site.plant.person(who))) for who in ("zhou", "feng")} <= set(alarm["told"])


def test_its_silence_is_told_and_stops_no_work_outdoors(site: Site, time: time_machine.Traveller) -> None:
    wear(site.plant, "qian", site.meter)
    site.reads()
    time.shift(timedelta(seconds=90))
    silence.look_at(site.leases)
    assert rung(site, site.hands, "sensor_unknown") == [("钱焊工", 1)]
    assert causes(site.hands) == ("active", [])


def test_its_silence_inside_a_space_that_nothing_else_measures_stops_it(
    tank: Site, time: time_machine.Traveller
) -> None:
    wear(tank.plant, "qian", tank.meter)
    tank.reads()
    time.shift(timedelta(seconds=90))
    silence.look_at(tank.leases)
    assert causes(tank.hands) == ("paused", ["watch_gap"])


def test_taken_off_inside_such_a_space_it_stops_the_work_too(tank: Site) -> None:
    wear(tank.plant, "qian", tank.meter)
    tank.reads()
    take_off(tank.plant, "qian", tank.meter)
    tank.reads()
    assert causes(tank.hands) == ("paused", ["watch_gap"])


def test_come_out_of_the_space_its_silence_stops_nothing(tank: Site, time: time_machine.Traveller) -> None:
    wear(tank.plant, "qian", tank.meter)
    tank.reads()
    tank.hands.must("wang", "leave_space", {"person": tank.plant.person("qian")})
    time.shift(timedelta(seconds=90))
    silence.look_at(tank.leases)
    assert causes(tank.hands) == ("active", [])


def test_taken_off_it_tells_the_work_no_more(site: Site) -> None:
    wear(site.plant, "qian", site.meter)
    site.reads(BEYOND)
    take_off(site.plant, "qian", site.meter)
    site.reads(BEYOND)
    assert episodes(site.hands) == ["EpisodeOpened permit_limit.lel", "EpisodeClosed permit_limit.lel"]
    assert causes(site.hands) == ("paused", ["gas"])


def test_one_detector_serves_a_point_as_before(site: Site) -> None:
    bind(site.hands, site.meter)
    site.reads(BEYOND)
    assert causes(site.hands) == ("paused", ["gas"])
    release(site.hands, site.meter)


def arrived(plant: Plant) -> Hands:
    """Everybody is there, and nothing has begun."""
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    journeys.stand_ready(hands)
    return hands


def test_it_goes_back_when_the_last_work_of_its_wearer_is_over(
    time: time_machine.Traveller, settings: Any, tmp_path: Path
) -> None:
    settings.DATA = tmp_path
    site = Site(arrived)
    wear(site.plant, "qian", site.meter)
    site.reads()
    assert release_ended() == 0
    time.shift(timedelta(hours=1))
    site.hands.at = now()
    site.hands.must("li", "request_cancel", {"reason": "装置要停车，今天不做了"})
    site.hands.must("zhao", "approve_cancel")
    assert release_ended() == 1
    assert release_ended() == 0

"""An instrument that is bound, released and bound again: the work it comes to is told what is open, the work
it leaves is told of the end, and work that relies on it is paused when it is taken away."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import time_machine

from davy.building.hands import Hands
from davy.sensing import silence
from davy.sensing.tests.site import Site
from davy.sensing.tests.watching import bind, causes, episodes, release, retire

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 16, 4, tzinfo=UTC)


@pytest.fixture
def site(settings: Any, tmp_path: Path) -> Iterator[Site]:
    settings.DATA = tmp_path
    with time_machine.travel(NOON, tick=False):
        yield Site()


def test_bad_air_that_was_there_before_stops_the_work_it_comes_to(site: Site) -> None:
    site.reads(co="200")
    assert episodes(site.hands) == []
    bind(site.hands, site.meter)
    site.reads(co="200")
    assert "EpisodeOpened co_high" in episodes(site.hands)
    assert causes(site.hands) == ("paused", ["gas"])


@pytest.mark.parametrize("taken", [release, retire])
def test_taken_away_from_live_work_it_stops_the_work_and_leaves_nothing_open(
    site: Site, taken: Callable[[Hands, UUID], None]
) -> None:
    bind(site.hands, site.meter)
    site.reads("60")
    assert causes(site.hands) == ("paused", ["gas"])
    taken(site.hands, site.meter)
    silence.look_at(site.leases)
    assert causes(site.hands) == ("paused", ["gas", "watch_gap"])
    told = episodes(site.hands)
    opened = [rule for rule in told if rule.startswith("EpisodeOpened")]
    closed = [rule for rule in told if rule.startswith("EpisodeClosed")]
    assert sorted(rule.split()[1] for rule in opened) == sorted(rule.split()[1] for rule in closed)


def test_bound_again_to_the_same_work_nothing_is_told_of_it(site: Site) -> None:
    bind(site.hands, site.meter)
    site.reads()
    release(site.hands, site.meter)
    bind(site.hands, site.meter)
    silence.look_at(site.leases)
    site.reads()
    assert episodes(site.hands) == []
    assert causes(site.hands)[0] == "active"


def test_a_helmet_that_does_not_know_where_it_is_stops_all_the_same(site: Site) -> None:
    bind(site.hands, site.meter)
    site.reads("60", lat="200", lon="400", accuracy="-1")
    assert causes(site.hands) == ("paused", ["gas"])

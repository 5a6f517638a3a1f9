"""A helmet tells where its wearer is: out of the place of the work at which he arrived, or staying where all
work is stopped, is told; a break is not, and neither is what nobody can say for certain."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from davy.building.hands import Hands
from davy.building.plant import LAT, LON, Plant, small_plant
from davy.clock import now
from davy.db import rows, tenant
from davy.ids import uuid7
from davy.sensing.tests.detector import Detector
from davy.sensing.tests.watching import MORNING, episodes, live, wear

pytestmark = pytest.mark.django_db
METRE = 1 / 111_195


class Worker:
    """钱焊工 at live hot work, with a helmet on; the place of the work reaches fifty metres."""

    def __init__(self, time: time_machine.Traveller) -> None:
        self.time = time
        self.plant: Plant = small_plant("hh", "hh.davy.test", simulated=True)
        self.hands: Hands = live(self.plant)
        self.helmet = Detector(self.plant, serial="H-1", kind="helmet")
        wear(self.plant, "qian", self.helmet.id)

    def walks(self, north: float, seconds: int = 90, accuracy: float = 3) -> list[str]:
        """He is so many metres away for so long, told every ten seconds; what the permit was told."""
        for _ in range(seconds // 10):
            self.time.shift(timedelta(seconds=10))
            self.helmet.tells(None, lat=LAT + north * METRE, lon=LON, accuracy=accuracy, still=0, fall=0)
        return episodes(self.hands)


@pytest.fixture
def worker(settings: Any, tmp_path: Path) -> Iterator[Worker]:
    settings.DATA = tmp_path
    with time_machine.travel(MORNING, tick=False) as time:
        yield Worker(time)


def test_who_goes_away_is_told_after_a_minute_and_his_return_too(worker: Worker) -> None:
    assert worker.walks(20) == []
    assert worker.walks(80, 60) == []
    assert worker.walks(80, 20) == ["EpisodeOpened left_fence"]
    assert worker.walks(20, 30) == ["EpisodeOpened left_fence", "EpisodeClosed left_fence"]


def test_a_vague_position_says_nothing(worker: Worker) -> None:
    assert worker.walks(80, 120, accuracy=60) == []


def test_in_a_break_he_may_be_anywhere(worker: Worker) -> None:
    worker.hands.must("wang", "pause", {"cause": "break", "reason": "吃饭"})
    assert worker.walks(200, 120) == []


def test_who_stays_where_all_work_is_stopped_is_told(worker: Worker) -> None:
    with tenant.company(worker.plant.company):
        fence = f'{{"lat": {LAT + 90 * METRE}, "lon": {LON}, "radius_m": 30}}'
        rows.run(
            "INSERT INTO sites_area (id, company_id, site_id, code, name, area_class, ex_zone, major_hazard,"
            " tank_farm_bund, pipe_rack, fixed_hot_zone, media, fence) VALUES (%s, %s, %s, 'T-200', '北罐区',"
            " 'other', 'none', false, false, false, false, '{}', %s::jsonb)",
            (area := uuid7(), worker.plant.company, worker.plant.site, fence),
        )
        rows.run(
            "INSERT INTO sites_area_freeze (id, company_id, area_id, post, frozen_by, frozen_at)"
            " VALUES (%s, %s, %s, 'safety', %s, %s)",
            (uuid7(), worker.plant.company, area, worker.plant.person("zhou"), now()),
        )
    assert "EpisodeOpened dwell" not in worker.walks(90, 110)
    assert "EpisodeOpened dwell" in worker.walks(90, 30)


def test_where_he_also_works_without_a_border_nobody_says_that_he_left(worker: Worker) -> None:
    with tenant.company(worker.plant.company):
        rows.run("UPDATE sites_work_point SET radius_m = NULL", ())
    assert worker.walks(500, 120) == []


def test_an_open_hook_counts_as_above_where_only_the_point_tells_its_height(worker: Worker) -> None:
    """The foot of a scaffold is at nought metres, and he who works there may be at ten."""
    with tenant.company(worker.plant.company):
        rows.run("UPDATE sites_work_point SET height_m = 0 WHERE company_id = %s", (worker.plant.company,))
    hook = Detector(worker.plant, serial="R-1", kind="rope_hook")
    wear(worker.plant, "qian", hook.id)
    for _ in range(3):
        worker.time.shift(timedelta(seconds=5))
        hook.tells(None, hook=0)
    assert "EpisodeOpened hook_open" in episodes(worker.hands)

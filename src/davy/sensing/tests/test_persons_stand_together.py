"""Three persons within fifteen metres for a minute ring, four and seven ring graver; the area is named."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine

from davy.alarms import queries as alarms
from davy.alarms import shown
from davy.building.plant import LAT, LON, Plant, small_plant
from davy.db import rows, tenant
from davy.sensing import spaces
from davy.sensing.tests.detector import Detector
from davy.sensing.tests.watching import MORNING, take_off, wear

pytestmark = pytest.mark.django_db
WHO = ("qian", "zhou", "wang", "li")
METRE = 1 / 111_195


class Yard:
    """Four people with helmets on, and what the plant was told of them."""

    def __init__(self, time: time_machine.Traveller) -> None:
        self.time = time
        self.plant: Plant = small_plant("hh", "hh.davy.test", simulated=True)
        self.helmets: list[Detector] = []
        for n, who in enumerate(WHO):
            beside = self.helmets[0] if self.helmets else None
            self.helmets.append(Detector(self.plant, serial=f"H-{n}", kind="helmet", beside=beside))
            wear(self.plant, who, self.helmets[-1].id)

    def stand(self, *north: float | None, seconds: float = 20) -> list[tuple[str, str]]:
        """Each tells where he stands, in metres north of the plant (None: his helmet says nothing); the kinds
        of the alarms that ring, and what they name."""
        self.time.shift(seconds)
        for helmet, metres in zip(self.helmets, north, strict=False):
            if metres is not None:
                helmet.tells(None, lat=LAT + metres * METRE, lon=LON, accuracy=3, still=0, fall=0)
        spaces.look_at_all()
        with tenant.company(self.plant.company):
            rung = alarms.board(self.plant.company, state="open")
            return [(a["kind"], (shown.line(a)["about"] or {}).get("zh", "")) for a in rung]

    def draws(self) -> None:
        """The area's border is drawn: forty metres about the plant."""
        fence = f'{{"lat": {LAT}, "lon": {LON}, "radius_m": 40}}'
        with tenant.company(self.plant.company):
            rows.run("UPDATE sites_area SET fence = %s::jsonb", (fence,))


@pytest.fixture
def yard(settings: Any, tmp_path: Path) -> Iterator[Yard]:
    settings.DATA = tmp_path
    with time_machine.travel(MORNING, tick=False) as time:
        yield Yard(time)


def test_three_for_a_minute_are_told_with_the_area(yard: Yard) -> None:
    yard.draws()
    for _ in range(3):
        assert yard.stand(0, 5, 10) == []
    assert yard.stand(0, 5, 10) == [("crowding", "甲醇罐区")]
    assert yard.stand(0, 5, 10) == [("crowding", "甲醇罐区")]


def test_a_fourth_makes_it_graver_after_a_minute_of_his_own(yard: Yard) -> None:
    for _ in range(3):
        yard.stand(0, 5, 10)
    assert yard.stand(0, 5, 10) == [("crowding", "主厂区")]
    for _ in range(3):
        yard.stand(0, 5, 10, 12)
    found = yard.stand(0, 5, 10, 12)
    assert sorted(kind for kind, _ in found) == ["crowding", "crowding_orange"]


@pytest.mark.parametrize("apart", [(0, 20, 40, 60), (0, 5, None, None)])
def test_apart_or_two_of_them_are_none(yard: Yard, apart: tuple[float | None, ...]) -> None:
    for _ in range(5):
        assert yard.stand(*apart) == []


def test_who_took_his_helmet_off_is_not_counted(yard: Yard) -> None:
    take_off(yard.plant, "wang", yard.helmets[2].id)
    for _ in range(5):
        assert yard.stand(0, 5, 10) == []


def test_one_person_with_two_helmets_is_one(yard: Yard) -> None:
    spare = Detector(yard.plant, serial="H-9", kind="helmet", beside=yard.helmets[0])
    wear(yard.plant, "zhou", spare.id)
    for _ in range(5):
        spare.tells(None, lat=LAT, lon=LON, accuracy=3, still=0, fall=0)
        assert yard.stand(0, 5) == []

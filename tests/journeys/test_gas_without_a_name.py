"""S3: where nobody said what may be in the air, it is judged as the worst the plant has; where the plant says
nothing either, it cannot be judged."""

from datetime import UTC, datetime

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import LAT, LON, small_plant
from davy.db import tenant
from davy.sites import queries as sites
from davy.sites.models import Area, Equipment, WorkPoint

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def nameless() -> Hands:
    """Hot work in an area of which no substance is registered."""
    hands = Hands(small_plant(simulated=True), at=MORNING)
    company, site = hands.plant.company, hands.plant.site
    with tenant.company(company):
        area = Area.objects.create(
            company_id=company, site_id=site, code="W-1", name="机修区", area_class="other", ex_zone="none"
        )
        point = WorkPoint.objects.create(
            company_id=company, area_id=area.id, code="W-1-1", name="焊台", lat=LAT, lon=LON, radius_m=50
        )
    place = {"site": str(site), "area": str(area.id), "point": str(point.id)}
    journeys.draft_hot(hands, place=place)
    return hands


def _verdict(hands: Hands, percent: str) -> str:
    journeys.gas_round(hands, [(p, s, percent, "%vol") for p, s, _, _ in journeys.clean_air(hands)])
    return journeys.state(hands).rounds[-1].verdict


def test_a_trace_passes_as_the_worst_the_plant_has(nameless: Hands) -> None:
    assert _verdict(nameless, "0.01") == "pass"


def test_what_would_be_too_much_of_the_worst_fails(nameless: Hands) -> None:
    """Methanol, the only one of the plant: from 4 %vol its LEL the limit is 0.5 %, below that 0.2 %vol."""
    with tenant.company(nameless.plant.company):
        Equipment.objects.create(
            company_id=nameless.plant.company,
            area_id=nameless.plant.area,
            code="V-9",
            name="苯罐",
            medium="benzene",
        )
    assert _verdict(nameless, "0.3") == "fail"


def test_every_substance_of_the_site_counts_once(nameless: Hands) -> None:
    plant = nameless.plant
    with tenant.company(plant.company):
        for code in ("V-8", "V-9"):
            Equipment.objects.create(
                company_id=plant.company, area_id=plant.area, code=code, name=code, medium="benzene"
            )
        place = sites.place(plant.company, point_id=plant.point)
    assert place is not None
    assert place.site_media == ("benzene", "methanol")


def test_where_the_plant_knows_nothing_nothing_passes(nameless: Hands) -> None:
    with tenant.company(nameless.plant.company):
        Area.objects.filter(id=nameless.plant.area).update(media=[])
    assert _verdict(nameless, "0.01") == "unknown"

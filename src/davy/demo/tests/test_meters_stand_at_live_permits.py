"""The people of a simulated plant carry meters to live work that is measured for gas, put helmets on its
guardians, and nothing rings while the air is good."""

from pathlib import Path

import pytest

from davy.accounts.models import Company
from davy.alarms import queries as alarms
from davy.building.plant import small_plant
from davy.db import rows, tenant
from davy.demo import binding
from davy.sensing.tests.watching import live
from davy.simulator import enrolling
from davy.simulator.plant import Plant

SERVED = """
SELECT i.kind, b.permit_id, b.point FROM instruments_binding b
JOIN instruments_instrument i ON i.company_id = b.company_id AND i.id = b.instrument_id
WHERE b.company_id = %s AND b.until_at IS NULL ORDER BY i.kind
"""


@pytest.mark.django_db
def test_they_are_carried_once_and_nothing_rings(tmp_path: Path) -> None:
    work = live(small_plant("hh", "hh.davy.test", simulated=True))
    company = Company.objects.get(id=work.plant.company)
    plant: Plant = enrolling.enrol(company, 1, 8, tmp_path / "plant.json")
    serials = [one.serial for _, one in plant.instruments]
    moved: dict[str, tuple[float, float]] = {}

    def move(serial: str, lat: float, lon: float) -> None:
        moved[serial] = (lat, lon)

    assert binding.carry(company.id, serials, move) >= 2
    assert binding.carry(company.id, serials, move) == 0
    with tenant.company(company.id):
        served = rows.many(SERVED, (company.id,))
        assert [row["kind"] for row in served] == ["helmet", *["multi_gas"] * (len(served) - 1)]
        assert {row["permit_id"] for row in served} == {None, work.permit}
        assert alarms.open_for(company.id, work.permit) == []
    assert len(moved) == len(served)
